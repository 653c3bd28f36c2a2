// Owns: the lanes of all nets in one direction: which stretches of which channels they take. Must
// not know: millimetres of the page.
#pragma once
#include <cstddef>
#include <map>
#include <vector>

#include "render/flow/lanes.hpp"

namespace cjm::render::flow {

/// Lanes are found by net, channel, and a junction along the channel. Steps lead from a junction to
/// the next.
class NetLanes {
  public:
    /// An edge of the net goes from junction `step` to the next one.
    void add_step(std::size_t net, std::size_t channel, std::size_t step, double traffic);

    /// Makes the lanes anew, without connections: one for every stretch of steps without a gap.
    /// most  largest traffic of the journey, for thickness
    void make(double most);
    /// The lane that passes a junction; null where the net has none there.
    [[nodiscard]] Lane* at(std::size_t net, std::size_t channel, std::size_t junction);
    /// That lane, at least this thick; a point of its own where the net has none there.
    Lane& at_or_new(std::size_t net, std::size_t channel, std::size_t junction, double thickness);
    /// Sets the lanes of a channel side by side, but for those that are no longer than a point.
    /// returns  what they take in all
    double set(std::size_t channel, double gap);

    /// Widens a lane so that it reaches `at`, where an edge comes from or goes to a side.
    static void connect(Lane& lane, double at, Connection::Side side);

  private:
    struct Stretch {
        std::size_t first = 0, last = 0;  ///< junctions
        Lane lane;
    };
    struct Key {
        std::size_t channel = 0, net = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };
    std::map<Key, std::map<std::size_t, double>> traffic_;  ///< by step
    std::map<Key, std::vector<Stretch>> stretches_;
};

}  // namespace cjm::render::flow
