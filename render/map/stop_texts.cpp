#include "render/map/stop_texts.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <utility>

#include "render/map/touchpoint_row.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

using sheet::BlockPtr;

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double pill_padding = 0.9, pill_gap = 1.1, pill_air = 0.15;

/// The number of a stop beside its texts.
class NumberPill {
  public:
    NumberPill(const Content& content, const Stop& stop)
        : theme_(content.scene.theme), stage_(content.card(stop).stage) {
        TextStyle style = content.tokens.smallest(theme_.ink);
        style.weight = Weight::semibold;
        number_ = set_text(std::to_string(stop.number), style, unlimited);
        // the same for all of a map, so that texts line up
        const std::string most = std::to_string(content.plan.stops.size());
        const std::string widest(most.size(), '8');
        width_ = std::max(set_text(widest, style, unlimited).box.width + 2 * pill_padding,
                          number_.box.height);
    }
    [[nodiscard]] double gutter() const { return width_ + pill_gap; }

    /// centre_y  middle of the first line of its texts, which is so high
    void draw(double x, double centre_y, double line_height, std::vector<Item>& items) const {
        const double height = std::min(badge_size, line_height - pill_air);
        const Box pill{x, centre_y - height / 2, width_, height};
        constexpr double stroke = 0.3;
        items.emplace_back(Rectangle{pill, height / 2, Fill{theme_.card},
                                     Stroke{theme_.stage_border(stage_), stroke, {}}});
        items.emplace_back(placed_at(number_, {pill.x + (pill.width - number_.box.width) / 2,
                                               centre_y - number_.box.height / 2}));
    }

  private:
    const Theme& theme_;
    std::size_t stage_;
    TextItem number_;
    double width_ = 0;
};

/// What is said of one stop, with its number.
class Numbered final : public sheet::Block {
  public:
    Numbered(const Content& content, StopTexts texts)
        : pill_(content, texts.stop), gap_(content.tokens.block_gap) {
        auto& paragraphs = texts.paragraphs;
        // the number does what a dot is there for
        if (paragraphs.size() == 1 && paragraphs.front().mark == &sheet::dot)
            paragraphs.front().mark = nullptr;
        first_line_ = set_text("0", paragraphs.front().style, unlimited).box.height;
        for (sheet::Paragraph& paragraph : paragraphs)
            texts_.push_back(sheet::text_block(std::move(paragraph)));
    }
    [[nodiscard]] double height(double width) const override {
        double height = -gap_;
        for (const BlockPtr& text : texts_) height += text->height(room(width)) + gap_;
        return height;
    }
    [[nodiscard]] double least_width() const override {
        double least = 0;
        for (const BlockPtr& text : texts_) least = std::max(least, text->least_width());
        return least + pill_.gutter();
    }
    [[nodiscard]] double bulk() const override {
        double bulk = 0;
        for (const BlockPtr& text : texts_) bulk += text->bulk() + pill_.gutter() * first_line_;
        return bulk;
    }
    void draw(const Box& box, std::vector<Item>& items) const override {
        pill_.draw(box.x, box.y + first_line_ / 2, first_line_, items);
        double y = box.y;
        for (const BlockPtr& text : texts_) {
            const double height = text->height(room(box.width));
            text->draw({box.x + pill_.gutter(), y, room(box.width), height}, items);
            y += height + gap_;
        }
    }

  private:
    [[nodiscard]] double room(double width) const { return std::max(0.0, width - pill_.gutter()); }

    NumberPill pill_;
    double gap_, first_line_ = 0;
    std::vector<BlockPtr> texts_;
};

/// What is said of the stops of a column, in the same stacks as their cards.
class StackedTexts final : public sheet::Block {
  public:
    StackedTexts(const Content& content, std::vector<StopTexts> texts)
        : gap_(content.tokens.block_gap + stop_gap) {
        const Stop& stop = texts.front().stop;
        cards_ = stop.neighbours;
        if (!content.least_cards.empty()) least_card_ = content.least_cards[stop.column];
        for (StopTexts& of_stop : texts) {
            places_.push_back(of_stop.stop.place);
            blocks_.push_back(std::make_shared<const Numbered>(content, std::move(of_stop)));
        }
        all_ = sheet::list_block(blocks_, gap_);
    }
    [[nodiscard]] double height(double width) const override {
        const Stacks stacks = stacks_in(width);
        if (stacks.across == 1) return all_->height(width);
        std::vector<double> heights(stacks.across, -gap_);
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            heights[stacks.stack_of(places_[i])] += blocks_[i]->height(stacks.width(width)) + gap_;
        return *std::max_element(heights.begin(), heights.end());
    }
    [[nodiscard]] double least_width() const override { return all_->least_width(); }
    [[nodiscard]] double bulk() const override { return all_->bulk(); }
    void draw(const Box& box, std::vector<Item>& items) const override {
        const Stacks stacks = stacks_in(box.width);
        if (stacks.across == 1) return all_->draw(box, items);
        const double width = stacks.width(box.width);
        std::vector<double> used(stacks.across, 0.0);
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const std::size_t stack = stacks.stack_of(places_[i]);
            const double x = box.x + static_cast<double>(stack) * (width + Stacks::card_gap);
            const double height = blocks_[i]->height(width);
            blocks_[i]->draw({x, box.y + used[stack], width, height}, items);
            used[stack] += height + gap_;
        }
    }

  private:
    static constexpr double stop_gap = 0.3;

    [[nodiscard]] Stacks stacks_in(double width) const {
        return stack_cards(cards_, least_card_, width);
    }

    double gap_, least_card_ = 0;
    std::size_t cards_ = 1;
    std::vector<std::size_t> places_;  ///< of their stops, per block
    std::vector<BlockPtr> blocks_;
    BlockPtr all_;  ///< all of them, for where the cards stand in one stack
};

}  // namespace

BlockPtr stop_texts(const Content& content, std::vector<StopTexts> texts) {
    if (texts.front().stop.neighbours == 1)
        return sheet::list_block(texts.front().paragraphs, content.tokens.block_gap);
    return std::make_shared<const StackedTexts>(content, std::move(texts));
}

}  // namespace cjm::render::map
