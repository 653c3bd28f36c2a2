#include "base/text_place.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm {
namespace {

/// Behind the byte order mark.
std::size_t start_of(std::string_view text) {
    return text.starts_with("\uFEFF") ? 3 : 0;
}

SourcePoint point_at(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto newline = before.rfind('\n');
    const auto line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    auto column = count_code_points(line);
    if (lines == 0 && line.starts_with("\uFEFF")) --column;
    return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(column + 1)};
}

Diagnostic not_text(SourceSpan where, std::string message, std::string hint) {
    return {Severity::error, "not-text", std::move(where), std::move(message), std::move(hint), {}};
}

}  // namespace

SourceSpan place_of(const std::shared_ptr<const SourceText>& source, std::size_t offset,
                    std::uint32_t letters) {
    const auto begin = point_at(source->text, offset);
    return {source, begin, {begin.line, begin.column + letters}};
}

std::string_view line_of(std::string_view text, std::uint32_t line) {
    std::size_t begin = start_of(text);
    for (std::uint32_t i = 1; i < line; ++i) {
        const auto newline = text.find('\n', begin);
        if (newline == std::string_view::npos) return {};
        begin = newline + 1;
    }
    auto found = text.substr(begin, text.find('\n', begin) - begin);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

std::size_t byte_of_column(std::string_view line, std::uint32_t column) {
    const auto continues_code_point = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    };
    std::size_t at = 0;
    for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
        ++at;
        while (at < line.size() && continues_code_point(line[at])) ++at;
    }
    return at;
}

TextLines::TextLines(std::string_view text) : text_(text), starts_{start_of(text)} {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\n') starts_.push_back(at + 1);
}

std::string_view TextLines::between(SourcePoint begin, SourcePoint end) const {
    const std::size_t from = byte_of(begin), to = std::max(from, byte_of(end));
    return text_.substr(from, to - from);
}

std::size_t TextLines::byte_of(SourcePoint point) const {
    if (point.line == 0 || point.line > starts_.size()) return text_.size();
    const std::size_t start = starts_[point.line - 1];
    const auto line = text_.substr(start, text_.find('\n', start) - start);
    return start + byte_of_column(line, point.column);
}

std::optional<Diagnostic> find_not_text(const std::shared_ptr<const SourceText>& source,
                                        std::string_view what) {
    const std::string_view text = source->text;
    if (const auto at = text.find('\0'); at != std::string_view::npos)
        return not_text(place_of(source, at, 1), "a NUL byte: this is no text file",
                        fmt::format("save {} as plain UTF-8 text", what));
    if (const auto at = find_invalid_utf8(text); at != std::string_view::npos)
        return not_text(place_of(source, at, 1),
                        fmt::format("byte 0x{:02X} is not UTF-8",
                                    static_cast<unsigned>(static_cast<unsigned char>(text[at]))),
                        "save the file with the encoding UTF-8");
    return std::nullopt;
}

}  // namespace cjm
