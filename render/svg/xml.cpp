#include "render/svg/xml.hpp"

#include <charconv>
#include <cmath>

#include <glib.h>

#include "base/contract.hpp"
#include "render/text/clean.hpp"

namespace cjm::render::detail {
namespace {

bool is_allowed(gunichar c) {
    if (c == '\t' || c == '\n') return true;
    return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && (c & 0xFFFE) != 0xFFFE &&
           !(c >= 0xFDD0 && c <= 0xFDEF);
}

const char* entity(gunichar c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        case '"':
            return "&quot;";
        default:
            return nullptr;
    }
}

}  // namespace

std::string xml_text(std::string_view bytes) {
    const std::string valid = valid_utf8(bytes);
    std::string text;
    for (const char* at = valid.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (const char* escaped = entity(c))
            text += escaped;
        else if (is_allowed(c))
            text.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
    }
    return text;
}

std::string xml_number(double value) {
    CJM_EXPECTS(std::isfinite(value));
    if (!std::isfinite(value)) return "0";
    char digits[400];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, 3).ptr;
    std::string text(digits, end);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

}  // namespace cjm::render::detail
