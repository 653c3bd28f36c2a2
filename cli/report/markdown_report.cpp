#include "cli/report/markdown_report.hpp"

#include <cctype>

namespace cjm::cli {
namespace {

/// Whether `<` before this could open a tag, a comment or a link.
bool opens_tag(char next) {
    return std::isalpha(static_cast<unsigned char>(next)) != 0 || next == '/' || next == '!' ||
           next == '?';
}

bool is_markup(std::string_view words, std::size_t i) {
    static constexpr std::string_view always = "\\`*_[]|~$&#";
    if (always.find(words[i]) != std::string_view::npos) return true;
    if (words[i] == '<') return i + 1 < words.size() && opens_tag(words[i + 1]);
    return false;
}

/// Escapes what would open a list, a quotation or a heading at the start of a paragraph.
std::string paragraph(std::string_view words) {
    auto escaped = escape_markdown(words);
    const auto digits = escaped.find_first_not_of("0123456789");
    const bool list = digits != std::string::npos && digits > 0 && escaped.size() > digits + 1 &&
                      (escaped[digits] == '.' || escaped[digits] == ')') &&
                      escaped[digits + 1] == ' ';
    if (list) return escaped.insert(digits, "\\");
    if (!escaped.empty() && std::string_view("-+>=:").find(escaped[0]) != std::string_view::npos)
        escaped.insert(0, "\\");
    return escaped;
}

std::string cell_markdown(const Cell& cell) {
    auto words = escape_markdown(cell.text);
    return cell.tone == Tone::strong && !words.empty() ? "**" + words + "**" : words;
}

bool is_shown(const Column& column) {
    return column.kind != ColumnKind::bar;
}

std::string row_markdown(const Table& table, const TableRow& row) {
    std::string line = "|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!is_shown(table.columns[i])) continue;
        const bool given = i < row.cells.size();
        line += " " + (given ? cell_markdown(row.cells[i]) : "") + " |";
    }
    return line + "\n";
}

std::string table_markdown(const Table& table) {
    TableRow header;
    std::string rule = "|";
    for (const auto& column : table.columns) {
        header.cells.emplace_back(column.header);
        if (is_shown(column)) rule += column.align == Align::right ? " ---: |" : " --- |";
    }
    std::string lines = row_markdown(table, header) + rule + "\n";
    for (const auto& row : table.rows) lines += row_markdown(table, row);
    return lines;
}

/// The small print of the columns and of the section in one paragraph.
std::string notes_of(const Section& section) {
    std::string notes;
    const auto add = [&](const std::string& note) {
        if (!note.empty()) notes += (notes.empty() ? "" : " ") + note;
    };
    if (section.table)
        for (const auto& column : section.table->columns)
            if (is_shown(column)) add(column.note);
    for (const auto& note : section.notes) add(note);
    return notes;
}

}  // namespace

std::string escape_markdown(std::string_view words) {
    std::string escaped;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\n' || words[i] == '\r') {
            escaped += ' ';
            continue;
        }
        if (is_markup(words, i)) escaped += '\\';
        escaped += words[i];
    }
    return escaped;
}

std::string document_markdown(const Document& document) {
    std::string result = "# " + escape_markdown(document.title) + "\n";
    const auto block = [&](const std::string& words) { result += "\n" + words + "\n"; };
    if (!document.subtitle.empty()) block(paragraph(document.subtitle));
    for (const auto& words : document.lead) block(paragraph(words));
    for (const auto& section : document.sections) {
        block("## " + escape_markdown(section.heading));
        for (const auto& sentence : section.sentences) block(paragraph(sentence));
        if (section.table) result += "\n" + table_markdown(*section.table);
        const auto notes = notes_of(section);
        if (!notes.empty()) block(paragraph(notes));
    }
    return result;
}

std::string markdown_report(const Journey& journey, const SimulationResult& result,
                            const Provenance& provenance, const MomentsResult* moments) {
    return document_markdown(simulation_document(journey, result, provenance, moments));
}

}  // namespace cjm::cli
