// The fast walk with the instructions of x86-64-v3.
#define CJM_KERNEL_NAMESPACE avx2
#include "simulate/kernel/steps.hpp"

namespace cjm::simulate::kernel {

Code avx2_code() {
    return avx2::code();
}

}  // namespace cjm::simulate::kernel
