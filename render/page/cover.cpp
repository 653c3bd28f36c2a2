#include "render/page/cover.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "base/message.hpp"
#include "render/page/check_bar.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::detail {
namespace {

constexpr Colour black{0, 0, 0, 1}, white{255, 255, 255, 1}, grey{0x55, 0x55, 0x55, 1};
constexpr double gap = 5;

TextItem set(const std::string& text, double size_pt, Weight weight, Colour colour, double width,
             int lines = 0) {
    TextStyle style;
    style.size_pt = size_pt;
    style.weight = weight;
    style.colour = colour;
    return set_text(text, style, width, lines);
}

/// Type too small to be read is shown as bars, as wide as the lines and as high as small letters.
Group without_small_type(const Group& group) {
    constexpr double legible = 6, mm_per_point = 25.4 / 72, x_height = 0.5, faint = 0.55;
    Group plain{"", "", "", {}, {}, group.clip};
    for (const Item& item : group.items) {
        if (const auto* inner = std::get_if<Group>(&item)) {
            plain.items.emplace_back(without_small_type(*inner));
            continue;
        }
        const auto* text = std::get_if<TextItem>(&item);
        if (text == nullptr || text->style.size_pt >= legible) {
            plain.items.push_back(item);
            continue;
        }
        const double height = x_height * text->style.size_pt * mm_per_point;
        Colour colour = text->style.colour;
        colour.opacity *= faint;
        for (const TextLine& line : text->lines)
            plain.items.emplace_back(Rectangle{
                {line.start.x, line.start.y - height, line.width, height}, 0, Fill{colour}, {}});
    }
    return plain;
}

/// The whole page, the grid over it, each sheet's code on a plate in its middle.
Group small_picture(const Page& whole, const Plan& plan, const Box& room, Language language) {
    const Placement place = fitted({whole.width, whole.height}, room);
    Group group{
        "cover-picture", std::string(text(language, Message::paper_cover_picture)), "", {}, {}};
    const Box page{place.corner.x, room.y, place.factor * whole.width, place.factor * whole.height};
    Group drawing =
        translated(without_small_type(scaled(whole.content, place.factor)), page.x, page.y);
    group.items.emplace_back(Rectangle{page, 0, Fill{whole.background}, {}});
    group.items.emplace_back(std::move(drawing));
    group.items.emplace_back(Rectangle{page, 0, {}, Stroke{black, 0.4, {}}});
    const auto line = [&](Point from, Point to) {
        for (const auto& [colour, width] : {std::pair{white, 0.7}, {black, 0.3}}) {
            Path path;
            path.segments = {MoveTo{from}, LineTo{to}};
            path.stroke = Stroke{colour, width, {}};
            group.items.emplace_back(std::move(path));
        }
    };
    for (std::size_t i = 1; i < plan.across(); ++i) {
        const double x = page.x + place.factor * plan.columns[i];
        line({x, page.y}, {x, page.bottom()});
    }
    for (std::size_t i = 1; i < plan.down(); ++i) {
        const double y = page.y + place.factor * plan.rows[i];
        line({page.x, y}, {page.right(), y});
    }
    for (std::size_t row = 0; row < plan.down(); ++row)
        for (std::size_t column = 0; column < plan.across(); ++column) {
            const double width = place.factor * (plan.columns[column + 1] - plan.columns[column]);
            const double height = place.factor * (plan.rows[row + 1] - plan.rows[row]);
            const double size = std::clamp(std::min(width, height) * 0.8, 6.0, 13.0);
            TextItem code = set(sheet_code(row, column), size, Weight::bold, black, 100, 1);
            const Point middle{page.x + place.factor * plan.columns[column] + width / 2,
                               page.y + place.factor * plan.rows[row] + height / 2};
            const Box box = code.box;
            const Box plate{middle.x - box.width / 2 - 1, middle.y - box.height / 2, box.width + 2,
                            box.height};
            group.items.emplace_back(Rectangle{plate, 1, Fill{white}, Stroke{black, 0.2, {}}});
            group.items.emplace_back(placed_at(std::move(code), {plate.x + 1, plate.y}));
        }
    return group;
}

std::vector<std::string> steps(const Plan& plan, Language language) {
    std::vector<std::string> all{std::string(text(language, Message::paper_step_print)),
                                 std::string(text(language, Message::paper_step_cut))};
    if (plan.across() > 1)
        all.push_back(text(language, Message::paper_step_row, sheet_code(0, 0), sheet_code(0, 1)));
    if (plan.down() > 1)
        all.push_back(text(language, Message::paper_step_column, row_letters(0), row_letters(1)));
    return all;
}

struct Block {
    Group group;
    double height = 0;
};

/// Numbered steps, one below the other, from the origin.
Block instructions(const Plan& plan, Language language, double width, double size_pt) {
    constexpr double indent = 6, between = 1.6;
    Block block{{"steps", "", "", {}, {}}, 0};
    int number = 0;
    for (const std::string& step : steps(plan, language)) {
        block.group.items.emplace_back(
            placed_at(set(fmt::format("{}.", ++number), size_pt, Weight::bold, black, indent),
                      {0, block.height}));
        TextItem item = set(step, size_pt, Weight::regular, black, width - indent);
        const double height = item.box.height;
        block.group.items.emplace_back(placed_at(std::move(item), {indent, block.height}));
        block.height += height + between;
    }
    return block;
}

Block heading(const std::string& title, const Page& whole, const Plan& plan,
              const std::string& paper, Language language, double width) {
    Block block{{"heading", "", "", {}, {}}, 0};
    const auto add = [&](TextItem item) {
        const double height = item.box.height;
        block.group.items.emplace_back(placed_at(std::move(item), {0, block.height}));
        block.height += height;
    };
    std::string name = paper;
    if (name.size() == 2)
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    add(set(title, 9, Weight::medium, grey, width, 1));
    add(set(std::string(text(language, Message::paper_cover)), 16, Weight::bold, black, width, 2));
    add(set(text(language, Message::paper_cover_count, std::to_string(plan.across() * plan.down()),
                 name, std::to_string(plan.across()), std::to_string(plan.down()),
                 fmt::format("{:.0f}", whole.width), fmt::format("{:.0f}", whole.height)),
            9, Weight::regular, black, width, 3));
    return block;
}

}  // namespace

Page cover(const std::string& title, const Page& whole, const Plan& plan, const std::string& paper,
           Language language) {
    const PageSize sheet = plan.sheet;
    Page page{
        sheet.width, sheet.height, white, {}, std::string(text(language, Message::paper_cover))};
    auto& items = page.content.items;
    const Box room = window(sheet);
    Block head = heading(title, whole, plan, paper, language, room.width);
    items.emplace_back(translated(std::move(head.group), room.x, room.y));
    const double top = room.y + head.height + gap;
    const double foot = sheet.height - sheet_foot + 4;
    const bool beside = sheet.width > sheet.height;
    const double size = std::min(sheet.width, sheet.height) < 200 ? 7.5 : 9.5;
    const double column = beside ? 0.28 * room.width : room.width;
    Block block = instructions(plan, language, column, size);
    if (beside) {
        items.emplace_back(small_picture(
            whole, plan, {room.x, top, room.width - column - 2 * gap, foot - gap - top}, language));
        items.emplace_back(translated(std::move(block.group), room.right() - column, top));
    } else {
        const double start = foot - gap - block.height;
        const Placement place =
            fitted({whole.width, whole.height}, {room.x, top, room.width, start - gap - top});
        items.emplace_back(
            small_picture(whole, plan, {room.x, top, room.width, start - gap - top}, language));
        const double below = top + place.factor * whole.height + gap;
        items.emplace_back(translated(std::move(block.group), room.x, below));
    }
    items.emplace_back(check_bar({room.x, foot}, room.width, language, black));
    return page;
}

}  // namespace cjm::render::detail
