// The section of a simulation's report on silent customers as a firm sees them.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/report/simulation_tables.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

std::string own_sentence(const SimulationWords& words, const ObserverResult& own) {
    const auto& number = words.number();
    std::string sentence =
        words.say(Message::observer_flagged, number.duration(own.ghost_after_days),
                  number.duration(words.result.horizon_days.value_or(0)), words.share(own.flagged));
    const auto add = [&](const MaybeEstimate& share, Message some, Message all) {
        if (share)
            sentence += " " + (share->estimate == 1 ? words.say(all)
                                                    : words.say(some, words.share(*share)));
    };
    add(own.precision, Message::observer_precision, Message::observer_precision_all);
    add(own.recall, Message::observer_recall, Message::observer_recall_all);
    if (!own.recall) sentence += " " + words.say(Message::observer_nobody_gone);
    return sentence;
}

/// The harmonic mean of precision and recall; 0 where nobody who is gone is flagged.
double balance(const ObserverResult& observer) {
    if (!observer.precision || !observer.recall) return 0;
    const double precision = observer.precision->estimate, recall = observer.recall->estimate;
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

/// At which waits precision and recall are best together; nothing where nobody who is gone is
/// flagged.
void add_best(const SimulationWords& words, std::vector<std::string>& sentences) {
    const auto& range = words.result.observer_range;
    double best = 0;
    for (const auto& observer : range) best = std::max(best, balance(observer));
    if (!(best > 0)) return;
    const auto is_best = [&](const auto& observer) { return balance(observer) == best; };
    const auto first = std::ranges::find_if(range, is_best);
    const auto last = std::find_if(range.rbegin(), range.rend(), is_best);
    const auto wait = [&](const auto& observer) {
        return words.number().duration(observer.ghost_after_days, range.front().ghost_after_days);
    };
    sentences.push_back(first->ghost_after_days == last->ghost_after_days
                            ? words.say(Message::observer_best, wait(*first))
                            : words.say(Message::observer_best_between, wait(*first), wait(*last)));
}

Table range_table(const SimulationWords& words) {
    const auto& range = words.result.observer_range;
    const double own = words.result.observer->ghost_after_days;
    TableBuilder table;
    const auto share = [&](Message title, auto figure, Message note) {
        table.add_number(
            words.say(title), TableBuilder::always, [&range, &words, figure, own](std::size_t i) {
                return Cell(words.share(MaybeEstimate(range[i].*figure)),
                            range[i].ghost_after_days == own ? Tone::strong : Tone::plain);
            });
        table.note(words.say(note));
        add_interval(table, words, 40, [&range, &words, figure](std::size_t i) {
            return Cell(words.share_interval(MaybeEstimate(range[i].*figure)), Tone::faint);
        });
    };
    table.add_words(words.say(Message::column_silent_for), 12, [&](std::size_t i) {
        return Cell(
            words.number().duration(range[i].ghost_after_days, range.front().ghost_after_days),
            range[i].ghost_after_days == own ? Tone::strong : Tone::plain);
    });
    share(Message::column_flagged, &ObserverResult::flagged, Message::note_flagged);
    share(Message::column_precision, &ObserverResult::precision, Message::note_precision);
    share(Message::column_recall, &ObserverResult::recall, Message::note_recall);
    share(Message::column_active, &ObserverResult::active, Message::note_active);
    table.add_rows(range.size());
    return table.take();
}

}  // namespace

std::optional<Section> observer_section(const SimulationWords& words) {
    if (!words.result.observer) return std::nullopt;
    Section section{words.say(Message::section_observer),
                    {own_sentence(words, *words.result.observer)},
                    {},
                    {}};
    if (words.result.observer_range.empty()) return section;
    add_best(words, section.sentences);
    section.table = range_table(words);
    return section;
}

}  // namespace cjm::cli
