// What a reviewer from the craft would say of a map; nothing here needs a simulation.
#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "journey/check/rules.hpp"
#include "journey/notes.hpp"
#include "journey/wait_moments.hpp"

namespace cjm::check {
namespace {

constexpr auto bad = static_cast<std::size_t>(Experience::bad);

/// The largest share of bad moments there, of any persona who gets there.
double bad_share(const Look& look, Vertex v) {
    double largest = 0;
    for (std::size_t flow = 0; flow < look.flows.size(); ++flow)
        if (look.structures[flow].reached[v])
            largest = std::max(largest, look.flows[flow].visits[v].chance[bad]);
    return largest;
}

SourceSpan place_of_experience(const Touchpoint& touchpoint) {
    const auto& experience = touchpoint.behaviour.experience;
    return experience ? experience->where : touchpoint.id.where;
}

// ---- moment-without-mobile ----

/// The words of a channel in small letters, cut at everything else.
bool names_word(std::string_view channel, std::string_view word) {
    std::string lower;
    for (const char letter : channel)
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const auto is_letter = [](char letter) {
        return std::isalnum(static_cast<unsigned char>(letter)) != 0;
    };
    for (std::size_t at = lower.find(word); at != std::string::npos;
         at = lower.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool starts = at == 0 || !is_letter(lower[at - 1]);
        if (starts && (end == lower.size() || !is_letter(lower[end]))) return true;
    }
    return false;
}

/// Tagged so, or reached by what a phone carries.
bool is_mobile(const Touchpoint& touchpoint) {
    constexpr std::array<std::string_view, 13> on_phones{
        "mobile",  "app",      "sms",      "qr",         "web",  "website", "online",
        "di động", "ứng dụng", "tin nhắn", "trực tuyến", "chat", "zalo"};
    if (has_tag(touchpoint, "mobile")) return true;
    return touchpoint.channel && std::any_of(on_phones.begin(), on_phones.end(), [&](auto word) {
               return names_word(touchpoint.channel->value, word);
           });
}

}  // namespace

void find_unowned_bad_moments(const Look& look, Findings& findings) {
    constexpr double often = 0.1;
    constexpr std::size_t most_named = 4;
    if (!is_annotated(look.journey)) return;
    std::vector<Vertex> unowned;
    for (Vertex v = 0; v < look.journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = look.journey.touchpoints[v];
        if (touchpoint.owner_or_us() != Owner::us || touchpoint.responsible) continue;
        if (fills_row(look.journey, touchpoint, BuiltInRow::ideas) ||
            fills_row(look.journey, touchpoint,
                      BuiltInRow::pains))  // "pains-without-ideas" tells it
            continue;
        if (bad_share(look, v) >= often) unowned.push_back(v);
    }
    if (unowned.empty()) return;
    std::stable_sort(unowned.begin(), unowned.end(),
                     [&](Vertex a, Vertex b) { return bad_share(look, a) > bad_share(look, b); });
    const Vertex worst = unowned.front();
    Diagnostic found{Severity::advice, "bad-moment-unowned", {}, {}, {}, {}};
    found.where = place_of_experience(look.journey.touchpoints[worst]);
    found.message = fmt::format(
        "{:.0f} % of the moments at touchpoint \"{}\" are bad, nobody is responsible for it and no "
        "idea stands against it",
        100 * bad_share(look, worst), look.name(worst));
    std::vector<std::string> others;
    for (std::size_t i = 1; i < std::min(unowned.size(), most_named); ++i)
        others.push_back(look.name(unowned[i]));
    if (!others.empty())
        found.message += fmt::format("; so it is with {}{}", quoted_list(others),
                                     unowned.size() > most_named ? " and others" : "");
    found.hint =
        "say who answers for it: responsible = \"...\", or what could be done: ideas = [\"...\"]";
    findings.add(std::move(found), "", look.for_all());
}

namespace {

/// A wait longer than the firm's patience with silence.
struct Stretch {
    Vertex from = 0, to = 0;
    const Wait* wait = nullptr;
    std::vector<std::size_t> flows;
};

/// The longest from each touchpoint, the longest of all first.
std::vector<Stretch> silent_stretches(const Look& look, double ghost_after) {
    std::vector<Stretch> stretches;
    for (Vertex v = 0; v < look.journey.touchpoints.size(); ++v) {
        Stretch longest;
        for (std::size_t flow = 0; flow < look.flows.size(); ++flow) {
            if (!look.structures[flow].reached[v]) continue;
            bool any = false;
            for (const FlowWay& way : look.flows[flow].visits[v].ways)
                for (const FlowEdge& edge : way.edges) {
                    if (!edge.wait || mean_days(*edge.wait) <= ghost_after) continue;
                    any = true;
                    if (longest.wait == nullptr || mean_days(*edge.wait) > mean_days(*longest.wait))
                        longest = {v, edge.target, edge.wait, std::move(longest.flows)};
                }
            if (any) longest.flows.push_back(flow);
        }
        if (longest.wait != nullptr) stretches.push_back(std::move(longest));
    }
    std::stable_sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
        return mean_days(*a.wait) > mean_days(*b.wait);
    });
    return stretches;
}

}  // namespace

void find_silent_stretches(const Look& look, Findings& findings) {
    if (!look.journey.ghost_after_days) return;
    const double ghost_after = look.journey.ghost_after_days->value;
    const auto stretches = silent_stretches(look, ghost_after);
    if (stretches.empty()) return;
    const Stretch& longest = stretches.front();
    std::vector<std::string> others;
    for (std::size_t i = 1; i < stretches.size(); ++i)
        others.push_back(look.name(stretches[i].from));
    Diagnostic found{Severity::advice, "silent-stretch", longest.wait->where, {}, {}, {}};
    found.message = fmt::format(
        "nothing happens for {:.3g} d on average between \"{}\" and \"{}\", longer than "
        "ghost_after "
        "({:.3g} d): the firm calls customers gone who are only waiting",
        mean_days(*longest.wait), look.name(longest.from), look.name(longest.to), ghost_after);
    if (!others.empty()) found.message += fmt::format("; so it is after {}", quoted_list(others));
    found.hint = "put a contact in between, such as a reminder, or raise ghost_after";
    for (const std::size_t flow : longest.flows)
        findings.add(found, look.name(longest.from), look.for_persona(flow));
}

void find_missing_support(const Look& look, Findings& findings) {
    for (Vertex v = 0; v < look.journey.touchpoints.size(); ++v) {
        const Touchpoint& touchpoint = look.journey.touchpoints[v];
        if (!is_declared(touchpoint) || touchpoint.owner_or_us() != Owner::us) continue;
        if (bad_share(look, v) <= 0 || support_near(look.journey, touchpoint)) continue;
        Diagnostic found{
            Severity::advice, "support-missing", touchpoint.moment_of_truth->where, {}, {}, {}};
        found.message = fmt::format(
            "moment of truth \"{}\" has no support near: neither there nor one step further",
            look.name(v));
        found.hint =
            "tag who helps there or next with \"support\", or say what helps: support = [\"...\"]";
        findings.add(std::move(found), look.name(v), look.for_all());
    }
}

void find_moments_without_mobile(const Journey& journey, Findings& findings) {
    const Touchpoint* first = nullptr;
    std::size_t count = 0;
    for (const Touchpoint& touchpoint : journey.touchpoints) {
        if (is_mobile(touchpoint)) return;
        if (touchpoint.owner_or_us() != Owner::us) continue;
        if (!touchpoint.channel) return;  // who knows
        if (!touchpoint.moment) continue;
        if (!first) first = &touchpoint;
        ++count;
    }
    if (!first) return;
    Diagnostic found{Severity::advice, "moment-without-mobile", first->moment->where, {}, {}, {}};
    found.message = fmt::format(
        "the journey has {} micro-moment{} of ours and no touchpoint on a mobile phone, where such "
        "moments begin",
        count, count == 1 ? "" : "s");
    found.hint = "tag what works well on a phone: tags = [\"mobile\"]";
    findings.add(std::move(found));
}

void find_survey_trouble(const Journey& journey, Findings& findings) {
    if (!journey.survey) return;
    constexpr std::size_t most_questions = 5;
    constexpr double fewest_answers = 30;
    const Survey& survey = *journey.survey;
    const std::size_t questions = (survey.csat ? 1U : 0U) + (survey.nps ? 1U : 0U) +
                                  (survey.ces ? 1U : 0U) + survey.csi.size();
    if (questions > most_questions) {
        Diagnostic found{Severity::advice, "long-survey", survey.where, {}, {}, {}};
        found.message = fmt::format(
            "the survey asks {} questions (attributes of `csi` count); beyond {} fewer people "
            "answer",
            questions, most_questions);
        found.hint =
            "keep those that somebody will act on, in neutral words, and let people "
            "answer without a name";
        findings.add(std::move(found));
    }
    const double customers = journey.customers_per_year.likely;
    const double answers = customers * survey.response.likely;
    if (customers > 0 && answers < fewest_answers) {
        Diagnostic found{Severity::advice, "few-answers", survey.response.where, {}, {}, {}};
        if (!found.where.somewhere()) found.where = survey.where;
        found.message = fmt::format(
            "at most {:.3g} customers answer in a year; fewer than {:.0f} answers are a clue, no "
            "figure",
            answers, fewest_answers);
        found.hint = "ask more of them, or talk to them instead of counting";
        findings.add(std::move(found));
    }
}

}  // namespace cjm::check
