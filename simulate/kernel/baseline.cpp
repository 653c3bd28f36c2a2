// The fast walk with the instructions of the compiler's target.
#define CJM_KERNEL_NAMESPACE baseline
#include "simulate/kernel/steps.hpp"

namespace cjm::simulate::kernel {

Code baseline_code() {
    return baseline::code();
}

}  // namespace cjm::simulate::kernel
