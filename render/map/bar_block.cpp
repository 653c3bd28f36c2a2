#include "render/map/bar_block.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include "base/contract.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr double thickness = 1.7, figure_gap = 1.3, least_track = 7, figure_room = 9.5;
constexpr double whisker = 0.22, cap = 1.2;

class BarBlock final : public sheet::Block {
  public:
    BarBlock(const Content& content, const Bar& bar) : theme_(content.scene.theme), bar_(bar) {
        TextStyle style = content.tokens.small(theme_.ink);
        if (bar.strong) style.weight = Weight::bold;
        figure_ = set_text(bar.figure.empty() ? "0" : bar.figure, style,
                           std::numeric_limits<double>::infinity());
    }
    [[nodiscard]] double height(double /*width*/) const override { return figure_.box.height; }
    [[nodiscard]] double least_width() const override { return least_track + room(); }
    [[nodiscard]] double bulk() const override { return least_width() * figure_.box.height; }
    void draw(const Box& box, std::vector<Item>& items) const override;

  private:
    [[nodiscard]] double room() const {
        return bar_.figure.empty() ? 0 : std::max(figure_room, figure_.box.width + figure_gap);
    }

    const Theme& theme_;
    Bar bar_;
    TextItem figure_;
};

void BarBlock::draw(const Box& box, std::vector<Item>& items) const {
    const double middle = box.y + figure_.box.height / 2;
    const double width = box.width - room();
    const Box track{box.x, middle - thickness / 2, width, thickness};
    items.emplace_back(Rectangle{track, 0.3, Fill{theme_.rule}, {}});
    Box filled = track;
    filled.width = width * std::clamp(bar_.part, 0.0, 1.0);
    if (filled.width > 0)
        items.emplace_back(Rectangle{filled, std::min(0.3, filled.width / 2),
                                     theme_.mark(bar_.meaning),
                                     theme_.mark_outline(bar_.meaning, 0.15)});
    if (bar_.low && bar_.high && *bar_.high > *bar_.low) {
        const double from = box.x + width * std::clamp(*bar_.low, 0.0, 1.0);
        const double to = box.x + width * std::clamp(*bar_.high, 0.0, 1.0);
        Path path;
        path.segments = {MoveTo{{from, middle}}, LineTo{{to, middle}}};
        for (const double x : {from, to}) {
            path.segments.emplace_back(MoveTo{{x, middle - cap / 2}});
            path.segments.emplace_back(LineTo{{x, middle + cap / 2}});
        }
        path.stroke = Stroke{theme_.ink, whisker, {}};
        items.emplace_back(std::move(path));
    }
    if (bar_.figure.empty()) return;
    items.emplace_back(placed_at(figure_, {box.right() - figure_.box.width, box.y}));
}

}  // namespace

double round_up(double value) {
    CJM_EXPECTS(value > 0);
    constexpr double rounding = 1e-9;
    double power = 1;
    while (power > value) power /= 10;
    while (power * 10 <= value) power *= 10;
    for (const double step : {1.0, 2.0, 3.0, 5.0, 8.0})
        if (value <= step * power * (1 + rounding)) return step * power;
    return 10 * power;
}

sheet::BlockPtr bar_block(const Content& content, const Bar& bar) {
    return std::make_shared<const BarBlock>(content, bar);
}

}  // namespace cjm::render::map
