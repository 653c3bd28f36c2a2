#include <algorithm>
#include <functional>
#include <set>

#include "base/contract.hpp"
#include "journey/graph.hpp"
#include "journey/scenario.hpp"

namespace cjm {
namespace {

using Keep = std::function<bool(const std::string& name)>;

/// Every `next` of a touchpoint: its own, after an experience, of any persona.
template <class AnyTouchpoint, class Visit>
void for_each_next(AnyTouchpoint& touchpoint, const Visit& visit) {
    const auto of_behaviour = [&](auto& behaviour) {
        if (behaviour.next) visit(*behaviour.next);
        for (auto& next : behaviour.after)
            if (next) visit(*next);
    };
    of_behaviour(touchpoint.behaviour);
    for (auto& [persona, own] : touchpoint.for_persona) of_behaviour(own);
}

/// Whether some draw of the uncertain values may lead there.
bool can_be_taken(const Next& next, const NamedNumber& share) {
    return !next.counts.empty() || share.number.high > 0;
}

void make_outcome(Journey& journey, const std::string& to) {
    const TouchpointId touchpoint = find_touchpoint(journey, to);
    if (!touchpoint) return;
    const auto position =
        journey.touchpoints.begin() + static_cast<std::ptrdiff_t>(touchpoint.index());
    journey.outcomes.push_back(
        {position->id, position->title, {OutcomeKind::success, position->where}});
    journey.touchpoints.erase(position);
}

void leave_out(Start& start, const std::string& to) {
    std::erase_if(start.shares, [&](const NamedNumber& share) { return share.name.value == to; });
    double sum = 0;
    for (const auto& share : start.shares) sum += share.number.likely;
    if (sum <= 0) start.shares.clear();
    for (auto& share : start.shares) {
        Number& number = share.number;
        number = {number.low / sum, number.likely / sum, number.high / sum, number.where};
    }
}

/// Leaves out who would start at `to`: shares of a start, and personas who have no other.
void leave_out_starters(Journey& journey, const std::string& to) {
    leave_out(journey.start, to);
    for (auto& persona : journey.personas)
        if (persona.start) leave_out(*persona.start, to);
    std::erase_if(journey.personas, [&](const Persona& persona) {
        return (persona.start ? *persona.start : journey.start).shares.empty();
    });
    double sum = 0;
    for (const auto& persona : journey.personas) sum += persona.share.likely;
    CJM_EXPECTS(sum > 0);
    for (auto& persona : journey.personas) {
        Number& share = persona.share;
        share = {share.low / sum, share.likely / sum, share.high / sum, share.where};
    }
}

void start_at(Journey& journey, const std::string& from) {
    journey.start = {{{{from, {}}, 1.0}}, {}};
    for (auto& persona : journey.personas) persona.start.reset();
}

std::vector<Vertex> starts_of(const Journey& journey, const NameIndex& index) {
    std::vector<Vertex> starts;
    const auto add = [&](const Start& start) {
        for (const auto& share : start.shares) {
            const auto target = index.find(share.name.value);
            if (const auto* touchpoint = std::get_if<TouchpointId>(&target))
                starts.push_back(static_cast<Vertex>(touchpoint->index()));
        }
    };
    add(journey.start);
    for (const auto& persona : journey.personas)
        if (persona.start) add(*persona.start);
    return starts;
}

/// By touchpoint: whether anybody can ever get there.
std::vector<bool> reachable(const Journey& journey) {
    const NameIndex index(journey);
    std::vector<Edge> edges;
    for (std::size_t from = 0; from < journey.touchpoints.size(); ++from)
        for_each_next(journey.touchpoints[from], [&](const Next& next) {
            for (const auto& share : next.shares) {
                const auto target = index.find(share.name.value);
                const auto* to = std::get_if<TouchpointId>(&target);
                if (to && can_be_taken(next, share))
                    edges.push_back({static_cast<Vertex>(from), static_cast<Vertex>(to->index())});
            }
        });
    return Graph(journey.touchpoints.size(), edges).reachable_from(starts_of(journey, index));
}

template <class Entry>
void prune(std::optional<Table<Entry>>& table, const Keep& keep) {
    if (table) std::erase_if(table->entries, [&](const Entry& e) { return !keep(e.target.value); });
}

void prune(Behaviour& behaviour, const Keep& keep) {
    prune(behaviour.wait, keep);
    if (behaviour.patience)
        std::erase_if(behaviour.patience->entries,
                      [&](const NamedNumber& entry) { return !keep(entry.name.value); });
}

/// Takes out every mention of a name that is gone; shares among them are 0.
void prune(Touchpoint& touchpoint, const Keep& keep) {
    for_each_next(touchpoint, [&](Next& next) {
        std::erase_if(next.shares,
                      [&](const NamedNumber& share) { return !keep(share.name.value); });
    });
    prune(touchpoint.seamless, keep);
    prune(touchpoint.behaviour, keep);
    for (auto& [persona, own] : touchpoint.for_persona) prune(own, keep);
}

void prune_survey(Survey& survey, const Keep& is_touchpoint) {
    for (auto& [attribute, touchpoints] : survey.csi)
        std::erase_if(touchpoints, [&](const Name& name) { return !is_touchpoint(name.value); });
    std::erase_if(survey.csi, [](const auto& entry) { return entry.second.empty(); });
}

void leave_out_unreachable(Journey& journey) {
    const std::vector<bool> reached = reachable(journey);
    std::size_t position = 0;
    std::erase_if(journey.touchpoints, [&](const Touchpoint&) { return !reached[position++]; });
    const NameIndex index(journey);
    const Keep exists = [&](const std::string& name) {
        return !std::holds_alternative<std::monostate>(index.find(name));
    };
    for (auto& touchpoint : journey.touchpoints) prune(touchpoint, exists);
    if (journey.survey)
        prune_survey(*journey.survey, [&](const std::string& name) {
            return std::holds_alternative<TouchpointId>(index.find(name));
        });
}

}  // namespace

Journey stretch(const Journey& journey, std::optional<std::string_view> from,
                std::optional<std::string_view> to) {
    CJM_EXPECTS(!from || (find_touchpoint(journey, *from) && from != to));
    CJM_EXPECTS(!to || find_touchpoint(journey, *to) || find_outcome(journey, *to));
    Journey cut = journey;
    if (from) {
        start_at(cut, std::string(*from));
        cut.customers_per_year = 0.0;  // how many start the journey, not this stretch of it
    }
    if (to) {
        const std::string end(*to);
        make_outcome(cut, end);
        leave_out_starters(cut, end);
        cut.success = Table<Name>{{{end, {}}}, {}};
    }
    leave_out_unreachable(cut);
    return cut;
}

}  // namespace cjm
