// Owns: contracts, the checks for programming mistakes. Must not know: user mistakes (see diagnostic.hpp).
#pragma once
#include <stdexcept>

namespace cjm {

/// Thrown where a contract is broken: a defect of the program, never a mistake of the user.
class ContractViolation : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

namespace detail {
[[noreturn]] void contract_violated(const char* kind, const char* condition, const char* file,
                                    int line);
}
}  // namespace cjm

// Checked where NDEBUG is not set or the build asks for CJM_CONTRACTS; elsewhere they vanish.
#if !defined(NDEBUG) || defined(CJM_CONTRACTS)
#define CJM_CHECK_(kind, ...)  \
    ((__VA_ARGS__) ? (void)0   \
                   : ::cjm::detail::contract_violated(kind, #__VA_ARGS__, __FILE__, __LINE__))
#else
#define CJM_CHECK_(kind, ...) ((void)sizeof((__VA_ARGS__) ? 1 : 0))
#endif
/// What the caller must have ensured.
#define CJM_EXPECTS(...) CJM_CHECK_("precondition", __VA_ARGS__)
/// What the function promises at its end.
#define CJM_ENSURES(...) CJM_CHECK_("postcondition", __VA_ARGS__)
/// What holds in between.
#define CJM_ASSERT(...) CJM_CHECK_("invariant", __VA_ARGS__)
