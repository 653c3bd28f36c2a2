#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/number_format.hpp"
#include "journey/check/rules.hpp"

namespace cjm::check {
namespace {

constexpr double most_visits = 1e6;

std::string key_of(const Look& look, const std::vector<Vertex>& members) {
    std::string key;
    for (const Vertex v : members) key += look.name(v) + ' ';
    return key;
}

std::string hint_for(const EndlessLoop& loop) {
    if (loop.nobody_leaves)
        return "`next` there sums to less than 1, but the hazards of its causes are all multiplied "
               "by "
               "0: name a cause whose hazard stays positive";
    if (loop.without_wait)
        return "let `next` of one of them sum to less than 1, lead it to an outcome, or give the "
               "way "
               "round a `wait`";
    return "let `next` of one of them sum to less than 1, lead it to an outcome, or give its wait "
           "a "
           "`patience`";
}

/// 3,217,345 becomes 3,200,000: no more is meant.
std::string roughly(double count) {
    const double unit = std::pow(10.0, std::floor(std::log10(count)) - 1);
    return NumberFormat(Language::english).count(std::round(count / unit) * unit);
}

std::vector<Note> other_members(const Look& look, const std::vector<Vertex>& way_round,
                                const std::vector<Vertex>& members, PersonaId persona) {
    constexpr std::size_t most_notes = 3;
    std::vector<Note> notes;
    for (const Vertex v : members) {
        if (std::find(way_round.begin(), way_round.end(), v) != way_round.end()) continue;
        if (notes.size() == most_notes) break;
        notes.push_back({look.place_of_next(v, persona),
                         fmt::format("\"{}\" belongs to the loop too", look.name(v))});
    }
    return notes;
}

}  // namespace

void find_endless_loops(const Look& look, Findings& findings) {
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
        const PersonaId persona = look.flows[flow].persona;
        for (const auto& loop : endless_loops(look.flows[flow], look.structures[flow])) {
            Diagnostic found;
            found.id = "endless-loop";
            found.where = look.place_of_next(loop.way_round.front(), persona);
            found.message = fmt::format(
                "customers go round {}{} and nobody can leave; every touchpoint must lead to an "
                "end",
                look.way(loop.way_round), loop.without_wait ? " without a wait" : "");
            found.hint = hint_for(loop);
            found.notes = other_members(look, loop.way_round, loop.members, persona);
            findings.add(std::move(found), key_of(look, loop.members), look.for_persona(flow));
        }
    }
}

void find_too_many_visits(const Look& look, Effort& effort, Findings& findings) {
    const auto found = too_many_visits(look.flows, look.structures, most_visits, effort);
    if (!found) return;
    const PersonaId persona = look.flows[found->flow].persona;
    Diagnostic told;
    told.id = "too-many-visits";
    told.where = look.place_of_next(found->way_round.front(), persona);
    told.message = fmt::format(
        "customers go round {} so long that one makes {} visits on average; at most 1,000,000 are "
        "possible",
        look.way(found->way_round),
        found->about ? fmt::format("about {}", roughly(*found->about))
                     : fmt::format("more than {}", roughly(found->at_least)));
    told.hint = "let more of them leave or go on: a smaller share of `next` that leads back";
    told.notes = other_members(look, found->way_round, found->members, persona);
    findings.add(std::move(told), key_of(look, found->members), look.for_all());
}

}  // namespace cjm::check
