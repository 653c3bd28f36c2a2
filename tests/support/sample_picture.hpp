// Owns: a small picture with one of everything that can be drawn. Must not know: journeys.
#pragma once
#include <array>
#include <string>

#include "render/marks.hpp"
#include "render/picture.hpp"
#include "render/text/measure.hpp"
#include "render/theme.hpp"

namespace cjm::render::testing {
namespace detail {

constexpr double page_width = 210, page_height = 148;

class Sheet {
  public:
    explicit Sheet(const Theme& theme) : theme_(theme) {}

    TextStyle style(double size_pt, Weight weight = Weight::regular) const {
        TextStyle text;
        text.size_pt = size_pt;
        text.weight = weight;
        text.colour = theme_.ink;
        return text;
    }

    Group heading() const {
        Group group{"heading", "Heading", "", Box{8, 6, 194, 24}, {}};
        group.items.emplace_back(placed_at(
            set_text("Mở thẻ tín dụng lần đầu — hành trình", style(16, Weight::bold), 190),
            {8, 6}));
        TextStyle soft = style(8.5);
        soft.colour = theme_.soft_ink;
        group.items.emplace_back(placed_at(
            set_text(
                "Nguyễn Thị Thu Hà, 27 tuổi: ẤỀỄỘỮ ẵặỵ Ỵ · “Thẻ nào thật sự miễn phí?” ₫ € ≥ ±",
                soft, 190),
            {8, 15.5}));
        TextItem link = placed_at(set_text("https://example.org/?a=1&b=“2”", soft, 190), {8, 21});
        link.link = "https://example.org/?a=1&b=\"2\"";
        group.items.emplace_back(link);
        return group;
    }

    Group stage(std::size_t n, const std::string& title) const {
        const Box box{8 + 32.5 * static_cast<double>(n % 6), 31 + 22 * static_cast<double>(n / 6),
                      31, 20};
        Group group{"stage " + std::to_string(n),
                    title,
                    "A stage band <" + std::to_string(n) + ">",
                    box,
                    {}};
        group.items.emplace_back(
            Rectangle{box, 2, theme_.stage_tint(n), Stroke{theme_.stage_border(n), 0.25, {}}});
        group.items.emplace_back(placed_at(set_text(title, style(8, Weight::semibold), 28, 1),
                                           {box.x + 1.5, box.y + 0.8}));
        const Box card{box.x + 2, box.y + 6, 27, 12};
        group.items.emplace_back(
            Rectangle{card, 1.2, Fill{theme_.card}, Stroke{theme_.card_border, 0.25, {}}});
        group.items.emplace_back(
            placed_at(set_text("Gọi <b>tổng</b> đài & “chờ”", style(7, Weight::medium), 24, 2),
                      {card.x + 1.5, card.y + 0.6}));
        TextStyle soft = style(6);
        soft.italic = true;
        soft.colour = theme_.soft_ink;
        soft.align = Align::right;
        group.items.emplace_back(
            placed_at(set_text("ASA 95 s", soft, 24, 1), {card.x + 1.5, card.y + 8}));
        return group;
    }

    Group meanings() const {
        static constexpr std::array<const char*, 14> words{
            "traffic",         "loop",   "success", "lost",       "ghosted", "left openly",
            "dissatisfaction", "price",  "neglect", "priorities", "delay",   "own cause",
            "moment",          "outside"};
        Group group{"", "Meanings", "Bubble, bar, edge and text of every meaning", {}, {}};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto meaning = static_cast<Meaning>(i);
            const double x = 8 + 49 * static_cast<double>(i % 4),
                         y = 78 + 8 * static_cast<double>(i / 4);
            Path bubble = sector({x + 3, y + 3}, 6, 0, 0.7, theme_.mark(meaning));
            bubble.stroke = theme_.mark_outline(meaning);
            group.items.emplace_back(bubble);
            group.items.emplace_back(Rectangle{{x + 7, y + 0.5, 10, 2.2},
                                               0.6,
                                               theme_.mark(meaning),
                                               theme_.mark_outline(meaning)});
            Path edge;
            edge.segments = {MoveTo{{x + 7, y + 4.6}},
                             LineTo{line_end({x + 17.5, y + 4.6}, {x, y + 4.6}, 1.8)}};
            edge.stroke = theme_.line(meaning, 0.6);
            group.items.emplace_back(edge);
            group.items.emplace_back(arrow_head({x + 17.5, y + 4.6}, {x, y + 4.6}, 1.8,
                                                {theme_.line(meaning, 1).colour}));
            TextStyle text = style(8, Weight::semibold);
            text.colour = theme_.text(meaning);
            group.items.emplace_back(placed_at(set_text(words[i], text, 28, 1), {x + 19, y + 0.6}));
        }
        return group;
    }

    Group marks() const {
        using Mark = Path (*)(Point, double, Fill);
        static constexpr std::array<Mark, 12> all{circle, triangle,   diamond,   square,
                                                  star,   ghost,      door,      tick,
                                                  cross,  loop_arrow, hourglass, outside_badge};
        Group group{"marks", "Marks", "", {}, {}};
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double x = 12 + 11 * static_cast<double>(i);
            group.items.emplace_back(all[i]({x, 117}, 7, Fill{theme_.ink}));
            group.items.emplace_back(all[i]({x, 124}, 3, theme_.glyph(static_cast<Meaning>(i))));
        }
        for (const bool notched : {false, true}) {
            const Box band{notched ? 171.5 : 143.0, 113, 30, 9};
            group.items.emplace_back(chevron(band, 3, notched, theme_.stage_tint(notched ? 2 : 1)));
            TextStyle centred = style(8, Weight::bold);
            centred.align = Align::centre;
            group.items.emplace_back(
                placed_at(set_text("Đón nhận", centred, 22, 1), {band.x + 4, band.y + 2.4}));
        }
        return group;
    }

    Group scripts() const {
        Group group{"scripts", "", "", {}, {}};
        double x = 8;
        for (const char* words : {"Ho\u0302\u0301i ha\u0323\u0302n -> now", "مرحبا بالعالم 123",
                                  "שלום abc", "\u202Eabc\x01\uFFFE</text>"}) {
            const TextItem text = placed_at(set_text(words, style(9), 44, 1), {x, 130});
            group.items.emplace_back(text);
            x += text.box.width + 6;
        }
        static constexpr std::array<Weight, 4> weights{Weight::regular, Weight::medium,
                                                       Weight::semibold, Weight::bold};
        x = 8;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const TextItem text =
                placed_at(set_text("Đường tầm nhìn 12,5 %",
                                   style(6 + 1.5 * static_cast<double>(i), weights[i]), 60, 1),
                          {x, 138});
            group.items.emplace_back(text);
            x += text.box.width + 6;
        }
        return group;
    }

  private:
    const Theme& theme_;
};

}  // namespace detail

/// Every mark, pattern, weight and alignment, links, hostile and Vietnamese text, on one A5 page.
inline Picture sample(ThemeName name) {
    const detail::Sheet sheet(theme(name));
    Page page{detail::page_width, detail::page_height, theme(name).page, {}, "Sample"};
    static constexpr std::array<const char*, 12> stages{
        "Nhận biết", "Cân nhắc",    "Đón nhận", "Khoảnh khắc của Sự thật",
        "Hối hận",   "Trung thành", "Seven",    "Eight",
        "Nine",      "Ten",         "Eleven",   "Twelve"};
    page.content.items.emplace_back(sheet.heading());
    for (std::size_t n = 0; n < stages.size(); ++n)
        page.content.items.emplace_back(sheet.stage(n, stages[n]));
    page.content.items.emplace_back(sheet.meanings());
    page.content.items.emplace_back(sheet.marks());
    page.content.items.emplace_back(sheet.scripts());
    return {"Mẫu <\"&'>", "One of everything", "vi", "100,000 customers, seed 42", {page}};
}

}  // namespace cjm::render::testing
