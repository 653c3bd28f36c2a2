#include "cli/report/comparison_document.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text_width.hpp"
#include "cli/report/comparison_words.hpp"

namespace cjm::cli {
namespace {

std::string subtitle(const ComparisonWords& words) {
    const auto count = static_cast<double>(words.comparison().scenarios.size());
    const bool files = words.compared.of_files;
    const Message message =
        files ? plural(count, Message::compare_files_one, Message::compare_files_many)
              : plural(count, Message::compare_one, Message::compare_many);
    return words.say(message, words.number().count(count));
}

/// The journey as it is, its amounts bare numbers where another journey has another currency.
Journey in_common_currency(const ComparedJourneys& compared) {
    Journey journey = compared.as_is;
    for (const Journey* other : compared.scenarios)
        if (other->currency != compared.as_is.currency) journey.currency.clear();
    return journey;
}

/// Gives tables of the same columns the same widths, so that the same of them are shown.
void align_widths(std::vector<Section>& sections) {
    std::vector<int> widths(sections.empty() ? 0 : sections[0].table->columns.size());
    for (const Section& section : sections)
        for (const TableRow& row : section.table->rows)
            for (std::size_t i = 0; i < widths.size(); ++i)
                widths[i] = std::max(widths[i], display_width(row.cells[i].text));
    for (Section& section : sections)
        for (std::size_t i = 1; i < widths.size(); ++i)
            section.table->columns[i].at_least = widths[i];
}

}  // namespace

Document comparison_document(const ComparedJourneys& given) {
    const Journey as_is = in_common_currency(given);
    const ComparedJourneys compared{
        as_is,         given.scenarios, given.result, given.provenance, given.scenario_provenance,
        given.written, given.of_files};
    const ComparisonWords words(compared);
    Document document;
    document.title = printable(compared.as_is.title.value);
    document.subtitle = subtitle(words);
    document.lead = comparison_headline(words);
    document.sections.push_back(comparison_section(words));
    const auto add = [&](std::optional<Section> section) {
        if (section) document.sections.push_back(std::move(*section));
    };
    add(budget_section(words));
    add(worth_section(words));
    std::vector<Section> figures;
    for (std::size_t i = 0; i < compared.result.scenarios.size(); ++i)
        figures.push_back(scenario_section(words, i));
    align_widths(figures);
    for (Section& section : figures) document.sections.push_back(std::move(section));
    document.sections.push_back(comparison_settings_section(words));
    return document;
}

}  // namespace cjm::cli
