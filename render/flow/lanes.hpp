// Owns: setting the edges that share a channel side by side. Must not know: what the channel is,
// which way it runs.
#pragma once
#include <cstddef>
#include <vector>

namespace cjm::render::flow {

/// Where an edge enters or leaves its lane, and to which side of the channel.
struct Connection {
    double at = 0;  ///< along the channel
    enum class Side {
        before,
        after
    } side = Side::before;  ///< before: left or up; after: right or down
};

/// One net's stretch of a channel.
struct Lane {
    std::size_t net = 0;
    double low = 0, high = 0;  ///< along the channel
    double thickness = 0;
    std::vector<Connection> connections{};
    double position = 0;  ///< across the channel, of the middle: what set_lanes finds
};

/// Finds positions across the channel, from 0 on, so that lanes side by side keep `gap` between
/// their sides and edges cross seldom; lanes that do not overlap along the channel may share a
/// position. returns  how much the lanes take in all. Cost: O(lanes^3) at worst, usually
/// O(lanes^2).
double set_lanes(std::vector<Lane*>& lanes, double gap);

}  // namespace cjm::render::flow
