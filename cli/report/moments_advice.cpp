// What a report on moments of truth says of each of them, and of those that the author declared.
#include <algorithm>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/report/moments_document.hpp"
#include "journey/notes.hpp"

namespace cjm::cli {
namespace {

using Moments = std::vector<const MomentResult*>;

Message cost_of(simulate::Metric metric) {
    switch (metric) {
        case simulate::Metric::success:
            return Message::moment_costs_success;
        case simulate::Metric::ghosted:
            return Message::moment_costs_ghosted;
        case simulate::Metric::margin:
            return Message::moment_costs_margin;
        case simulate::Metric::lifetime_value:
            return Message::moment_costs_lifetime_value;
        case simulate::Metric::nps:
            break;
    }
    return Message::moment_costs_nps;
}

double headroom(const MomentResult& moment) {
    return moment.headroom ? moment.headroom->estimate : 0;
}

/// The moment of truth with the largest headroom, and whether it leads by more than a tenth: what
/// the file assumes is never known so well that less would tell what to mend first.
struct Largest {
    const MomentResult* moment = nullptr;
    bool clearly = true;
};

Largest largest_of(const Moments& moments) {
    Largest most;
    for (const MomentResult* moment : moments)
        if (most.moment == nullptr || headroom(*moment) > headroom(*most.moment))
            most.moment = moment;
    for (const MomentResult* moment : moments)
        if (moment != most.moment && headroom(*moment) > 0.9 * headroom(*most.moment))
            most.clearly = false;
    return most;
}

/// The shares of bad visits that the file assumes of the personas.
struct BadShares {
    double least = 1, most = 0;
};

BadShares bad_shares(const MomentsWords& words, const Touchpoint& touchpoint) {
    BadShares shares;
    for (const Persona& persona : words.journey.personas) {
        if (!(persona.share.likely > 0)) continue;
        const Behaviour behaviour = behaviour_of(touchpoint, persona.id.value);
        const double bad = behaviour.experience ? behaviour.experience->bad.likely : 0;
        shares.least = std::min(shares.least, bad);
        shares.most = std::max(shares.most, bad);
    }
    return shares;
}

/// "10 %", or "10–30 %" where personas differ.
std::string percent_of(const MomentsWords& words, const BadShares& bad) {
    return bad.least < bad.most ? words.number().percent_interval(bad.least, bad.most, 0)
                                : words.number().percent(bad.most, 0);
}

/// What to do: repair it, or keep it as it is.
///
/// again  an earlier one was told in full
std::string advice_for(const MomentsWords& words, const MomentResult& moment,
                       const Touchpoint& touchpoint, const Largest& most, bool again) {
    const BadShares bad = bad_shares(words, touchpoint);
    const bool repairable = bad.most > 0 && headroom(*most.moment) > 0;
    const bool first = repairable && &moment == most.moment && most.clearly;
    const bool fix = repairable && headroom(moment) >= headroom(*most.moment) / 2;
    const Message fixing = again ? Message::moment_fix_again : Message::moment_fix;
    const Message guarding = again ? Message::moment_guard_again : Message::moment_guard;
    const Message message = first ? Message::moment_fix_first : fix ? fixing : guarding;
    const double exposure = moment.exposure ? moment.exposure->estimate : 0;
    return words.say(message, percent_of(words, bad), words.difference(headroom(moment)),
                     words.difference(exposure));
}

std::string owner_of(const MomentsWords& words, const Touchpoint& touchpoint) {
    std::string sentences;
    if (touchpoint.owner_or_us() == Owner::partner)
        sentences += " " + words.say(Message::moment_partner);
    if (touchpoint.owner_or_us() == Owner::third_party)
        sentences += " " + words.say(Message::moment_third_party);
    if (touchpoint.responsible)
        sentences +=
            " " + words.say(Message::moment_responsible, printable(touchpoint.responsible->value));
    return sentences;
}

std::string ideas_of(const MomentsWords& words, const Touchpoint& touchpoint) {
    const auto& ideas = touchpoint.rows.built_in[static_cast<std::size_t>(BuiltInRow::ideas)];
    std::string list;
    for (const Text& idea : ideas) list += (list.empty() ? "" : "; ") + printable(idea.value);
    return list.empty() ? "" : " " + words.say(Message::moment_ideas, list);
}

std::string sentences_for(const MomentsWords& words, const MomentResult& moment,
                          const Largest& most, bool again) {
    const bool of_buyers = words.result.metric == simulate::Metric::lifetime_value;
    const MaybeEstimate& cost = of_buyers ? moment.impact : moment.impact_per_reached;
    const Message what = again ? Message::moment_again : cost_of(words.result.metric);
    std::string sentences =
        words.say(what, words.title(moment), words.difference(cost ? cost->estimate : 0));
    const Touchpoint* touchpoint = words.touchpoint_of(moment);
    if (touchpoint == nullptr) return sentences;
    return sentences + " " + advice_for(words, moment, *touchpoint, most, again) +
           owner_of(words, *touchpoint) + ideas_of(words, *touchpoint);
}

Moments found(const MomentsResult& result) {
    Moments moments;
    for (const std::size_t i : by_impact(result))
        if (result.touchpoints[i].moment_of_truth) moments.push_back(&result.touchpoints[i]);
    return moments;
}

bool is_declared(const MomentsWords& words, const MomentResult& moment) {
    const Touchpoint* touchpoint = words.touchpoint_of(moment);
    return touchpoint != nullptr && cjm::is_declared(*touchpoint);
}

/// What the author declared and was not found.
Moments declared_only(const MomentsWords& words) {
    Moments missing;
    for (const std::size_t i : by_impact(words.result)) {
        const MomentResult& moment = words.result.touchpoints[i];
        if (!moment.moment_of_truth && is_declared(words, moment)) missing.push_back(&moment);
    }
    return missing;
}

}  // namespace

std::vector<std::string> moments_advice(const MomentsWords& words) {
    const Moments moments = found(words.result);
    const Largest most = largest_of(moments);
    const bool all = moments.size() <= MomentsWords::most_named + 1;
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < moments.size(); ++i)
        if (all || i < MomentsWords::most_named || moments[i] == most.moment)
            sentences.push_back(
                fmt::format("{}. {}", i + 1, sentences_for(words, *moments[i], most, i > 0)));
    const auto more = static_cast<double>(moments.size() - sentences.size());
    if (more > 0)
        sentences.push_back(
            words.say(plural(more, Message::moments_more_words_one, Message::moments_more_words),
                      words.number().count(more)));
    return sentences;
}

std::optional<Section> moments_declared_section(const MomentsWords& words) {
    Moments both, found_only;
    for (const MomentResult* moment : found(words.result))
        (is_declared(words, *moment) ? both : found_only).push_back(moment);
    const Moments missing = declared_only(words);
    Section section{words.say(Message::section_moments_declared), {}, {}, {}};
    const auto add = [&](Message message, const Moments& moments) {
        if (!moments.empty())
            section.sentences.push_back(words.say(message, words.titles(moments)));
    };
    add(Message::moments_both, both);
    add(Message::moments_declared_only, missing);
    add(Message::moments_found_only, found_only);
    if (both.empty() && missing.empty()) return std::nullopt;
    return section;
}

std::optional<Section> moments_beside_section(const MomentsWords& words) {
    const Moments moments = found(words.result);
    const std::size_t named = std::min(moments.size(), MomentsWords::most_named);
    std::string list;
    for (std::size_t i = 0; i < named; ++i)
        list += (i > 0 ? ", " : "") + words.say(Message::moments_beside_one,
                                                words.title(*moments[i]), words.rank(*moments[i]),
                                                words.difference(moments[i]->impact->estimate));
    if (named < moments.size())
        list += ", " + words.say(Message::moments_more,
                                 words.number().count(static_cast<double>(moments.size() - named)));
    Section section{words.say(Message::section_moments_beside), {}, {}, {}};
    if (!moments.empty()) section.sentences.push_back(words.say(Message::moments_beside, list));
    const Moments missing = declared_only(words);
    if (!missing.empty())
        section.sentences.push_back(
            words.say(Message::moments_declared_only, words.titles(missing)));
    if (section.sentences.empty()) return std::nullopt;
    return section;
}

}  // namespace cjm::cli
