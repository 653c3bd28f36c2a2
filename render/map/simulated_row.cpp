#include "render/map/simulated_row.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "render/map/bar_block.hpp"
#include "render/map/stop_texts.hpp"
#include "render/marks.hpp"
#include "render/sheet/tokens.hpp"

namespace cjm::render::map {
namespace {

using sheet::BlockPtr;

constexpr double tight = 0.35;  // padding of bands of one line

class SimulatedLane {
  public:
    SimulatedLane(const Content& content, const std::vector<ColumnFigures>& figures)
        : content_(content), scene_(content.scene), figures_(figures) {}

    sheet::Row take() {
        sheet::Row row;
        row.id = "simulated";
        row.label = scene_.words(Message::map_simulated);
        row.note = scene_.words(Message::map_simulated_note,
                                scene_.numbers.percent(scene_.result->settings.confidence, 0));
        row.bands.push_back(reach());
        row.bands.push_back(drop_off());
        for (const std::size_t cause : causes()) row.bands.push_back(by_cause(cause));
        add(row, silent());
        add(row, waits());
        add(row, moments());
        row.bands.back().padding = -1;
        return row;
    }

  private:
    static void add(sheet::Row& row, sheet::Band band) {
        if (!band.cells.empty()) row.bands.push_back(std::move(band));
    }

    [[nodiscard]] sheet::Band band(
        Message label,
        const std::function<std::vector<BlockPtr>(const ColumnFigures&)>& blocks) const {
        std::vector<std::vector<BlockPtr>> all;
        for (const ColumnFigures& column : figures_) all.push_back(blocks(column));
        sheet::Band made = band_of(std::move(all));
        made.label = scene_.words(label);
        made.padding = tight;
        return made;
    }

    [[nodiscard]] BlockPtr bar(const Estimate& share, Meaning meaning, bool strong) const {
        return bar_block(content_, {share.estimate, share.low, share.high, meaning,
                                    scene_.share(share.estimate), strong});
    }

    [[nodiscard]] sheet::Band reach() const {
        return band(Message::map_reach, [this](const ColumnFigures& column) {
            return std::vector<BlockPtr>{bar(column.reach, Meaning::traffic, true)};
        });
    }

    [[nodiscard]] sheet::Band drop_off() const {
        return band(Message::map_drop_off, [this](const ColumnFigures& column) {
            std::vector<BlockPtr> blocks;
            if (column.drop_off && column.drop_off->estimate > 0)
                blocks.push_back(bar(*column.drop_off, Meaning::left_openly, true));
            return blocks;
        });
    }

    [[nodiscard]] std::set<std::size_t> causes() const {
        std::set<std::size_t> found;
        for (const ColumnFigures& column : figures_)
            for (const CauseFigure& figure : column.causes) found.insert(figure.cause);
        return found;
    }

    [[nodiscard]] sheet::Band by_cause(std::size_t cause) const {
        sheet::Band made = band(Message::map_drop_off, [&](const ColumnFigures& column) {
            std::vector<BlockPtr> blocks;
            for (const CauseFigure& figure : column.causes)
                if (figure.cause == cause)
                    blocks.push_back(bar(figure.share, meaning_of_cause(cause), false));
            return blocks;
        });
        made.label = "– " + name_of_cause(scene_, cause);
        return made;
    }

    [[nodiscard]] sheet::Paragraph paragraph(const std::string& text, sheet::Mark mark,
                                             Fill fill) const {
        constexpr double size = 2.4;
        return {text, content_.tokens.small(scene_.theme.ink), mark, fill, size, {}};
    }
    [[nodiscard]] BlockPtr words(const std::string& text, sheet::Mark mark, Fill fill) const {
        return sheet::text_block(paragraph(text, mark, fill));
    }

    [[nodiscard]] sheet::Band silent() const {
        return band(Message::map_silent, [this](const ColumnFigures& column) {
            std::vector<BlockPtr> blocks;
            if (!column.causes.empty())
                blocks.push_back(words(scene_.numbers.percent(column.silent, 0), ghost,
                                       Fill{scene_.theme.text(Meaning::ghosted)}));
            return blocks;
        });
    }

    [[nodiscard]] sheet::Band waits() const {
        return band(Message::map_wait, [this](const ColumnFigures& column) {
            std::vector<BlockPtr> blocks;
            if (column.wait_days > 0)
                blocks.push_back(words(scene_.numbers.duration(column.wait_days), hourglass,
                                       Fill{scene_.theme.soft_ink}));
            return blocks;
        });
    }

    [[nodiscard]] sheet::Band moments() const {
        return band(Message::map_moments, [this](const ColumnFigures& column) {
            std::vector<StopTexts> texts;
            for (const std::size_t at : column.found) {
                const Stop& stop = content_.plan.stops[at];
                texts.push_back({stop,
                                 {paragraph(flow::found_words(scene_, *content_.card(stop).found),
                                            star, scene_.theme.glyph(Meaning::moment_of_truth))}});
            }
            std::vector<BlockPtr> blocks;
            if (!texts.empty()) blocks.push_back(stop_texts(content_, std::move(texts)));
            return blocks;
        });
    }

    const Content& content_;
    const flow::Scene& scene_;
    const std::vector<ColumnFigures>& figures_;
};

}  // namespace

sheet::Row simulated_row(const Content& content, const std::vector<ColumnFigures>& figures) {
    return SimulatedLane(content, figures).take();
}

}  // namespace cjm::render::map
