// The section of a simulation's report on how customers get from channel to channel.
#include <vector>

#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

struct Part {
    Message title, note;
    MaybeEstimate share;
};

/// Repeated effort only where the file says what a switch takes: 0 would be no figure else.
std::vector<Part> parts_of(const SimulationWords& words) {
    const SeamlessnessResult& result = *words.result.seamlessness;
    std::vector<Part> parts;
    const auto add = [&](Message title, Message note, const MaybeEstimate& share) {
        if (share) parts.push_back({title, note, share});
    };
    add(Message::seams_customers, Message::seams_customers_note, result.customers);
    add(Message::seams_steps, Message::seams_steps_note, result.steps);
    add(Message::seams_late, Message::seams_late_note, MaybeEstimate(result.late_waits));
    if (words.journey.friction.effort.likely > 0)
        add(Message::seams_effort, Message::seams_effort_note, result.repeated_effort);
    return parts;
}

Table table_of(const SimulationWords& words, const std::vector<Part>& parts) {
    TableBuilder table;
    table.add_words(words.say(Message::column_figure), 16,
                    [&](std::size_t i) { return Cell(words.say(parts[i].title)); });
    table.add_number(words.say(Message::column_share), TableBuilder::always,
                     [&](std::size_t i) { return Cell(words.share(parts[i].share)); });
    add_interval(table, words, 60, [&](std::size_t i) {
        return Cell(words.share_interval(parts[i].share), Tone::faint);
    });
    table.add_words("", 24,
                    [&](std::size_t i) { return Cell(words.say(parts[i].note), Tone::faint); });
    table.add_rows(parts.size());
    return table.take();
}

}  // namespace

std::optional<Section> seamlessness_section(const SimulationWords& words) {
    if (!words.result.seamlessness) return std::nullopt;
    const SeamlessnessResult& result = *words.result.seamlessness;
    Section section{words.say(Message::section_seams), {}, {}, {}};
    if (result.index)
        section.sentences.push_back(words.say(Message::seams_index, words.share(*result.index)));
    section.table = table_of(words, parts_of(words));
    return section;
}

}  // namespace cjm::cli
