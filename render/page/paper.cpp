#include "render/page/paper.hpp"

#include <algorithm>
#include <array>

namespace cjm::render {
namespace {

constexpr std::array<std::string_view, 8> names{"A5", "A4", "A3",     "A2",
                                                "A1", "A0", "letter", "tabloid"};
/// Upright, in the order of the names; A sizes by ISO 216.
constexpr std::array<PageSize, 8> sizes{{{148, 210},
                                         {210, 297},
                                         {297, 420},
                                         {420, 594},
                                         {594, 841},
                                         {841, 1189},
                                         {215.9, 279.4},
                                         {279.4, 431.8}}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<PageSize> paper_from(std::string_view name, Orientation orientation) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!same_word(names[i], name)) continue;
        const auto [width, height] = sizes[i];
        return orientation == Orientation::portrait ? PageSize{width, height}
                                                    : PageSize{height, width};
    }
    return std::nullopt;
}

std::span<const std::string_view> paper_names() {
    return names;
}

double margin(PageSize paper) {
    constexpr double least = 8, most = 30;  // printers leave a rim of up to 5 mm white
    return std::clamp(0.04 * std::min(paper.width, paper.height), least, most);
}

Box printable(PageSize paper) {
    const double edge = margin(paper);
    return {edge, edge, std::max(0.0, paper.width - 2 * edge),
            std::max(0.0, paper.height - 2 * edge)};
}

}  // namespace cjm::render
