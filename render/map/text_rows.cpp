#include "render/map/text_rows.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "render/map/stop_texts.hpp"
#include "render/marks.hpp"
#include "render/sheet/note_paragraph.hpp"

namespace cjm::render::map {
namespace {

using sheet::BlockPtr;
using TextsOf = std::function<const std::vector<Text>*(const RowTexts&)>;

struct Look {
    Message label;
    sheet::Mark mark;
    bool quoted = false;
};

Look look_of(BuiltInRow row) {
    constexpr auto plain = &sheet::dot;
    constexpr std::array<Look, built_in_row_count> looks{{{Message::map_does, plain},
                                                          {Message::map_thinks, nullptr, true},
                                                          {Message::map_feels, plain},
                                                          {Message::map_pains, triangle},
                                                          {Message::map_ideas, diamond},
                                                          {Message::map_evidence_shown, plain},
                                                          {Message::map_frontstage, plain},
                                                          {Message::map_backstage, square},
                                                          {Message::map_support, square},
                                                          {Message::map_metrics, plain}}};
    return looks[static_cast<std::size_t>(row)];
}

/// Turns texts into paragraphs of a look.
class Writer {
  public:
    Writer(const Content& content, sheet::Mark mark, Fill fill, bool quoted)
        : content_(content),
          style_(content.tokens.body(content.scene.theme.ink)),
          mark_(mark),
          fill_(fill),
          quoted_(quoted) {
        style_.italic = quoted;
    }
    /// A list of texts, then the numbers of those that are carried.
    [[nodiscard]] std::vector<sheet::Paragraph> write(const std::vector<Text>& texts) const {
        std::vector<sheet::Paragraph> paragraphs;
        std::vector<std::size_t> numbers;
        for (const Text& text : texts) {
            if (const auto number = content_.carried.number_of(text))
                numbers.push_back(*number);
            else
                paragraphs.push_back(
                    {quoted_ ? quoted_words(text.value) : text.value, style_, mark_, fill_, 0, {}});
        }
        if (!numbers.empty())
            paragraphs.push_back(
                sheet::note_paragraph(content_.tokens, content_.scene.theme, numbers));
        return paragraphs;
    }

  private:
    const Content& content_;
    TextStyle style_;
    sheet::Mark mark_;
    Fill fill_;
    bool quoted_;
};

/// What is said of stops, below what stands in their columns already. lists  per column
void add_stop_texts(const Content& content, std::vector<std::vector<StopTexts>> lists,
                    std::vector<std::vector<BlockPtr>>& blocks) {
    for (std::size_t column = 0; column < lists.size(); ++column)
        if (!lists[column].empty())
            blocks[column].push_back(stop_texts(content, std::move(lists[column])));
}

/// Columns of a stage side by side.
struct Span {
    std::size_t first = 0, span = 0;
};
Span span_of(const Plan& plan, std::size_t stage) {
    Span span;
    for (std::size_t column = 0; column < plan.columns; ++column) {
        if (plan.column_stage[column] != stage) continue;
        if (span.span == 0) span.first = column;
        ++span.span;
    }
    return span;
}

/// Texts of stages, across them, then those of touchpoints, in their columns.
void fill_row(const Content& content, const TextsOf& texts_of, const Writer& writer,
              sheet::Row& row) {
    const auto& journey = content.scene.journey;
    const Plan& plan = content.plan;
    const double gap = content.tokens.block_gap;
    std::vector<std::vector<BlockPtr>> blocks(plan.columns);
    sheet::Band across;
    for (std::size_t stage = 0; stage < journey.stages.size(); ++stage) {
        const auto* texts = texts_of(journey.stages[stage].rows);
        const Span span = span_of(plan, stage);
        if (texts == nullptr || texts->empty() || span.span == 0) continue;
        BlockPtr block = sheet::list_block(writer.write(*texts), gap);
        if (plan.kind == Columns::stage)
            blocks[span.first].push_back(std::move(block));
        else
            across.cells.push_back({span.first, span.span, {std::move(block)}});
    }
    std::vector<std::vector<StopTexts>> lists(plan.columns);
    for (const Stop& stop : plan.stops) {
        const auto* texts = texts_of(content.touchpoint(stop).rows);
        if (texts != nullptr && !texts->empty())
            lists[stop.column].push_back({stop, writer.write(*texts)});
    }
    if (!across.cells.empty()) row.bands.push_back(std::move(across));
    add_stop_texts(content, std::move(lists), blocks);
    sheet::Band band = band_of(std::move(blocks));
    if (!band.cells.empty()) row.bands.push_back(std::move(band));
}

Path quarters(Point centre, double size, Fill fill, int filled) {
    // a ring with a sector in it, both one path
    Path path = circle(centre, size, fill);
    constexpr double hole = 0.76;
    if (filled == 4) return path;
    Path inner = circle(centre, hole * size, fill);
    // turned the other way round, a circle is a hole
    std::vector<Segment> turned{MoveTo{{centre.x, centre.y - hole * size / 2}}};
    Point from{centre.x, centre.y - hole * size / 2};
    std::vector<CurveTo> curves;
    std::vector<Point> starts;
    for (const Segment& segment : inner.segments) {
        if (const auto* curve = std::get_if<CurveTo>(&segment)) {
            starts.push_back(from);
            curves.push_back(*curve);
            from = curve->to;
        }
    }
    for (std::size_t i = curves.size(); i-- > 0;)
        turned.emplace_back(CurveTo{curves[i].control2, curves[i].control1, starts[i]});
    turned.emplace_back(ClosePath{});
    path.segments.insert(path.segments.end(), turned.begin(), turned.end());
    if (filled > 0) {
        const Path part = sector(centre, hole * size + 0.02, 0, filled / 4.0, fill);
        path.segments.insert(path.segments.end(), part.segments.begin(), part.segments.end());
    }
    return path;
}

template <int filled>
Path quarter_mark(Point centre, double size, Fill fill) {
    return quarters(centre, size, fill, filled);
}

}  // namespace

int evidence_grade(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::expert:
            return 1;
        case EvidenceKind::cited:
            return 2;
        case EvidenceKind::survey:
            return 3;
        case EvidenceKind::log:
            return 4;
        case EvidenceKind::assumed:
            break;
    }
    return 0;
}

sheet::Mark evidence_mark(EvidenceKind kind) {
    constexpr std::array<sheet::Mark, 5> marks{quarter_mark<0>, quarter_mark<1>, quarter_mark<2>,
                                               quarter_mark<3>, quarter_mark<4>};
    return marks[static_cast<std::size_t>(evidence_grade(kind))];
}

Message evidence_words(EvidenceKind kind) {
    constexpr std::array<Message, 5> words{Message::map_assumed, Message::map_expert,
                                           Message::map_cited, Message::map_survey,
                                           Message::map_log};
    return words[static_cast<std::size_t>(evidence_grade(kind))];
}

sheet::Mark mark_of(BuiltInRow row) {
    return look_of(row).mark;
}

Message label_of(BuiltInRow row) {
    return look_of(row).label;
}

Fill mark_fill(const Theme& theme, BuiltInRow row) {
    if (row == BuiltInRow::pains) return theme.glyph(Meaning::dissatisfaction);
    if (row == BuiltInRow::ideas) return theme.glyph(Meaning::success);
    return Fill{theme.soft_ink};
}

sheet::Row text_row(const Content& content, BuiltInRow which) {
    const Look look = look_of(which);
    sheet::Row row;
    row.id = std::string(to_string(which));
    row.label = content.scene.words(look.label);
    const Writer writer(content, look.mark, mark_fill(content.scene.theme, which), look.quoted);
    fill_row(
        content,
        [which](const RowTexts& texts) { return &texts.built_in[static_cast<std::size_t>(which)]; },
        writer, row);
    return row;
}

std::vector<sheet::Row> own_rows(const Content& content) {
    std::vector<sheet::Row> rows;
    const Writer writer(content, &sheet::dot, Fill{content.scene.theme.soft_ink}, false);
    for (const auto& own : content.scene.journey.rows) {
        sheet::Row row;
        row.id = "row-" + own.id.value;
        row.label = own.shown();
        fill_row(
            content,
            [&own](const RowTexts& texts) -> const std::vector<Text>* {
                const auto found = std::find_if(
                    texts.own.begin(), texts.own.end(),
                    [&own](const auto& entry) { return entry.first.value == own.id.value; });
                return found == texts.own.end() ? nullptr : &found->second;
            },
            writer, row);
        if (!row.bands.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

sheet::Row evidence_row(const Content& content) {
    const flow::Scene& scene = content.scene;
    sheet::Row row;
    row.id = "evidence";
    row.label = scene.words(Message::map_evidence);
    std::vector<std::vector<StopTexts>> lists(content.plan.columns);
    for (const Stop& stop : content.plan.stops) {
        const auto& evidence = content.touchpoint(stop).evidence;
        if (!evidence) continue;
        std::string words = scene.words(evidence_words(evidence->kind));
        if (evidence->n > 0)
            words += ", n\u00A0=\u00A0" + scene.numbers.count(static_cast<double>(evidence->n));
        lists[stop.column].push_back({stop,
                                      {{words,
                                        content.tokens.small(scene.theme.ink),
                                        evidence_mark(evidence->kind),
                                        Fill{scene.theme.soft_ink},
                                        0,
                                        {}}}});
    }
    std::vector<std::vector<BlockPtr>> blocks(content.plan.columns);
    add_stop_texts(content, std::move(lists), blocks);
    sheet::Band band = band_of(std::move(blocks));
    if (!band.cells.empty()) row.bands.push_back(std::move(band));
    return row;
}

}  // namespace cjm::render::map
