#include "journey/change.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "journey/change/fields.hpp"
#include "journey/check/flow.hpp"
#include "journey/graph.hpp"

namespace cjm {
namespace {

using Way = std::pair<std::string, std::string>;

/// Where somebody can come, and the ways that somebody can take.
struct Use {
    std::set<std::string, std::less<>> touchpoints;
    std::vector<Way> ways;  ///< by touchpoint, in order of mention
    std::set<Way> known;
};

std::string name_of(const Journey& journey, Vertex vertex) {
    return vertex < journey.touchpoints.size()
               ? journey.touchpoints[vertex].id.value
               : journey.outcomes[vertex - journey.touchpoints.size()].id.value;
}

/// The ways that a persona can take, from where they can come.
void add_ways(const check::Flow& flow, const std::vector<bool>& reached,
              std::vector<std::vector<Vertex>>& targets) {
    for (std::size_t from = 0; from < flow.visits.size(); ++from) {
        if (!reached[from]) continue;
        const check::FlowVisit& visit = flow.visits[from];
        for (std::size_t experience = 0; experience < visit.chance.size(); ++experience) {
            if (visit.chance[experience] <= 0) continue;
            for (const check::FlowEdge& edge : visit.after(experience).edges)
                if (std::ranges::find(targets[from], edge.target) == targets[from].end())
                    targets[from].push_back(edge.target);
        }
    }
}

Use use_of(const Journey& journey) {
    Use use;
    const NameIndex index(journey);
    std::vector<std::vector<Vertex>> targets(journey.touchpoints.size());
    for (std::size_t persona = 0; persona < journey.personas.size(); ++persona) {
        const check::Flow flow = check::flow_of(journey, index, PersonaId(persona));
        if (flow.share <= 0) continue;
        std::vector<Vertex> starts;
        for (const auto& [vertex, share] : flow.start) starts.push_back(vertex);
        const auto reached =
            Graph(flow.vertex_count(), check::edges_of(flow)).reachable_from(starts);
        for (std::size_t i = 0; i < journey.touchpoints.size(); ++i)
            if (reached[i]) use.touchpoints.insert(journey.touchpoints[i].id.value);
        add_ways(flow, reached, targets);
    }
    for (std::size_t from = 0; from < targets.size(); ++from)
        for (const Vertex to : targets[from])
            use.ways.emplace_back(journey.touchpoints[from].id.value, name_of(journey, to));
    use.known.insert(use.ways.begin(), use.ways.end());
    return use;
}

/// Both journeys, and who gets where in each.
class Comparison {
  public:
    Comparison(const Journey& before, const Journey& after)
        : before_(before), after_(after), used_before_(use_of(before)), used_after_(use_of(after)) {
        for (const Touchpoint& touchpoint : before.touchpoints)
            touchpoints_before_[touchpoint.id.value] = &touchpoint;
        for (const Touchpoint& touchpoint : after.touchpoints)
            touchpoints_after_[touchpoint.id.value] = &touchpoint;
    }

    JourneyChange compare() {
        for (const Touchpoint& touchpoint : after_.touchpoints) add(touchpoint.id.value);
        for (const Touchpoint& touchpoint : before_.touchpoints)
            if (!touchpoints_after_.contains(touchpoint.id.value)) add(touchpoint.id.value);
        for (const Way& way : used_after_.ways) add(way);
        for (const Way& way : used_before_.ways)
            if (!used_after_.known.contains(way)) add(way);
        change_.whole = whole_changes(before_, after_);
        return std::move(change_);
    }

  private:
    void add(const std::string& id) {
        const bool was = used_before_.touchpoints.contains(id);
        const bool is = used_after_.touchpoints.contains(id);
        TouchpointChange change{id, ChangeKind::changed, {}};
        const auto before = touchpoints_before_.find(id), after = touchpoints_after_.find(id);
        if (before != touchpoints_before_.end() && after != touchpoints_after_.end())
            change.fields =
                touchpoint_changes({before_, *before->second}, {after_, *after->second});
        if (was == is && change.fields.empty()) return;
        if (was != is) change.kind = is ? ChangeKind::added : ChangeKind::gone;
        change_.touchpoints.push_back(std::move(change));
    }

    void add(const Way& way) {
        const bool was = used_before_.known.contains(way), is = used_after_.known.contains(way);
        WayChange change{way.first, way.second, ChangeKind::changed, {}};
        if (was != is)
            change.kind = is ? ChangeKind::added : ChangeKind::gone;
        else
            change.fields = way_changes({before_, *touchpoints_before_.at(way.first)},
                                        {after_, *touchpoints_after_.at(way.first)}, way.second);
        if (was != is || !change.fields.empty()) change_.ways.push_back(std::move(change));
    }

    const Journey& before_;
    const Journey& after_;
    Use used_before_, used_after_;
    std::map<std::string, const Touchpoint*, std::less<>> touchpoints_before_, touchpoints_after_;
    JourneyChange change_;
};

}  // namespace

const TouchpointChange* JourneyChange::touchpoint(std::string_view id) const {
    const auto found = std::ranges::find(touchpoints, id, &TouchpointChange::id);
    return found == touchpoints.end() ? nullptr : &*found;
}

const WayChange* JourneyChange::way(std::string_view from, std::string_view to) const {
    const auto found = std::ranges::find_if(
        ways, [&](const WayChange& way) { return way.from == from && way.to == to; });
    return found == ways.end() ? nullptr : &*found;
}

JourneyChange changes_between(const Journey& before, const Journey& after) {
    return Comparison(before, after).compare();
}

}  // namespace cjm
