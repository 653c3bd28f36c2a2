#include "render/text/clean.hpp"

#include <memory>
#include <utility>

#include <glib.h>

namespace cjm::render {
namespace {

using GlibText = std::unique_ptr<char, decltype(&g_free)>;

bool is_line_break(gunichar c) {
    return c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

bool is_blank(gunichar c) {
    return c == ' ' || c == '\t';
}

bool is_noncharacter(gunichar c) {
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// Embeddings, overrides and isolates: they would turn text that follows, and do not survive line
/// breaking.
bool turns_direction(gunichar c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_left_out(gunichar c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFC) || is_noncharacter(c) || turns_direction(c);
}

void append(std::string& text, gunichar c) {
    char bytes[6];
    text.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(c, bytes)));
}

/// Appends characters, holding blanks and line breaks back until something follows them.
class Cleaner {
  public:
    void add(gunichar c) {
        const bool after_return = std::exchange(after_return_, c == '\r');
        if (c == '\n' && after_return) return;
        if (is_line_break(c)) {
            line_breaks_ += text_.empty() ? 0 : 1;
            blank_ = false;
        } else if (is_blank(c)) {
            blank_ = !text_.empty() && line_breaks_ == 0;
        } else if (!is_left_out(c)) {
            text_.append(std::exchange(line_breaks_, 0), '\n');
            if (std::exchange(blank_, false)) text_ += ' ';
            append(text_, c);
        }
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

  private:
    std::string text_;
    std::size_t line_breaks_ = 0;
    bool blank_ = false, after_return_ = false;
};

}  // namespace

std::string valid_utf8(std::string_view bytes) {
    std::string text(bytes);
    std::erase(text, '\0');
    const GlibText valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
    return valid.get();
}

std::string clean_text(std::string_view bytes) {
    const std::string valid = valid_utf8(bytes);
    Cleaner cleaner;
    long left = drawn_text_limit;
    for (const char* at = valid.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        if (left-- == 0) {
            cleaner.add(0x2026);
            break;
        }
        cleaner.add(g_utf8_get_char(at));
    }
    const std::string clean = cleaner.take();
    const GlibText composed(g_utf8_normalize(clean.data(), static_cast<gssize>(clean.size()),
                                             G_NORMALIZE_DEFAULT_COMPOSE),
                            g_free);
    return composed ? std::string(composed.get()) : clean;
}

}  // namespace cjm::render
