#include "render/legend.hpp"

#include <algorithm>
#include <utility>

#include "render/text/measure.hpp"

namespace cjm::render {

Legend set_legend(const std::vector<LegendEntry>& entries, const TextStyle& style, double width,
                  const LegendSpacing& spacing) {
    constexpr double longest_words = 150;
    Legend legend;
    double x = 0, y = spacing.line / 2, line = spacing.line;
    for (const LegendEntry& entry : entries) {
        TextItem words = set_text(entry.words, style,
                                  std::min(width - entry.width - spacing.sample, longest_words));
        const double needed = entry.width + spacing.sample + words.box.width;
        const double first =
            words.box.height / static_cast<double>(std::max<std::size_t>(1, words.lines.size()));
        if (x > 0 && x + needed > width) {
            x = 0;
            y += line;
            line = spacing.line;
        }
        entry.draw({x, y}, legend.group.items);
        line = std::max(line, spacing.line + words.box.height - first);
        legend.group.items.emplace_back(
            placed_at(std::move(words), {x + entry.width + spacing.sample, y - first / 2}));
        x += needed + spacing.item;
    }
    legend.height = entries.empty() ? 0 : y + line - spacing.line / 2;
    return legend;
}

}  // namespace cjm::render
