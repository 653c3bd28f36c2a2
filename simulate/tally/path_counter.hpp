// Owns: counting paths of customers into a Tally. Must not know: how they were walked, what is
// reported.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/compile.hpp"
#include "simulate/survey/survey_counter.hpp"
#include "simulate/tally/amounts.hpp"
#include "simulate/tally/end_record.hpp"
#include "simulate/tally/tally.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::simulate {

/// Counts paths, one after the other. One per thread; it owns the scratch memory for one customer.
class PathCounter {
  public:
    /// journey and amounts must outlive the counter.
    PathCounter(const CompiledJourney& journey, const Amounts& amounts);

    /// Counts one customer. Cost: O(steps), about 20 ns a step.
    void add(const Path& path);

    [[nodiscard]] const Tally& tally() const { return tally_; }

  private:
    // What the customer under way has done at a touchpoint; all 0 between customers.
    struct AtTouchpoint {
        std::uint32_t visits = 0, good = 0, bad = 0;
        std::int64_t goodwill = 0;
    };
    void add_visits(const Path& path);
    void add_answers(const EndRecord& record, const Path& path);
    void add_arrivals(const Path& path);
    [[nodiscard]] EndRecord end_of(const Path& path) const;
    void add_amounts(const Path& path, EndRecord& record) const;
    void settle_touchpoints();
    void settle_transitions();

    const CompiledJourney* journey_;
    const Amounts* amounts_;
    Tally tally_;
    SurveyCounter survey_;
    std::vector<AtTouchpoint> at_;                    // by touchpoint
    std::vector<std::uint32_t> touched_;              // touchpoints visited
    std::vector<std::uint64_t> stage_reached_by_;     // by stage: the last customer who reached it
    std::vector<std::uint32_t> arrivals_;             // by transition
    std::vector<std::uint32_t> touched_transitions_;  // transitions taken
};

}  // namespace cjm::simulate
