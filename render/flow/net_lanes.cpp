#include "render/flow/net_lanes.hpp"

#include <algorithm>
#include <cmath>

#include "render/flow/widths.hpp"

namespace cjm::render::flow {

void NetLanes::add_step(std::size_t net, std::size_t channel, std::size_t step, double traffic) {
    traffic_[{channel, net}][step] += traffic;
}

void NetLanes::make(double most) {
    stretches_.clear();
    for (const auto& [key, steps] : traffic_) {
        auto& own = stretches_[key];
        for (const auto& [step, traffic] : steps) {
            if (own.empty() || own.back().last != step) {
                own.push_back({step, step, Lane{.net = key.net}});
            }
            own.back().last = step + 1;
            auto& thickness = own.back().lane.thickness;
            thickness = std::max(thickness, width_for(traffic, most));
        }
    }
}

Lane* NetLanes::at(std::size_t net, std::size_t channel, std::size_t junction) {
    const auto found = stretches_.find({channel, net});
    if (found == stretches_.end()) return nullptr;
    for (auto& [first, last, lane] : found->second) {
        if (junction >= first && junction <= last) return &lane;
    }
    return nullptr;
}

Lane& NetLanes::at_or_new(std::size_t net, std::size_t channel, std::size_t junction,
                          double thickness) {
    auto* lane = at(net, channel, junction);
    if (!lane) {
        auto& own = stretches_[{channel, net}];
        own.push_back({junction, junction, Lane{.net = net}});
        lane = &own.back().lane;
    }
    lane->thickness = std::max(lane->thickness, thickness);
    return *lane;
}

double NetLanes::set(std::size_t channel, double gap) {
    std::vector<Lane*> here;
    for (auto i = stretches_.lower_bound({channel, 0});
         i != stretches_.end() && i->first.channel == channel; ++i) {
        for (auto& stretch : i->second) {
            if (stretch.lane.high - stretch.lane.low > 1e-6) here.push_back(&stretch.lane);
        }
    }
    return set_lanes(here, gap);
}

void NetLanes::connect(Lane& lane, double at, Connection::Side side) {
    for (const auto& known : lane.connections) {
        if (known.side == side && std::abs(known.at - at) < 1e-6) return;
    }
    if (lane.connections.empty()) lane.low = lane.high = at;
    lane.low = std::min(lane.low, at);
    lane.high = std::max(lane.high, at);
    lane.connections.push_back({at, side});
}

}  // namespace cjm::render::flow
