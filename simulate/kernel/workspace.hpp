// Owns: the memory of the lanes of one thread. Must not know: how customers are walked or counted.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/kernel/view.hpp"

namespace cjm::simulate::kernel {

/// Memory for customers under way and the counts of one thread, all 0 to begin with.
class Workspace {
  public:
    /// Cost and memory O(capacity x (touchpoints + transitions) + touchpoints x levels).
    /// lanes  customers under way at a time, at most most_lanes; 0 = as many as do well
    Workspace(const View& view, std::uint32_t lanes);
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    /// Customers that fit at a time: fewer where a journey is large, so that their rows stay in the
    /// cache.
    [[nodiscard]] std::uint32_t capacity() const { return capacity_; }
    [[nodiscard]] Lanes& lanes() { return lanes_; }
    [[nodiscard]] const Lanes& lanes() const { return lanes_; }

    /// Adds a lane, at the end, for a customer about to arrive at a touchpoint. expects room
    void add(std::uint64_t customer, std::uint32_t persona, std::uint32_t touchpoint,
             std::int32_t level);
    /// Puts another customer into a lane whose row is clean.
    void put(std::uint32_t lane, std::uint64_t customer, std::uint32_t persona,
             std::uint32_t touchpoint, std::int32_t level);
    /// Sets the row of a lane's customer back to 0.
    void clean(std::uint32_t lane, const View& view);
    /// Takes a clean lane away: the last takes its place.
    void remove(std::uint32_t lane);

  private:
    std::uint32_t capacity_, touchpoints_;
    Lanes lanes_;
    struct alignas(cache_line) Line {
        Visited visited[visited_a_line];
    };
    std::vector<Line> rows_;
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> visit_count_, arrivals_;
    std::vector<std::uint64_t> arrival_pairs_;
    std::vector<Pairs> pairs_;
    std::vector<Ticks> first_times_;
    std::vector<std::uint32_t> first_count_;
};

}  // namespace cjm::simulate::kernel
