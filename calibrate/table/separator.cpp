#include "calibrate/table/separator.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <vector>

namespace cjm::calibrate {
namespace {

constexpr std::array<char, 4> candidates{',', ';', '\t', '|'};
constexpr std::size_t most_lines = 20;  // that are looked at

using Counts = std::array<std::size_t, candidates.size()>;

/// How often each candidate stands outside quotes, line by line; lines with nothing on them left
/// out.
std::vector<Counts> count_lines(std::string_view text) {
    std::vector<Counts> lines;
    Counts counts{};
    bool quoted = false, empty = true;
    for (const char letter : text) {
        if (letter == '"') quoted = !quoted;
        if (!quoted && (letter == '\n' || letter == '\r')) {
            if (!empty) lines.push_back(counts);
            if (lines.size() == most_lines) return lines;
            counts = {};
            empty = true;
            continue;
        }
        empty = false;
        if (quoted) continue;
        const auto* found = std::find(candidates.begin(), candidates.end(), letter);
        if (found != candidates.end())
            ++counts.at(static_cast<std::size_t>(found - candidates.begin()));
    }
    if (!empty) lines.push_back(counts);
    return lines;
}

}  // namespace

char find_separator(std::string_view text) {
    const std::vector<Counts> lines = count_lines(text);
    if (lines.empty()) return candidates.front();
    std::tuple<std::size_t, std::size_t> best{0, 0};
    char separator = candidates.front();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t wanted = lines.front().at(i);
        if (wanted == 0) continue;
        const auto agreeing = static_cast<std::size_t>(std::count_if(
            lines.begin(), lines.end(), [&](const Counts& line) { return line.at(i) == wanted; }));
        if (std::tuple(agreeing, wanted) > best) {
            best = {agreeing, wanted};
            separator = candidates.at(i);
        }
    }
    return separator;
}

}  // namespace cjm::calibrate
