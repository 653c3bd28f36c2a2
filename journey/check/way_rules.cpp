#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "journey/check/rules.hpp"
#include "journey/check/visit_chain.hpp"
#include "journey/check/wait_law.hpp"
#include "journey/wait_moments.hpp"

namespace cjm::check {
namespace {

constexpr auto bad = static_cast<std::size_t>(Experience::bad);

/// By vertex: whether goodwill changes how many leave, there or at a touchpoint that can come after
/// it.
std::vector<bool> where_goodwill_counts(const Look& look, std::size_t flow) {
    std::vector<Vertex> sensitive;
    const auto& visits = look.flows[flow].visits;
    if (look.journey.goodwill.hazard_ratio.likely != 1.0)
        for (Vertex v = 0; v < visits.size(); ++v)
            for (std::size_t experience = 0; experience < visits[v].chance.size(); ++experience)
                if (visits[v].chance[experience] > 0 && visits[v].after(experience).hazard > 0 &&
                    visits[v].dissatisfaction > 0) {
                    sensitive.push_back(v);
                    break;
                }
    return look.structures[flow].graph.leading_to(sensitive);
}

const Behaviour* own_behaviour(const Touchpoint& touchpoint, const std::string& persona) {
    for (const auto& [id, own] : touchpoint.for_persona)
        if (id.value == persona) return &own;
    return nullptr;
}

SourceSpan place_of_experience(const Look& look, Vertex v, PersonaId persona) {
    const Touchpoint& touchpoint = look.journey.touchpoints[v];
    const auto* own = own_behaviour(touchpoint, look.journey.personas[persona.index()].id.value);
    const auto& experience =
        own && own->experience ? own->experience : touchpoint.behaviour.experience;
    return experience ? experience->where : touchpoint.id.where;
}

const FlowEdge* edge_between(const Flow& flow, Vertex from, Vertex to) {
    const FlowVisit& visit = flow.visits[from];
    for (std::size_t experience = 0; experience < visit.chance.size(); ++experience)
        if (visit.chance[experience] > 0)
            for (const FlowEdge& edge : visit.after(experience).edges)
                if (edge.target == to) return &edge;
    return nullptr;
}

/// What customers of some personas wait for without patience at one touchpoint.
struct LongWaits {
    const Wait* longest = nullptr;
    bool others_differ = false;
    std::set<Vertex> targets;
    std::vector<std::size_t> flows;
};

/// Whether there are any.
bool add_long_waits(const FlowVisit& visit, LongWaits& waits) {
    constexpr double long_wait_days = 3;
    bool any = false;
    for (const FlowWay& way : visit.ways)
        for (const FlowEdge& edge : way.edges) {
            if (!edge.wait || edge.patience_given) continue;
            const double mean = mean_days(*edge.wait);
            if (mean <= long_wait_days) continue;
            any = true;
            waits.targets.insert(edge.target);
            if (waits.longest && mean != mean_days(*waits.longest)) waits.others_differ = true;
            if (!waits.longest || mean > mean_days(*waits.longest)) waits.longest = edge.wait;
        }
    return any;
}

std::vector<Vertex> likeliest_way_to_success(const Look& look, std::size_t flow) {
    std::vector<Vertex> successes;
    for (std::size_t outcome = 0; outcome < look.journey.outcomes.size(); ++outcome)
        if (counts_as_success(look.journey, OutcomeId(outcome)))
            successes.push_back(static_cast<Vertex>(look.journey.touchpoints.size() + outcome));
    const Structure& structure = look.structures[flow];
    auto way = structure.graph.shortest_path({&structure.start, 1}, successes);
    if (!way.empty()) way.erase(way.begin());
    return way;
}

/// The largest step that goodwill makes at once.
std::int64_t largest_step(const Look& look) {
    const Goodwill& goodwill = look.journey.goodwill;
    std::int64_t largest = -look.journey.friction.goodwill.value;
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow)
        for (std::size_t v = 0; v < look.flows[flow].visits.size(); ++v) {
            if (!look.structures[flow].reached[v]) continue;
            const FlowVisit& visit = look.flows[flow].visits[v];
            if (visit.chance[bad] > 0)
                largest = std::max(largest, -goodwill.bad.value * visit.weight);
            if (visit.chance[static_cast<std::size_t>(Experience::good)] > 0)
                largest = std::max(largest, goodwill.good.value * visit.weight);
        }
    return largest;
}

std::int64_t largest_distance(const Look& look) {
    std::int64_t largest = 0;
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
        const std::int64_t start = look.flows[flow].start_goodwill;
        const auto [lowest, highest] = goodwill_range(look.flows[flow], look.structures[flow]);
        largest = std::max({largest, start - lowest, highest - start});
    }
    return largest;
}

}  // namespace

void find_bad_moments_without_effect(const Look& look, Findings& findings) {
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
        const std::vector<bool> counts_later = where_goodwill_counts(look, flow);
        for (Vertex v = 0; v < look.flows[flow].visits.size(); ++v) {
            const FlowVisit& visit = look.flows[flow].visits[v];
            const bool leads_elsewhere = visit.way[bad] != 0;
            if (!look.structures[flow].reached[v] || visit.chance[bad] <= 0 || leads_elsewhere ||
                visit.can_leave(bad))
                continue;
            Diagnostic found{Severity::advice, "bad-moment-without-effect", {}, {}, {}, {}};
            found.where = place_of_experience(look, v, look.flows[flow].persona);
            const char* reason = visit.after(bad).hazard > 0
                                     ? "the hazards of its causes are multiplied by 0"
                                     : "its `next` sums to 1";
            found.message = fmt::format(
                "a bad moment at touchpoint \"{}\" makes nobody leave, there or later: {}",
                look.name(v), reason);
            if (counts_later[v]) {
                found.id = "bad-moment-felt-later";
                found.message = fmt::format(
                    "a bad moment at touchpoint \"{}\" makes nobody leave there: {}; only later "
                    "touchpoints feel it",
                    look.name(v), reason);
            }
            found.hint =
                "let `next` sum to less than 1, or say where a bad moment leads: after.bad.next";
            findings.add(std::move(found), look.name(v), look.for_persona(flow));
        }
    }
}

/// Days that most would wait: a round number above twice the mean wait.
double example_patience(double mean_wait) {
    const double step = mean_wait < 50 ? 10 : 100;
    return std::ceil(2 * mean_wait / step) * step;
}

void find_long_waits(const Look& look, Findings& findings) {
    std::vector<std::pair<Vertex, LongWaits>> places;
    for (Vertex v = 0; v < look.journey.touchpoints.size(); ++v) {
        LongWaits waits;
        for (std::size_t flow = 0; flow < look.flows.size(); ++flow)
            if (add_long_waits(look.flows[flow].visits[v], waits)) waits.flows.push_back(flow);
        if (!waits.flows.empty()) places.emplace_back(v, std::move(waits));
    }
    if (places.empty()) return;
    std::stable_sort(places.begin(), places.end(), [](const auto& one, const auto& other) {
        return mean_days(*one.second.longest) > mean_days(*other.second.longest);
    });
    const auto& [v, waits] = places.front();
    const std::string& from = look.name(v);
    std::vector<std::string> targets, others;
    for (const Vertex target : waits.targets) targets.push_back(look.name(target));
    constexpr std::size_t most_named = 4;
    for (std::size_t i = 1; i < std::min(places.size(), most_named); ++i)
        others.push_back(look.name(places[i].first));
    Diagnostic found{
        Severity::advice, "long-wait-without-patience", waits.longest->where, {}, {}, {}};
    found.message = fmt::format(
        "customers wait {}{:.3g} d on average from \"{}\" to {} and nobody loses patience; who "
        "waits over 3 d may",
        waits.others_differ ? "up to " : "", mean_days(*waits.longest), from, quoted_list(targets));
    if (!others.empty())
        found.message += fmt::format("; so it is at {}{}", quoted_list(others),
                                     places.size() > most_named ? " and others" : "");
    found.hint = fmt::format(
        "say how long they bear it on average, such as patience = {{ {} = \"{:.0f} d\" }} at "
        "\"{}\"",
        as_key(targets.front()), example_patience(mean_days(*waits.longest)), from);
    for (const std::size_t flow : waits.flows) findings.add(found, "", look.for_persona(flow));
}

namespace {

/// Switches on the likeliest way to a success, and whose way that is.
struct Switching {
    std::vector<Vertex> way;
    std::vector<std::size_t> at;  ///< positions on the way behind a switch
    std::vector<std::size_t> flows;
};

std::vector<Switching> switchings(const Look& look) {
    std::vector<Switching> found;
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
        Switching one{likeliest_way_to_success(look, flow), {}, {flow}};
        for (std::size_t i = 1; i < one.way.size(); ++i)
            if (const FlowEdge* edge = edge_between(look.flows[flow], one.way[i - 1], one.way[i]);
                edge && edge->friction)
                one.at.push_back(i);
        if (one.at.size() < 2) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Switching& other) {
            return other.way == one.way && other.at == one.at;
        });
        if (same == found.end())
            found.push_back(std::move(one));
        else
            same->flows.push_back(flow);
    }
    std::stable_sort(found.begin(), found.end(), [](const Switching& a, const Switching& b) {
        return a.at.size() > b.at.size();
    });
    return found;
}

/// `; so it does for "user"`, where other personas switch on ways of their own.
std::string others_switching(const Look& look, const std::vector<Switching>& all) {
    std::vector<std::string> personas;
    for (std::size_t i = 1; i < all.size(); ++i)
        for (const std::size_t flow : all[i].flows)
            if (const PersonaId persona = look.for_persona(flow).persona)
                personas.push_back(look.journey.personas[persona.index()].id.value);
    return personas.empty() ? "" : fmt::format("; so it does for {}", quoted_list(personas));
}

}  // namespace

bool find_channel_switches(const Look& look, Findings& findings) {
    const std::vector<Switching> all = switchings(look);
    if (all.empty()) return false;
    const auto& [way, switches, flows] = all.front();
    const auto& touchpoints = look.journey.touchpoints;
    const auto shown = [&](Vertex v) {
        return fmt::format("{} ({})", look.name(v), touchpoints[v].channel->value);
    };
    std::string told;
    for (const std::size_t i : switches)
        told +=
            fmt::format("{}{} > {}", told.empty() ? "" : ", ", shown(way[i - 1]), shown(way[i]));
    Diagnostic found{Severity::advice, "channel-switches", {}, {}, {}, {}};
    // what is ours can hand over
    const auto ours = std::find_if(switches.begin(), switches.end(), [&](std::size_t i) {
        return touchpoints[way[i - 1]].owner_or_us() == Owner::us;
    });
    const std::size_t mended = ours == switches.end() ? switches[0] : *ours;
    const Vertex from = way[mended - 1], to = way[mended];
    found.where = touchpoints[from].channel->where;
    found.message = fmt::format(
        "the likeliest way to a success changes channel {} times without handing over: "
        "{}{}",
        switches.size(), told, others_switching(look, all));
    found.hint = fmt::format(
        "where the next channel knows what happened, say so: seamless = {{ {} = true }} at \"{}\"",
        as_key(look.name(to)), look.name(from));
    for (const std::size_t flow : flows) {
        // scenarios have ways of their own, and the trouble is the same
        const Situation situation = look.for_persona(flow);
        findings.add(found, situation.scenario ? "scenarios" : "", situation);
    }
    return true;
}

void find_idle_fade(const Look& look, Findings& findings) {
    const Number& fade = look.journey.goodwill.fade;
    if (fade.likely <= 0) return;
    const auto forgets = [&](std::int64_t distance) {
        return std::trunc(fade.likely * static_cast<double>(distance)) > 0;
    };
    const std::int64_t distance = largest_distance(look), step = largest_step(look);
    if (forgets(std::min(distance, step))) return;
    Diagnostic found{Severity::advice, "idle-fade", fade.where, {}, {}, {}};
    if (!forgets(distance)) {
        found.message = fmt::format(
            "a fade of {} forgets nothing: goodwill comes at most {} points from its start, and "
            "parts "
            "of a point are cut off",
            fade.likely, distance);
    } else {
        std::int64_t first = step;
        while (!forgets(first)) ++first;
        found.message = fmt::format(
            "a fade of {} forgets nothing within {} points of the start goodwill, and one moment "
            "moves "
            "it by at most {}: parts of a point are cut off",
            fade.likely, first - 1, step);
    }
    if (const auto moved = std::min(step, distance); moved > 1)
        found.hint = fmt::format("a fade of {:.2g} is felt after one moment",
                                 std::ceil(100.0 / static_cast<double>(moved)) / 100);
    findings.add(std::move(found));
}

}  // namespace cjm::check
