#include <algorithm>
#include <memory>

#include "render/sheet/note_paragraph.hpp"
#include "render/text/measure.hpp"
#include "render/worksheet/content.hpp"
#include "render/worksheet/notes_block.hpp"

namespace cjm::render::worksheet {
namespace {

Message label_of(RowKind row) {
    constexpr std::array<Message, row_kinds> labels{
        Message::map_touchpoints, Message::map_does,  Message::map_thinks,
        Message::worksheet_curve, Message::map_pains, Message::map_ideas};
    return labels[static_cast<std::size_t>(row)];
}

std::string id_of(RowKind row) {
    constexpr std::array<const char*, row_kinds> ids{"touchpoints", "does",  "thinks",
                                                     "curve",       "pains", "ideas"};
    return ids[static_cast<std::size_t>(row)];
}

const std::vector<Text>& texts_of(const RowTexts& texts, RowKind row) {
    constexpr std::array<BuiltInRow, row_kinds> rows{BuiltInRow::does,   BuiltInRow::does,
                                                     BuiltInRow::thinks, BuiltInRow::feels,
                                                     BuiltInRow::pains,  BuiltInRow::ideas};
    return texts.built_in[static_cast<std::size_t>(rows[static_cast<std::size_t>(row)])];
}

/// What the file says in a cell, and the numbers of what is told in the notes.
struct Written {
    std::vector<std::string> texts;
    std::vector<std::size_t> numbers;
};

/// By column; of several touchpoints each text begins with the number of its own.
std::vector<Written> written(const Content& content, RowKind row) {
    const auto& journey = content.scene.journey;
    std::vector<Written> columns(content.plan.columns);
    const auto add = [&](std::size_t column, const std::string& whose,
                         const std::vector<Text>& texts) {
        for (const auto& text : texts) {
            if (const auto number = content.carried.number_of(text))
                columns[column].numbers.push_back(*number);
            else
                columns[column].texts.push_back(whose + text.value);
        }
    };
    if (row != RowKind::touchpoints && content.plan.kind == map::Columns::stage)
        for (std::size_t column = 0; column < content.plan.columns; ++column) {
            const std::size_t stage = content.plan.column_stage[column];
            if (stage < journey.stages.size())
                add(column, {}, texts_of(journey.stages[stage].rows, row));
        }
    for (const auto& stop : content.plan.stops) {
        const auto& touchpoint = *content.scene.graph.cards[stop.card].touchpoint;
        const std::string whose =
            stop.neighbours > 1 ? std::to_string(stop.number) + " · " : std::string();
        if (row == RowKind::touchpoints)
            columns[stop.column].texts.push_back(whose + touchpoint.shown());
        else
            add(stop.column, whose, texts_of(touchpoint.rows, row));
    }
    return columns;
}

/// Room to draw a curve in: good above, bad below, a mark in the middle of each column.
class CurveSpace final : public sheet::Across {
  public:
    CurveSpace(const Content& content, double height) : content_(content), height_(height) {}

    [[nodiscard]] double least_height(const sheet::Ground&) const override { return height_; }

    void draw(const sheet::Ground& ground, const Box& box,
              std::vector<Item>& items) const override {
        const auto& theme = content_.scene.theme;
        constexpr double inset = 3.5;
        const double top = box.y + inset, bottom = box.bottom() - inset;
        const double middle = (top + bottom) / 2;
        const auto line = [&](Point from, Point to, Stroke stroke) {
            Path path;
            path.segments = {MoveTo{from}, LineTo{to}};
            path.stroke = std::move(stroke);
            items.emplace_back(std::move(path));
        };
        for (std::size_t i = ground.first; i < ground.end(); ++i) {
            const double x = ground.left(i) + ground.width(i) / 2;
            line({x, top}, {x, bottom}, {theme.rule, 0.2, {0.6, 1.6}});
        }
        line({box.x, top}, {box.right(), top}, {theme.rule, 0.2, {2, 1.6}});
        line({box.x, bottom}, {box.right(), bottom}, {theme.rule, 0.2, {2, 1.6}});
        line({box.x, middle}, {box.right(), middle}, {theme.soft_ink, 0.25, {}});
        const auto word = [&](Message message, double y) {
            auto item = set_text(content_.scene.words(message),
                                 content_.tokens.small(theme.soft_ink), box.width, 1);
            const double height = item.box.height;
            const Box plate{box.x + 0.6, y - height / 2, item.box.width + 1.2, height};
            items.push_back(Rectangle{plate, 0.6, Fill{theme.page}, {}});
            items.push_back(placed_at(std::move(item), {plate.x + 0.6, plate.y}));
        };
        word(Message::worksheet_good, top);
        word(Message::worksheet_bad, bottom);
    }

  private:
    const Content& content_;
    double height_;
};

sheet::BlockPtr references(const Content& content, const std::vector<std::size_t>& numbers) {
    if (numbers.empty()) return nullptr;
    return sheet::text_block(sheet::note_paragraph(content.tokens, content.scene.theme, numbers));
}

sheet::Row make_row(const Content& content, const Filling& filling, RowKind kind) {
    sheet::Row row;
    row.id = id_of(kind);
    row.label = content.scene.words(label_of(kind));
    row.note = prompts_of(content, kind, filling.prompts);
    row.stretch = kind == RowKind::curve ? 4 : 1;
    sheet::Band band;
    if (kind == RowKind::curve) {
        constexpr double part = 0.75;  // of a box: enough to draw in
        band.across = std::make_shared<CurveSpace>(content, part * filling.note);
    } else {
        auto texts = written(content, kind);
        for (std::size_t column = 0; column < content.plan.columns; ++column) {
            const auto lines = filling.lines[static_cast<std::size_t>(kind)];
            band.cells.push_back(
                {column,
                 1,
                 {std::make_shared<NotesBlock>(content.scene.theme, content.tokens, filling.note,
                                               lines, std::move(texts[column].texts),
                                               references(content, texts[column].numbers))}});
        }
    }
    row.bands.push_back(std::move(band));
    return row;
}

}  // namespace

sheet::Sheet make_sheet(const Content& content, const Filling& filling) {
    sheet::Sheet sheet;
    sheet.tokens = content.tokens;
    sheet.columns = content.plan.columns;
    for (std::size_t column = 0; content.scene.graph.has_stages && column < sheet.columns;
         ++column) {
        const std::size_t stage = content.plan.column_stage[column];
        sheet.headings.push_back({content.scene.graph.stages[stage], column, 1, stage});
    }
    for (std::size_t i = 0; i < row_kinds; ++i)
        sheet.rows.push_back(make_row(content, filling, static_cast<RowKind>(i)));
    return sheet;
}

}  // namespace cjm::render::worksheet
