#include "render/flow/lanes.hpp"

#include <algorithm>
#include <cmath>

namespace cjm::render::flow {
namespace {

constexpr double same = 0.05;      // places closer than this are one place
constexpr double clearance = 2.0;  // between lanes that share a position
constexpr double overlap_penalty =
    50;  // two nets on one line for a stretch: far worse than crossing

/// What a connection that passes another lane at `at` costs.
double passing(const Lane& lane, double at, double already) {
    if (at < lane.low - same || at > lane.high + same) return 0;
    for (const auto& connection : lane.connections) {
        if (std::abs(connection.at - at) <= same) return overlap_penalty;
    }
    return std::abs(at - lane.low) <= same || std::abs(at - lane.high) <= same ? already : 1;
}

/// Crossings where `first` lies before `second`.
double crossings(const Lane& first, const Lane& second) {
    double sum = 0;
    for (const auto& [at, side] : first.connections) {
        if (side == Connection::Side::after) sum += passing(second, at, 0.5);
    }
    for (const auto& [at, side] : second.connections) {
        if (side == Connection::Side::before) sum += passing(first, at, 0.5);
    }
    return sum;
}

/// Moves lanes to better places in the order until none helps.
void improve_order(std::vector<Lane*>& lanes) {
    const auto count = lanes.size();
    std::vector<std::vector<double>> cost(count, std::vector<double>(count));
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            if (a != b) cost[a][b] = crossings(*lanes[a], *lanes[b]);
        }
    }
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    constexpr int passes = 12;
    bool better = true;
    for (int pass = 0; pass < passes && better; ++pass) {
        better = false;
        for (std::size_t lane = 0; lane < count; ++lane) {
            const auto from = static_cast<std::size_t>(std::find(order.begin(), order.end(), lane) -
                                                       order.begin());
            double change = 0, best = -1e-9;
            std::size_t to = from;
            for (auto i = from; i-- > 0;) {  // towards the front
                change += cost[lane][order[i]] - cost[order[i]][lane];
                if (change < best) best = change, to = i;
            }
            change = 0;
            for (auto i = from + 1; i < count; ++i) {
                change += cost[order[i]][lane] - cost[lane][order[i]];
                if (change < best) best = change, to = i;
            }
            if (to == from) continue;
            order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
            order.insert(order.begin() + static_cast<std::ptrdiff_t>(to), lane);
            better = true;
        }
    }
    std::vector<Lane*> sorted;
    for (const auto i : order) sorted.push_back(lanes[i]);
    lanes = sorted;
}

double middle_of_connections(const Lane& lane) {
    double before = 0, after = 0;
    for (const auto& connection : lane.connections) {
        (connection.side == Connection::Side::before ? before : after) += 1;
    }
    return after - before;
}

}  // namespace

double set_lanes(std::vector<Lane*>& lanes, double gap) {
    std::stable_sort(lanes.begin(), lanes.end(), [](const Lane* a, const Lane* b) {
        return middle_of_connections(*a) < middle_of_connections(*b);
    });
    improve_order(lanes);
    double extent = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        auto& lane = *lanes[i];
        lane.position = lane.thickness / 2;
        for (std::size_t k = 0; k < i; ++k) {
            const auto& other = *lanes[k];
            if (lane.low > other.high + clearance || other.low > lane.high + clearance) continue;
            lane.position = std::max(lane.position,
                                     other.position + (other.thickness + lane.thickness) / 2 + gap);
        }
        extent = std::max(extent, lane.position + lane.thickness / 2);
    }
    return extent;
}

}  // namespace cjm::render::flow
