#include "journey/parse/detail/stray_key.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text_place.hpp"
#include "base/text_width.hpp"
#include "journey/model.hpp"

namespace cjm::detail {
namespace {

constexpr std::array<std::string_view, 26> keys{
    "title",   "stage",    "channel", "owner",           "responsible", "links", "moment",
    "tags",    "weight",   "next",    "moment_of_truth", "experience",  "cost",  "counts",
    "causes",  "silent",   "effort",  "revenue",         "refers",      "wait",  "evidence",
    "emotion", "patience", "rows",    "seamless",        "id"};

bool is_key_of_touchpoint(std::string_view name) {
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) return true;
    for (std::size_t i = 0; i < built_in_row_count; ++i)
        if (to_string(static_cast<BuiltInRow>(i)) == name) return true;
    return false;
}

std::string_view without_spaces(std::string_view line) {
    constexpr std::string_view white = " \t";
    line.remove_prefix(std::min(line.find_first_not_of(white), line.size()));
    return line;
}

/// The header of a table within a touchpoint that a line stands under, and the header's line.
struct Header {
    std::string_view words;
    std::uint32_t line = 0;
};

Header header_above(std::string_view text, std::uint32_t line) {
    while (--line > 0) {
        const auto words = without_spaces(line_of(text, line));
        if (!words.starts_with('[')) continue;
        const auto header = words.substr(0, words.find(']') + 1);
        constexpr std::string_view redesigned = "[scenario.touchpoint.";
        const bool inner = header.starts_with("[touchpoint.") ||
                           (header.starts_with(redesigned) &&
                            header.substr(redesigned.size()).find('.') != std::string_view::npos);
        return inner ? Header{header, line} : Header{};
    }
    return {};
}

Header strayed_below(std::string_view name, const SourceSpan& where) {
    if (!where.somewhere() || !is_key_of_touchpoint(name)) return {};
    const std::string_view text = where.source->text;
    const auto line = line_of(text, where.begin.line);
    if (!without_spaces(line.substr(0, byte_of_column(line, where.begin.column))).empty())
        return {};
    return header_above(text, where.begin.line);
}

std::string hint_for(const Header& header) {
    return fmt::format("it is a key of the touchpoint: move it above the header {} in line {}",
                       printable(header.words), header.line);
}

}  // namespace

std::string stray_key_hint(std::string_view name, const SourceSpan& where) {
    const Header header = strayed_below(name, where);
    return header.line > 0 ? hint_for(header) : std::string();
}

bool is_stray_key(Findings& findings, const Member& entry, bool fits) {
    if (fits) return false;
    const Header header = strayed_below(entry.name, entry.where);
    if (header.line == 0) return false;
    findings.error("stray-key", entry.where,
                   fmt::format("{} stands under the header {}, so that it belongs to that table",
                               quoted(entry.name), printable(header.words)),
                   hint_for(header));
    return true;
}

}  // namespace cjm::detail
