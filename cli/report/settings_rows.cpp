#include "cli/report/settings_rows.hpp"

#include "base/text_width.hpp"
#include "cli/report/table_builder.hpp"

namespace cjm::cli {
namespace {

constexpr std::size_t hash_digits = 16;  // enough to tell files apart; the JSON has all of it

}  // namespace

void SettingsRows::add(Message title, std::string value) {
    rows_.emplace_back(words_.say(title), std::move(value));
}

Section SettingsRows::section(const Provenance& provenance, Message input) {
    if (!provenance.program.empty()) add(Message::row_program, printable(provenance.program));
    if (!provenance.input_sha256.empty())
        add(input, printable(provenance.input_sha256.substr(0, hash_digits)) + "…");
    TableBuilder table;
    table.add_words("", 16, [this](std::size_t i) { return Cell(rows_[i].first, Tone::faint); });
    table.add_words("", 24, [this](std::size_t i) { return Cell(rows_[i].second); });
    table.add_rows(rows_.size());
    return Section{words_.say(Message::section_settings), {}, table.take(), {}};
}

}  // namespace cjm::cli
