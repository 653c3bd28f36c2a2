#include "render/legend.hpp"

#include <algorithm>
#include <utility>

#include "render/text/measure.hpp"

namespace cjm::render {

Legend set_legend(const std::vector<LegendEntry>& entries, const TextStyle& style, double width,
                  const LegendSpacing& spacing) {
    constexpr double longest_words = 110;
    Legend legend;
    double x = 0, y = spacing.line / 2;
    for (const LegendEntry& entry : entries) {
        TextItem words = set_text(entry.words, style,
                                  std::min(width - entry.width - spacing.sample, longest_words), 1);
        const double needed = entry.width + spacing.sample + words.box.width;
        if (x > 0 && x + needed > width) {
            x = 0;
            y += spacing.line;
        }
        entry.draw({x, y}, legend.group.items);
        const double words_height = words.box.height;
        legend.group.items.emplace_back(
            placed_at(std::move(words), {x + entry.width + spacing.sample, y - words_height / 2}));
        x += needed + spacing.item;
    }
    legend.height = entries.empty() ? 0 : y + spacing.line / 2;
    return legend;
}

}  // namespace cjm::render
