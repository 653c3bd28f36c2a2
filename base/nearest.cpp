#include "base/nearest.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

#include <utf8proc.h>

namespace cjm {
namespace {

// Longer names get no suggestion: the table of distances would grow with the square.
constexpr std::size_t longest_compared_bytes = 400;

using CodePoints = std::vector<utf8proc_int32_t>;

CodePoints mapped(std::string_view text, int options) {
    utf8proc_uint8_t* bytes = nullptr;
    auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                               static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                               static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
    CodePoints points;
    for (const auto* at = bytes; length > 0;) {
        utf8proc_int32_t point = -1;
        const auto step = utf8proc_iterate(at, length, &point);
        points.push_back(point);
        at += step;
        length -= step;
    }
    return points;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

CodePoints folded(std::string_view text) {
    if (!is_ascii(text))
        return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    CodePoints points;
    for (const char c : text) points.push_back(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return points;
}

// As typed on a keyboard without marks: "đặt-lịch" as "dat-lich".
CodePoints without_marks(std::string_view text) {
    auto points =
        mapped(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    std::replace(points.begin(), points.end(), utf8proc_int32_t{0x111}, utf8proc_int32_t{'d'});
    return points;
}

// Optimal string alignment: insert, delete, replace, and swap of neighbours cost 1 each.
std::size_t edit_distance(const CodePoints& a, const CodePoints& b) {
    std::vector<std::size_t> two_up(b.size() + 1), up(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) up[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = up[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replace, up[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two_up[j - 2] + 1);
        }
        std::swap(two_up, up);
        std::swap(up, row);
    }
    return up[b.size()];
}

std::size_t difference(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

class Typed {
  public:
    explicit Typed(std::string_view text) : folded_(folded(text)), bare_(without_marks(text)) {}

    // Distance to a candidate; more than `limit` where it lies beyond.
    [[nodiscard]] std::size_t distance(std::string_view candidate) const {
        const auto other = folded(candidate);
        const std::size_t limit =
            std::max<std::size_t>(1, std::max(folded_.size(), other.size()) / 3);
        if (difference(folded_.size(), other.size()) > limit + 1) return too_far;
        auto best = edit_distance(folded_, other);
        // forgotten marks, however many, count as one slip
        if (!is_ascii(candidate) || bare_ != folded_)
            best = std::min(best, 1 + edit_distance(bare_, without_marks(candidate)));
        // of a single letter every other is one slip away
        return best <= limit && best < folded_.size() ? best : too_far;
    }
    static constexpr auto too_far = static_cast<std::size_t>(-1);

  private:
    CodePoints folded_, bare_;
};

}  // namespace

std::optional<std::string> nearest_name(std::string_view typed,
                                        std::span<const std::string> candidates) {
    if (typed.empty() || typed.size() > longest_compared_bytes) return std::nullopt;
    const Typed word(typed);
    const std::string* best = nullptr;
    auto best_distance = Typed::too_far;
    for (const auto& candidate : candidates) {
        if (candidate.size() > longest_compared_bytes) continue;
        const auto distance = word.distance(candidate);
        if (distance >= best_distance) continue;
        best = &candidate;
        best_distance = distance;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

}  // namespace cjm
