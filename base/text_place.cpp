#include "base/text_place.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm {
namespace {

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
