// How the ranks of touchpoints move with the assumed ratio of bad to good.
#include <algorithm>
#include <limits>

#include "cli/report/moments_document.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

/// Place of a touchpoint by the size of its impact, from 1; 0 where it has none.
std::size_t place_in(const MomentsResult& result, std::size_t touchpoint) {
    if (!result.touchpoints[touchpoint].simultaneous_low) return 0;
    const auto order = by_impact(result);
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), touchpoint) -
                                    order.begin()) +
           1;
}

std::string moves(const MomentsWords& words) {
    std::string list;
    for (const std::size_t i : by_impact(words.result)) {
        std::size_t best = std::numeric_limits<std::size_t>::max(), worst = 0;
        for (const MomentsResult& swept : words.result.sweep) {
            best = std::min(best, place_in(swept, i));
            worst = std::max(worst, place_in(swept, i));
        }
        if (best >= worst) continue;
        const auto count = [&](std::size_t place) {
            return words.number().count(static_cast<double>(place));
        };
        list += (list.empty() ? "" : ", ") + words.say(Message::sweep_move,
                                                       words.title(words.result.touchpoints[i]),
                                                       count(best), count(worst));
    }
    return list.empty() ? words.say(Message::sweep_same) : words.say(Message::sweep_moves, list);
}

}  // namespace

std::optional<Section> moments_sweep_section(const MomentsWords& words) {
    const auto& sweep = words.result.sweep;
    if (sweep.empty()) return std::nullopt;
    const auto order = by_impact(words.result);
    TableBuilder table;
    table.add_words(words.say(Message::column_touchpoint), 16, [&](std::size_t i) {
        return Cell(words.title(words.result.touchpoints[order[i]]));
    });
    for (const MomentsResult& swept : sweep) {
        const auto ratio = words.number().number(*swept.bad_to_good) + ":1";
        table.add_number(ratio, TableBuilder::always, [&, order](std::size_t i) {
            const MomentResult& moment = swept.touchpoints[order[i]];
            if (!moment.simultaneous_low) return Cell(no_value);
            const auto place = static_cast<double>(place_in(swept, order[i]));
            return Cell(words.number().count(place) + " · " + words.plain(moment.impact),
                        moment.moment_of_truth ? Tone::strong : Tone::plain);
        });
    }
    table.add_rows(order.size());
    return Section{words.say(Message::section_moments_sweep),
                   {moves(words)},
                   table.take(),
                   {words.say(Message::sweep_note)}};
}

}  // namespace cjm::cli
