// Owns: the effort score that a customer's effort makes. Must not know: how customers are walked.
#pragma once
#include <cstdint>
#include <unordered_map>

#include "base/wide_sum.hpp"
#include "simulate/paired/variants.hpp"

namespace cjm::simulate {

/// Remembers what it computed: customers take few different amounts of effort. One per thread.
class EffortScores {
  public:
    explicit EffortScores(const Variant& variant) : variant_(&variant) {}

    /// Mean answer of a customer whom it took so much effort, in units of Amounts::effort_scale; in
    /// 1 / score_units points, 0 where nobody is asked.
    [[nodiscard]] std::int64_t of(Integer128 effort);

  private:
    const Variant* variant_;
    std::unordered_map<std::int64_t, std::int64_t> known_;
};

}  // namespace cjm::simulate
