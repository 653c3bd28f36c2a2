// Owns: walking chosen customers through one variant of a journey, block by block, and what is to
// be compared of each of them. Must not know: other variants, threads.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "simulate/kernel/fast_walk.hpp"
#include "simulate/paired/effort_scores.hpp"
#include "simulate/paired/facts.hpp"
#include "simulate/paired/judged_visits.hpp"
#include "simulate/paired/trails.hpp"

namespace cjm::simulate {

/// Which customers of a block visited a touchpoint, a bit each.
class VisitMarks {
  public:
    explicit VisitMarks(std::size_t touchpoints) : touchpoints_(touchpoints) {}

    /// Nobody of so many customers has visited anything.
    void clear(std::size_t customers);
    void mark(std::size_t customer, std::size_t touchpoint) {
        bits_[touchpoint * words_ + customer / 64] |= std::uint64_t{1} << (customer % 64);
    }
    [[nodiscard]] bool visited(std::size_t customer, std::size_t touchpoint) const {
        return (bits_[touchpoint * words_ + customer / 64] >> (customer % 64) & 1U) != 0;
    }
    /// The positions within the block of those who visited the touchpoint, ascending.
    [[nodiscard]] std::vector<std::uint32_t> visitors(std::size_t touchpoint) const;

  private:
    std::size_t touchpoints_, words_ = 0;
    std::vector<std::uint64_t> bits_;
};

/// A variant ready to be walked; shared by threads.
struct WalkedVariant {
    explicit WalkedVariant(const Variant& v) : variant(v), tables(v.journey, v.amounts) {}
    const Variant& variant;
    kernel::Tables tables;
};

/// Walks customers of one variant. One per thread and variant.
class BlockWalk {
  public:
    struct Settings {
        std::uint64_t seed = 1;
        InstructionSet instruction_set = InstructionSet::baseline;
        bool discounts = false;  ///< see facts_of()
        const std::atomic<bool>* stop = nullptr;
    };
    /// The variant must outlive the walk.
    BlockWalk(const WalkedVariant& variant, const Settings& settings);

    /// Who also learns of each customer; null = nobody.
    struct Listeners {
        VisitMarks* marks = nullptr;     ///< who visited what
        Trails* trails = nullptr;        ///< who went where
        JudgedVisits* judged = nullptr;  ///< what a CSI judges by
    };
    /// Walks the customers of a block and writes the facts of each at their place. False where
    /// stopped. Throws TooManyVisits.
    [[nodiscard]] bool walk(CustomerRange block, std::span<Facts> facts,
                            const Listeners& listeners);
    [[nodiscard]] bool walk(CustomerRange block, std::span<Facts> facts) {
        return walk(block, facts, Listeners{});
    }
    /// Only those at the given places of the block, ascending; the facts of others stay as they
    /// are.
    [[nodiscard]] bool walk(CustomerRange block, std::span<const std::uint32_t> places,
                            std::span<Facts> facts);

    /// The tally of all customers walked, moved out: once, at the end.
    [[nodiscard]] Tally take_tally() { return walk_.take_tally(); }

  private:
    FastWalk::Control control_for(CustomerRange block, std::span<Facts> facts,
                                  const Listeners& listeners);

    const Variant* variant_;
    Settings settings_;
    FastWalk walk_;
    EffortScores effort_scores_;
};

}  // namespace cjm::simulate
