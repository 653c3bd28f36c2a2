#include "base/text_width.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/contract.hpp"

namespace cjm {
namespace {

struct CodePoint {
    utf8proc_int32_t value = -1;  // -1: an invalid byte
    std::size_t bytes = 1;
};

// Expects text not empty.
CodePoint first_code_point(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    utf8proc_int32_t value = -1;
    const auto bytes = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4)), &value);
    if (bytes <= 0) return {};
    return {value, static_cast<std::size_t>(bytes)};
}

bool is_control(utf8proc_int32_t c) {
    return (c >= 0 && c < 0x20) || (c >= 0x7F && c < 0xA0);
}

// Marks that turn the direction of text, and separators of lines and paragraphs: shown raw they
// could make a message read as something else.
bool is_disruptive(utf8proc_int32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 ||
           c == 0x2029 || c == 0x200E || c == 0x200F || c == 0x061C;
}

int code_point_width(utf8proc_int32_t c) {
    if (c < 0 || is_control(c) || is_disruptive(c)) return 1;
    if (c < 0x7F) return 1;
    if (c == 0xFEFF) return 0;
    return utf8proc_charwidth(c);
}

// The sum of the parts, as terminals count; a joined emoji takes two columns however many parts it
// has.
int cluster_width(std::string_view cluster) {
    int width = 0;
    while (!cluster.empty()) {
        const auto [value, bytes] = first_code_point(cluster);
        if (value == 0xFE0F && width == 1) width = 2;  // "show as emoji"
        width += code_point_width(value);
        cluster.remove_prefix(bytes);
    }
    return std::min(width, 2);
}

std::string_view picture_of(CodePoint c, std::string& buffer) {
    if (c.value == '\t') return " ";
    if (c.value >= 0 &&
        c.value < 0x20) {  // U+2400 and up are the pictures of the control characters
        buffer = {'\xE2', '\x90', static_cast<char>(0x80 + c.value)};
        return buffer;
    }
    if (c.value == 0x7F) return "\u2421";
    return "\uFFFD";
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = first_code_point(text.substr(at));
        if (c.value < 0) return at;
        at += c.bytes;
    }
    return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(first_code_point(text).bytes);
    return count;
}

std::string compose(std::string_view text) {
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (ascii) return std::string(text);
    utf8proc_uint8_t* composed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    if (length < 0) return std::string(text);
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

std::vector<std::string_view> grapheme_clusters(std::string_view text) {
    std::vector<std::string_view> clusters;
    std::size_t begin = 0, at = 0;
    utf8proc_int32_t previous = -1, state = 0;
    while (at < text.size()) {
        const auto c = first_code_point(text.substr(at));
        const bool known = c.value >= 0 && previous >= 0;
        const bool ends_here =
            !known || utf8proc_grapheme_break_stateful(previous, c.value, &state);
        if (!known) state = 0;
        if (at > begin && ends_here) {
            clusters.push_back(text.substr(begin, at - begin));
            begin = at;
        }
        previous = c.value;
        at += c.bytes;
    }
    if (at > begin) clusters.push_back(text.substr(begin));
    return clusters;
}

int display_width(std::string_view text) {
    // most texts are of printable ASCII, which takes a column a byte
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }))
        return static_cast<int>(text.size());
    int width = 0;
    for (const auto cluster : grapheme_clusters(text))
        width += cluster == "\t" ? tab_stop - width % tab_stop : cluster_width(cluster);
    return width;
}

std::string printable(std::string_view text) {
    std::string shown, buffer;
    shown.reserve(text.size());
    while (!text.empty()) {
        const auto c = first_code_point(text);
        if (c.value < 0 || is_control(c.value) || is_disruptive(c.value))
            shown += picture_of(c, buffer);
        else
            shown += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return shown;
}

std::string quoted(std::string_view name, int columns) {
    // A letter has few bytes; what is far beyond the limit need not be looked at.
    const auto head = name.substr(0, static_cast<std::size_t>(columns) * 64);
    return '"' + shorten_end(printable(head), columns) + '"';
}

std::string align_left(std::string_view text, int columns) {
    return std::string(text) + spaces(columns - display_width(text));
}

std::string align_right(std::string_view text, int columns) {
    return spaces(columns - display_width(text)) + std::string(text);
}

std::string align_centre(std::string_view text, int columns) {
    const int free = std::max(columns - display_width(text), 0);
    return spaces(free / 2) + std::string(text) + spaces(free - free / 2);
}

std::string shorten_end(std::string_view text, int columns) {
    CJM_EXPECTS(columns >= 1);
    if (display_width(text) <= columns) return std::string(text);
    int width = 1;  // the ellipsis
    std::string kept;
    for (const auto cluster : grapheme_clusters(text)) {
        width += display_width(cluster);
        if (width > columns) break;
        kept += cluster;
    }
    return kept + "…";
}

std::string shorten_start(std::string_view text, int columns) {
    CJM_EXPECTS(columns >= 1);
    if (display_width(text) <= columns) return std::string(text);
    const auto clusters = grapheme_clusters(text);
    int width = 1;
    std::size_t kept_bytes = 0;
    for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
        width += display_width(*cluster);
        if (width > columns) break;
        kept_bytes += cluster->size();
    }
    return "…" + std::string(text.substr(text.size() - kept_bytes));
}

}  // namespace cjm
