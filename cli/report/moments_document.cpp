#include "cli/report/moments_document.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

std::vector<const MomentResult*> found(const MomentsResult& result) {
    std::vector<const MomentResult*> moments;
    for (const std::size_t i : by_impact(result))
        if (result.touchpoints[i].moment_of_truth) moments.push_back(&result.touchpoints[i]);
    return moments;
}

std::string found_sentence(const MomentsWords& words) {
    const auto moments = found(words.result);
    if (moments.empty())
        return words.say(Message::moments_found_none, words.metric(),
                         words.difference(words.result.minimum_effect));
    const auto count = static_cast<double>(moments.size());
    const auto all = static_cast<double>(words.result.touchpoints.size());
    return words.say(plural(count, Message::moments_found_one, Message::moments_found_many),
                     words.number().count(count), words.number().count(all), words.titles(moments));
}

/// Whether nothing depends on what customers experience, anywhere.
bool nothing_moves(const MomentsResult& result) {
    constexpr double rounding = 1e-12;
    return std::all_of(result.touchpoints.begin(), result.touchpoints.end(),
                       [](const MomentResult& moment) {
                           return !moment.impact || std::abs(moment.impact->estimate) <= rounding;
                       });
}

/// The assumption that all impacts rest on.
std::string ratio_sentence(const MomentsWords& words) {
    if (words.result.as_is && nothing_moves(words.result))
        return words.say(Message::moments_nothing_moves);
    const auto& ratio = words.result.bad_to_good;
    std::string sentence =
        ratio ? words.say(Message::moments_ratio, words.number().number(*ratio))
              : words.say(Message::moments_no_ratio,
                          words.number().count(
                              std::abs(static_cast<double>(words.journey.goodwill.bad.value))));
    if (words.result.sweep.empty()) sentence += " " + words.say(Message::moments_sweep_hint);
    return sentence;
}

std::string as_is_sentence(const MomentsWords& words) {
    if (!words.result.as_is) return words.say(Message::moments_no_buyers);
    return words.say(Message::moments_as_is, words.metric(), words.level(words.result.as_is));
}

/// Touchpoints that nobody reaches, in words; empty where there are none.
std::string never_reached(const MomentsWords& words) {
    std::vector<const MomentResult*> moments;
    for (const MomentResult& moment : words.result.touchpoints)
        if (!moment.simultaneous_low && moment.reach.estimate == 0) moments.push_back(&moment);
    return moments.empty() ? "" : words.say(Message::note_never_reached, words.titles(moments));
}

Section ranked_section(const MomentsWords& words, std::string heading,
                       std::vector<std::string> sentences) {
    Section section{std::move(heading), std::move(sentences), moments_table(words), {}};
    if (auto note = never_reached(words); !note.empty()) section.notes.push_back(std::move(note));
    return section;
}

}  // namespace

Document moments_document(const Journey& journey, const MomentsResult& result,
                          const Provenance& provenance) {
    const MomentsWords words(journey, result);
    Document document;
    document.title = printable(journey.title.value);
    const auto scenario = words.scenario();
    if (!scenario.empty()) document.subtitle = words.say(Message::scenario_line, scenario);
    document.lead = {found_sentence(words) + " " + as_is_sentence(words), ratio_sentence(words)};
    document.sections.push_back(ranked_section(words, words.say(Message::section_moments), {}));
    if (auto advice = moments_advice(words); !advice.empty())
        document.sections.push_back(
            {words.say(Message::section_moments_words), std::move(advice), {}, {}});
    if (auto declared = moments_declared_section(words))
        document.sections.push_back(std::move(*declared));
    if (auto sweep = moments_sweep_section(words)) document.sections.push_back(std::move(*sweep));
    for (const MomentsResult& persona : result.by) {
        if (result.by.size() == 1) break;  // the table above is theirs
        const MomentsWords own(journey, persona);
        Section section = ranked_section(
            own, words.say(Message::section_moments_persona, words.persona(persona.persona)),
            {found_sentence(own) + " " + as_is_sentence(own)});
        // what the columns hold stands under the first table
        for (Column& column : section.table->columns) column.note.clear();
        document.sections.push_back(std::move(section));
    }
    document.sections.push_back(moments_settings_section(words, provenance));
    return document;
}

}  // namespace cjm::cli
