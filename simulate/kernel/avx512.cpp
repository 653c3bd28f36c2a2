// The fast walk with the instructions of x86-64-v4.
#define CJM_KERNEL_NAMESPACE avx512
#include "simulate/kernel/steps.hpp"

namespace cjm::simulate::kernel {

Code avx512_code() {
    return avx512::code();
}

}  // namespace cjm::simulate::kernel
