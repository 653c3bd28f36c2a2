#include "render/page/sheets.hpp"

#include <algorithm>

#include "render/outline.hpp"
#include "render/overloaded.hpp"
#include "render/page/cuts.hpp"
#include "render/page/within.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::detail {
namespace {

/// How bad it is to cut through things: a line of text, a picture, a card or mark.
constexpr double cost_of_text = 10, cost_of_image = 30, cost_of_shape = 1;
/// What is larger than this part of a sheet must be cut anyway.
constexpr double large_part = 0.6;

/// Everything on a page that had better stay whole, as boxes with their costs.
class Collector {
  public:
    explicit Collector(double large) : large_(large) {}

    struct Whole {
        Box box;
        double cost = 0;
    };

    void collect(const Group& group) {
        for (const Item& item : group.items)
            std::visit(Overloaded{[this](const Group& inner) { collect(inner); },
                                  [this](const TextItem& text) { take(text); },
                                  [this](const Image& image) {
                                      found.push_back({image.box, cost_of_image});
                                  },
                                  [this](const auto& shape) { take_shape(shape); }},
                       item);
    }

    std::vector<Whole> found;

  private:
    void take(const TextItem& text) {
        for (const TextLine& line : text.lines)
            if (!line.text.empty()) found.push_back({line_box(line, text.style), cost_of_text});
    }

    template <class Shape>
    void take_shape(const Shape& shape) {
        const Box box = bounds(outline_of(shape));
        if (shape.fill && box.width < large_ && box.height < large_)
            found.push_back({box, cost_of_shape});
    }

    double large_;
};

std::optional<Plan> plan(const Page& page, PageSize sheet) {
    const Box room = window(sheet);
    Collector collector(large_part * std::min(room.width, room.height));
    collector.collect(page.content);
    std::vector<Obstacle> across, down;
    for (const auto& [box, cost] : collector.found) {
        across.push_back({box.x, box.right(), cost});
        down.push_back({box.y, box.bottom(), cost});
    }
    const auto columns = choose_cuts(page.width, {room.width, sheet_bleed, sheet_overlap}, across);
    const auto rows = choose_cuts(page.height, {room.height, sheet_bleed, sheet_overlap}, down);
    if (!columns || !rows) return std::nullopt;
    Plan plan{sheet, {0}, {0}, columns->cost + rows->cost};
    plan.columns.insert(plan.columns.end(), columns->places.begin(), columns->places.end());
    plan.columns.push_back(page.width);
    plan.rows.insert(plan.rows.end(), rows->places.begin(), rows->places.end());
    plan.rows.push_back(page.height);
    return plan;
}

bool is_better(const Plan& one, const Plan& other) {
    const std::size_t sheets = one.across() * one.down(), others = other.across() * other.down();
    return sheets != others ? sheets < others : one.cost < other.cost;
}

}  // namespace

Box window(PageSize sheet) {
    return {sheet_side, sheet_head, sheet.width - 2 * sheet_side,
            sheet.height - sheet_head - sheet_foot};
}

std::optional<Plan> plan_sheets(const Page& page, PageSize upright) {
    auto one = plan(page, upright);
    auto other = plan(page, {upright.height, upright.width});
    if (!one || !other) return one ? one : other;
    return is_better(*one, *other) ? one : other;
}

std::string row_letters(std::size_t row) {
    constexpr std::size_t letters = 26;
    std::string code;
    for (std::size_t left = row + 1; left > 0; left = (left - 1) / letters)
        code.insert(code.begin(), static_cast<char>('A' + (left - 1) % letters));
    return code;
}

std::string sheet_code(std::size_t row, std::size_t column) {
    return row_letters(row) + std::to_string(column + 1);
}

}  // namespace cjm::render::detail
