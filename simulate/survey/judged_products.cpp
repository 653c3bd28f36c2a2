#include "simulate/survey/judged_products.hpp"

#include "base/contract.hpp"

namespace cjm::simulate {

void JudgedProducts::add(std::span<const std::int64_t> one, std::span<const std::int64_t> other) {
    CJM_EXPECTS(one.size() * other.size() == products_.size());
    auto product = products_.begin();
    for (const std::int64_t a : one)
        for (const std::int64_t b : other) *product++ += Integer128{a} * b;
}

JudgedProducts& JudgedProducts::operator+=(const JudgedProducts& more) {
    CJM_EXPECTS(products_.size() == more.products_.size());
    for (std::size_t i = 0; i < products_.size(); ++i) products_[i] += more.products_[i];
    return *this;
}

}  // namespace cjm::simulate
