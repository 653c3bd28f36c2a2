// Owns: the plain data that the fast walk reads and writes: tables of a journey and lanes of
// customers under way. Must not know: how they are allocated. Plain structs and pointers only: this
// header is compiled once for every instruction set, and inline functions shared between them would
// end up with the instructions of one.
#pragma once
#include <cstdint>

#include "base/wide_sum.hpp"
#include "simulate/tally/duration_batch.hpp"
#include "simulate/walk/path.hpp"
#include "simulate/walk/wait.hpp"

namespace cjm::simulate::kernel {

/// The most customers under way at a time.
inline constexpr std::uint32_t most_lanes = 64;
/// Targets that are found without a loop.
inline constexpr std::uint32_t near_edges = 3;

// The records of a lane's step have no initial values, so that no step clears arrays of them before
// it fills them.

/// Whether and where customers go on after an experience.
struct alignas(16) Way {
    std::uint32_t leave;  ///< into View::leave_below: where the row of this way starts
    std::uint32_t first_edge;
    std::uint32_t below[near_edges - 1];  ///< of the first edges; `certain` beyond the last
};

/// What is felt at a touchpoint, for a persona.
struct alignas(16) Spot {
    std::uint32_t bad_below, good_from;
    std::int32_t good_step, bad_step;
};

inline constexpr std::uint32_t outcome_bit = 0x8000'0000U;

/// What is the same for all who visit a touchpoint.
struct alignas(32) Stop {
    std::uint64_t luck = 0;       ///< the random key
    std::uint64_t stage_bit = 0;  ///< 0 where it has no stage
    std::uint32_t place = 0;      ///< in a row (see Lanes::rows)
};

/// A target and how long it takes to arrive there (see WaitScale).
struct alignas(32) Edge {
    std::uint64_t bias;
    std::uint32_t scale, spread;
    std::uint32_t shift : 6;
    std::uint32_t slot : 26;  ///< of the transition among those of the touchpoint it leaves
    std::uint32_t first_cell;
    std::uint32_t transition;
    std::uint32_t target;  ///< a touchpoint, or an outcome with outcome_bit
};

/// What crossing to another channel costs.
struct EdgeFriction {
    std::int32_t goodwill = 0;  ///< points, <= 0
    std::uint32_t crosses = 0;  ///< 1 where friction is paid
};

/// What a visit takes and gives, in the units of Amounts.
struct Amount {
    std::int64_t effort = 0, cost = 0, revenue = 0, refers = 0, purchases = 0;
};

/// Which parts of the walk a journey needs.
struct Features {
    bool many_edges = false;  ///< more than near_edges somewhere
    bool waits = false, spreads = false, patience = false, fade = false, friction = false,
         amounts = false, discount = false;
};

/// A journey, constant during a run; pointers into vectors that outlive it.
struct View {
    Features features;
    std::uint32_t touchpoints = 0, transitions = 0, levels = 0;
    std::int32_t floor = 0;  ///< goodwill of level 0
    Ticks horizon = no_horizon;
    std::uint64_t discount = 0;
    const Spot* spots = nullptr;  ///< by persona and touchpoint
    const Way* ways = nullptr;    ///< by spot; by spot and Experience where experiences lead apart
    const std::uint32_t* last_edge = nullptr;  ///< by way
    std::uint32_t ways_per_spot = 1;           ///< 1 or 3
    std::uint32_t way_mask = 0;                ///< of the experience: 0 or all bits
    // by edge
    const std::uint32_t* below = nullptr;  ///< cumulative
    const Edge* edges = nullptr;
    const EdgeFriction* frictions = nullptr;
    const std::uint32_t* patience_of = nullptr;  ///< into `patience`; none_index: for ever
    const std::uint32_t* leave_below = nullptr;  ///< rows of `levels` thresholds; the first all 0
    const WaitCell* cells = nullptr;
    const WaitCell* powers = nullptr;
    const std::int16_t* faded = nullptr;              ///< by persona and level
    const Stop* stops = nullptr;                      ///< by touchpoint
    std::uint32_t row_length = 0;                     ///< of Lanes::rows
    const Amount* amounts = nullptr;                  ///< by persona and touchpoint
    const Edge* patience = nullptr;                   ///< without targets
    const std::uint32_t* first_transition = nullptr;  ///< by touchpoint, and one past the end
    std::uint64_t seed = 0;
};

/// What a customer's visits to one touchpoint add up to so far.
struct alignas(16) Visited {
    std::uint32_t visits, good, bad;
    std::uint32_t levels;  ///< of goodwill, at most 1,000 a visit
};

inline constexpr std::uint32_t cache_line = 64;
inline constexpr std::uint32_t visited_a_line = cache_line / sizeof(Visited);

/// Sums of products over pairs of visits of the same customer to the same touchpoint: of each with
/// itself once a pair, of different things both ways round. No step adds more than 2^45 to any.
struct alignas(64) Pairs {
    std::uint64_t visits = 0, good = 0, bad = 0, good_visits = 0, bad_visits = 0, good_bad = 0;
    std::uint64_t levels = 0, levels_visits = 0;
};

/// Customers under way, lane by lane (arrays first, so that vectors fall on cache lines), and the
/// counts of this thread. Rows (of touchpoints or of transitions) belong to a lane by number.
struct alignas(64) Lanes {
    std::uint32_t customer_low[most_lanes], customer_high[most_lanes];
    std::uint32_t persona[most_lanes];
    std::uint32_t first_spot[most_lanes];  ///< of the persona, into View::spots
    std::uint32_t touchpoint[most_lanes];
    std::int32_t level[most_lanes];  ///< goodwill above the floor
    Ticks time[most_lanes];
    std::uint32_t row[most_lanes];
    std::uint32_t touched_count[most_lanes];
    std::uint64_t stages[most_lanes];  ///< reached, a bit each, where there are at most 64
    std::int64_t effort[most_lanes], cost[most_lanes], revenue[most_lanes], refers[most_lanes],
        purchases[most_lanes];
    Ticks first_purchase[most_lanes];  ///< of a buyer
    /// Where the journey has friction: frictions paid, and from `visits_from` up the visits.
    std::uint64_t frictions[most_lanes];
    Integer128 lifetime[most_lanes];
    std::uint32_t count = 0;  ///< lanes in use: 0 .. count - 1

    /// One row a customer, View::row_length Visited long, which fills whole cache lines: each
    /// touchpoint's, and behind it, in the place of further ones, the arrivals by the transitions
    /// that leave it, 32 bits each.
    Visited* rows = nullptr;
    /// By row: the touchpoints visited. Null where rows are short enough to be cleaned whole.
    std::uint32_t* touched = nullptr;

    // counts
    std::uint32_t* visit_count = nullptr;    ///< by touchpoint, level and experience
    std::uint32_t* arrivals = nullptr;       ///< by transition
    std::uint64_t* arrival_pairs = nullptr;  ///< by transition: pairs of arrivals, each once
    Pairs* pairs = nullptr;                  ///< by touchpoint
    /// By touchpoint: the times of the last first arrivals, which wait here to be counted together.
    Ticks* first_times = nullptr;
    std::uint32_t* first_count = nullptr;  ///< by touchpoint: how many wait
    /// So many of them are counted, a power of two; there is room for most_lanes more.
    std::uint32_t first_limit = 0;
    unsigned histogram_bits = 0;  ///< of their histograms

    static constexpr std::uint32_t experience_stride = 4;
    static constexpr unsigned visits_from = 32;
};

/// How a lane's customer ended.
struct Ended {
    std::uint32_t lane = 0;
    End end = End::in_progress;
    std::uint32_t outcome = 0;
    std::uint32_t spot = 0, touchpoint = 0, experience = 0;
    std::uint32_t leave_word = 0;   ///< with End::left
    std::uint32_t silent_word = 0;  ///< with End::left and End::impatient
    std::int32_t level = 0;         ///< after the experience
    std::int32_t last_level = 0;    ///< at the end, friction included
    Ticks arrived = 0;              ///< when the last visit began
    Ticks ended = 0;
};

/// What the walk asks of the code around it, which is compiled once.
struct Host {
    void* self = nullptr;
    /// Counts the first arrivals at a touchpoint.
    void (*count_first)(void* self, std::uint32_t touchpoint, const DurationBatch& times) = nullptr;
};

/// One step of every lane. Writes how customers ended (at most one a lane, lanes ascending) into
/// `ended` and returns how many; their lanes are not touched further.
using StepLanes = std::uint32_t (*)(const View& view, Lanes& lanes, const Host& host, Ended* ended);

/// Threefry words 0 and 1 of the first block of customers first .. first + count - 1.
using DrawCustomers = void (*)(std::uint64_t seed, std::uint64_t luck, std::uint64_t first,
                               std::uint32_t count, std::uint32_t* word0, std::uint32_t* word1);

/// Hands over all times of first arrivals that wait at a touchpoint.
using CountFirst = void (*)(Lanes& lanes, const Host& host, std::uint32_t touchpoint);

/// The walk compiled for one instruction set.
struct Code {
    StepLanes step = nullptr;
    DrawCustomers draw_customers = nullptr;
    CountFirst count_first = nullptr;
};

[[nodiscard]] Code baseline_code();
[[nodiscard]] Code avx2_code();
[[nodiscard]] Code avx512_code();

}  // namespace cjm::simulate::kernel
