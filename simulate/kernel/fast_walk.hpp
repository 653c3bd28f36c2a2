// Owns: walking and counting many customers fast. Must not know: threads, what is reported.
#pragma once
#include <atomic>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>

#include "simulate/kernel/instruction_set.hpp"
#include "simulate/kernel/tables.hpp"
#include "simulate/kernel/workspace.hpp"
#include "simulate/survey/survey_counter.hpp"
#include "simulate/tally/end_record.hpp"

namespace cjm::simulate {

/// Customers by number: `first` and those after it.
struct CustomerRange {
    std::uint64_t first = 0;
    std::uint64_t count = 0;
};

/// What a customer's visits add up to, by touchpoint.
class CustomerVisits {
  public:
    CustomerVisits(std::span<const kernel::Stop> stops, const kernel::Visited* row)
        : stops_(stops), row_(row) {}
    [[nodiscard]] std::size_t touchpoints() const { return stops_.size(); }
    [[nodiscard]] const kernel::Visited& at(std::size_t touchpoint) const {
        return row_[stops_[touchpoint].place];
    }
    /// How often they went from there on its transition of that number among its own, arriving.
    [[nodiscard]] std::uint32_t arrivals(std::size_t touchpoint, std::size_t transition) const {
        // they lie behind the visits, see kernel::Lanes
        std::uint32_t times = 0;
        const auto* const first =
            reinterpret_cast<const unsigned char*>(row_ + stops_[touchpoint].place + 1);
        std::memcpy(&times, first + transition * sizeof times, sizeof times);
        return times;
    }

  private:
    std::span<const kernel::Stop> stops_;
    const kernel::Visited* row_;
};

/// A customer at their end. Refers to what the walk soon overwrites.
struct EndedCustomer {
    std::uint64_t number;
    const EndRecord& record;
    CustomerVisits visits;
};

/// Walks customers by the dozen and counts them, with the same words, decisions and sums as Walker
/// and PathCounter, bit for bit, whatever the instruction set. One per thread.
class FastWalk {
  public:
    /// Everything must outlive the walk. set must be available on this machine; lanes: see
    /// kernel::Workspace.
    FastWalk(const CompiledJourney& journey, const Amounts& amounts, const kernel::Tables& tables,
             std::uint64_t seed, InstructionSet set, std::uint32_t lanes = 0);

    /// What a walk asks while it goes on.
    struct Control {
        std::function<CustomerRange()> take;        ///< the next customers; empty: no more
        std::function<void(std::uint64_t)> report;  ///< so many more customers have ended
        const std::atomic<bool>* stop = nullptr;    ///< looked at every few dozen steps
        /// Told of each customer at their end, where anyone listens; in no certain order.
        std::function<void(const EndedCustomer&)> ended = {};
    };
    /// Walks all customers that `take` hands out; may be called again for more. False where the
    /// stop flag ended it before: the tally is then meaningless. Throws TooManyVisits. Cost:
    /// O(visits), about 10 ns each.
    [[nodiscard]] bool run(const Control& control);

    /// The tally of all customers walked, moved out: once, at the end.
    [[nodiscard]] Tally take_tally();

  private:
    struct Draw {  // the next customer that is not yet in a lane
        std::uint64_t first = 0;
        std::uint32_t at = 0, count = 0;
        std::uint32_t word0[kernel::most_lanes], word1[kernel::most_lanes];
        std::uint32_t persona[kernel::most_lanes];
    };
    struct Start {
        std::uint64_t customer = 0;
        std::uint32_t persona = 0, touchpoint = 0;
        std::int32_t level = 0;
    };

    bool next_customer(const Control& control, Start& start);
    void choose_personas();
    void fill(const Control& control);
    void finish(const kernel::Ended& ended, const Control& control);
    [[nodiscard]] const kernel::Visited* row_of(std::uint32_t lane) const;
    [[nodiscard]] EndedCustomer customer_of(const kernel::Ended& ended,
                                            const EndRecord& record) const;
    [[nodiscard]] CustomerVisits visits_of(std::uint32_t lane) const;
    [[nodiscard]] std::uint64_t number_of(std::uint32_t lane) const;
    void replace(std::uint32_t lane, const Control& control);
    [[nodiscard]] EndRecord record_of(const kernel::Ended& ended) const;
    [[nodiscard]] CauseId cause_of(const kernel::Ended& ended) const;
    void count_stages(std::uint32_t lane);
    void count_answers(const EndRecord& record, std::uint32_t lane);
    void look_at_lengths() const;
    void flush_counts();
    void flush_visits(std::size_t touchpoint);
    void flush_pairs();
    void flush_pairs(std::size_t touchpoint);
    void flush_first_arrivals(std::size_t touchpoint);

    const CompiledJourney* journey_;
    const Amounts* amounts_;
    kernel::View view_;
    kernel::Code code_;
    kernel::Workspace workspace_;
    kernel::Host host_;
    Tally tally_;
    SurveyCounter survey_;
    CustomerRange range_;  // taken, and not yet drawn
    bool exhausted_ = false;
    Draw draw_;
    std::uint64_t rounds_ = 0;                     // steps of all lanes
    std::uint64_t born_[kernel::most_lanes] = {};  // by lane: the round of the first visit
    std::uint64_t uncounted_steps_ = 0;            // in the 32-bit counts
    std::uint64_t unpaired_steps_ = 0;             // in the sums over pairs
    std::vector<std::uint64_t> stage_reached_by_;  // by stage: the last customer who reached it
};

}  // namespace cjm::simulate
