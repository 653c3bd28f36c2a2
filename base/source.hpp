// Owns: where in a text something stands. Must not know: what the text means.
#pragma once
#include <compare>
#include <cstdint>
#include <memory>
#include <string>

namespace cjm {

/// One text as it was read, kept alive by whoever points into it.
struct SourceText {
    std::string path;  ///< as the user typed it; "<stdin>" for standard input
    std::string text;  ///< the bytes as read (UTF-8)
};

/// 1-based; the column counts code points, as editors do.
struct SourcePoint {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const SourcePoint&, const SourcePoint&) = default;
};

/// Half-open stretch of a text. Without `source` it stands nowhere (a default, a command-line value).
struct SourceSpan {
    std::shared_ptr<const SourceText> source;
    SourcePoint begin, end;
    [[nodiscard]] bool somewhere() const { return source != nullptr; }
};

/// A value together with where it was written.
template <class T>
struct Sourced {
    T value{};
    SourceSpan where;
};

}  // namespace cjm
