// Owns: how good sets of scenarios are, sampled or solved. Must not know: budgets.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "simulate/compare/budget.hpp"

namespace cjm::simulate {

/// By how much a set is better than the journey as it is in the metric; more is better.
struct Score {
    double gain = 0, error = 0;  ///< with its standard error; 0 where solved
};

/// Scores many sets, each once.
class SetScores {
  public:
    SetScores(const Market& market, Metric metric, const RunSettings& settings,
              const RunControl& control)
        : market_(market), metric_(metric), settings_(settings), control_(control) {}
    virtual ~SetScores() = default;
    SetScores(const SetScores&) = delete;
    SetScores& operator=(const SetScores&) = delete;

    /// Scores those that have none yet. false where stopped
    [[nodiscard]] virtual bool score(const std::vector<ScenarioSet>& sets) = 0;
    /// Chooses among sets that have scores: fills chosen, ties, difference and parts. false where
    /// stopped
    [[nodiscard]] virtual bool settle(BudgetResult& result) = 0;

    /// By set; none where its scenarios do not go together or the metric does not exist.
    [[nodiscard]] const std::map<ScenarioSet, std::optional<Score>>& scores() const {
        return scores_;
    }
    [[nodiscard]] double cost(const ScenarioSet& set) const;

  protected:
    [[nodiscard]] std::vector<std::string> names(const ScenarioSet& set) const;
    /// Of equally good ones the better to have: cheaper, then smaller, then earlier.
    [[nodiscard]] bool cheaper(const ScenarioSet& one, const ScenarioSet& other) const;
    void choose(const ScenarioSet& best, const std::vector<ScenarioSet>& ties,
                BudgetResult& result) const;
    /// Adds a part for each scenario of a set of several, in the set's order.
    ///
    /// adds  what each brings to the others, by position
    void add_parts(const ScenarioSet& set, const std::vector<MaybeEstimate>& adds,
                   BudgetResult& result) const;

    const Market& market_;
    const Metric metric_;
    const RunSettings& settings_;
    const RunControl& control_;
    std::map<ScenarioSet, std::optional<Score>> scores_;
};

/// Solved exactly; none where the journey as it is cannot be.
[[nodiscard]] std::unique_ptr<SetScores> solved_scores(const Market& market, Metric metric,
                                                       const RunSettings& settings,
                                                       const RunControl& control);
/// customers  that screen sets where there are many
[[nodiscard]] std::unique_ptr<SetScores> sampled_scores(const Market& market, Metric metric,
                                                        const RunSettings& settings,
                                                        const RunControl& control,
                                                        std::uint64_t customers);

/// The set without each of its scenarios in turn; empty where it has fewer than two.
[[nodiscard]] std::vector<ScenarioSet> one_fewer(const ScenarioSet& set);

/// Sets that walk side by side, the journey as it is aside.
inline constexpr std::size_t sets_at_once = 31;

}  // namespace cjm::simulate
