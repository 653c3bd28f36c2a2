#include "render/link.hpp"

#include <algorithm>

namespace cjm::render {
namespace {

constexpr std::string_view schemes[]{"http://", "https://", "mailto:"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() > start.size() &&
           std::equal(start.begin(), start.end(), text.begin(),
                      [](char wanted, char found) { return wanted == lower(found); });
}

bool is_plain(unsigned char c) {
    constexpr std::string_view punctuation = "-._~:/?#[]@!$&()*+,;=%";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           punctuation.find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> safe_link(std::string_view link) {
    const auto known = [&](std::string_view scheme) { return begins_with(link, scheme); };
    if (std::none_of(std::begin(schemes), std::end(schemes), known)) return std::nullopt;
    std::string written;
    for (const char c : link) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) return std::nullopt;
        if (is_plain(byte)) {
            written += c;
        } else {
            constexpr const char* digits = "0123456789ABCDEF";
            written += '%';
            written += digits[byte >> 4];
            written += digits[byte & 15];
        }
    }
    return written;
}

}  // namespace cjm::render
