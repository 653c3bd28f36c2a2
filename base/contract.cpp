#include "base/contract.hpp"

#include <fmt/format.h>

namespace cjm::detail {

void contract_violated(const char* kind, const char* condition, const char* file, int line) {
    throw ContractViolation(fmt::format("{}:{}: {} violated: {}", file, line, kind, condition));
}

}  // namespace cjm::detail
