#include <algorithm>

#include "journey/graph.hpp"
#include "simulate/exact/solver.hpp"

namespace cjm::simulate {
namespace {

using Targets = std::vector<std::vector<std::size_t>>;  // by touchpoint

Targets targets_of(const Chain& chain) {
    Targets targets(chain.visits.size());
    for (std::size_t from = 0; from < chain.visits.size(); ++from)
        for (const ChainWay& way : chain.visits[from].ways)
            for (const ChainEdge& edge : way.edges)
                if (edge.touchpoint) targets[from].push_back(edge.touchpoint.index());
    return targets;
}

/// Positions that edges from the same or later positions lead to.
std::vector<std::size_t> returns_of(const std::vector<TouchpointId>& order,
                                    const Targets& targets) {
    constexpr auto outside = static_cast<std::size_t>(-1);
    std::vector<std::size_t> position(targets.size(), outside);
    for (std::size_t i = 0; i < order.size(); ++i) position[order[i].index()] = i;
    std::vector<bool> back(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const std::size_t target : targets[order[i].index()])
            if (position[target] <= i) back[position[target]] = true;
    std::vector<std::size_t> returns;
    for (std::size_t i = 0; i < order.size(); ++i)
        if (back[i]) returns.push_back(i);
    return returns;
}

/// Touchpoints of a loop by a depth-first search from its first one, each before what it leads to
/// but for ways back.
std::vector<TouchpointId> searched(const std::vector<TouchpointId>& touchpoints,
                                   const Targets& targets) {
    std::vector<bool> open(targets.size());
    for (const TouchpointId touchpoint : touchpoints) open[touchpoint.index()] = true;
    std::vector<TouchpointId> done;
    std::vector<std::pair<std::size_t, std::size_t>> path{{touchpoints.front().index(), 0}};
    open[path.front().first] = false;
    while (!path.empty()) {
        auto& [at, next] = path.back();
        if (next == targets[at].size()) {
            done.push_back(TouchpointId(at));
            path.pop_back();
            continue;
        }
        const std::size_t target = targets[at][next++];
        if (!open[target]) continue;
        open[target] = false;
        path.emplace_back(target, 0);
    }
    std::reverse(done.begin(), done.end());
    return done;
}

/// In the file's order or as searched, whichever has fewer returns.
void set_order(Component& component, const Targets& targets) {
    component.returns = returns_of(component.touchpoints, targets);
    if (component.touchpoints.size() < 3) return;
    auto other = searched(component.touchpoints, targets);
    auto returns = returns_of(other, targets);
    if (returns.size() >= component.returns.size()) return;
    component.touchpoints = std::move(other);
    component.returns = std::move(returns);
}

}  // namespace

std::vector<Component> components_of(const Chain& chain) {
    const Targets targets = targets_of(chain);
    std::vector<Edge> edges;
    for (std::size_t from = 0; from < targets.size(); ++from)
        for (const std::size_t target : targets[from])
            edges.push_back({static_cast<Vertex>(from), static_cast<Vertex>(target)});
    // edges lead to the same or a smaller number: turn round
    const Components found = Graph(chain.visits.size(), edges).components();
    std::vector<Component> components(found.count);
    for (std::size_t touchpoint = 0; touchpoint < found.of.size(); ++touchpoint)
        components[found.count - 1 - found.of[touchpoint]].touchpoints.push_back(
            TouchpointId(touchpoint));
    for (Component& component : components) {
        set_order(component, targets);
        component.loops = !component.returns.empty();
    }
    return components;
}

}  // namespace cjm::simulate
