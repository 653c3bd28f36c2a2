#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "render/sheet/text_block.hpp"

namespace cjm::render::sheet {
namespace {

constexpr double column_gap = 2.2, least_item = 27;
constexpr std::size_t most_columns = 3;
constexpr double worth = 0.8;  // of the height with fewer columns, to take another

/// Items of a list in columns of about the same height, read down, then right.
struct Arrangement {
    std::vector<std::size_t> ends;  ///< per column, the item after its last
    std::vector<double> heights;    ///< per item
    double width = 0, height = 0;   ///< of a column, of all
};

class ListBlock final : public Block {
  public:
    ListBlock(std::vector<BlockPtr> blocks, double gap) : items_(std::move(blocks)), gap_(gap) {}
    [[nodiscard]] double height(double width) const override { return arrange(width).height; }
    [[nodiscard]] double least_width() const override {
        double least = 0;
        for (const auto& item : items_) least = std::max(least, item->least_width());
        return least;
    }
    [[nodiscard]] double bulk() const override {
        double bulk = 0;
        for (const auto& item : items_) bulk += item->bulk();
        return bulk;
    }
    void draw(const Box& box, std::vector<Item>& items) const override {
        const Arrangement all = arrange(box.width);
        std::size_t item = 0;
        double x = box.x;
        for (const std::size_t end : all.ends) {
            double y = box.y;
            for (; item < end; ++item) {
                items_[item]->draw({x, y, all.width, all.heights[item]}, items);
                y += all.heights[item] + gap_;
            }
            x += all.width + column_gap;
        }
    }

  private:
    [[nodiscard]] Arrangement arrange(double width) const {
        Arrangement best = in_columns(width, 1);
        const double least = std::max(least_item, least_width());
        for (std::size_t columns = 2; columns <= std::min(most_columns, items_.size()); ++columns) {
            const auto count = static_cast<double>(columns);
            if ((width - (count - 1) * column_gap) / count < least) break;
            Arrangement tried = in_columns(width, columns);
            if (tried.height < worth * best.height) best = std::move(tried);
        }
        return best;
    }

    [[nodiscard]] Arrangement in_columns(double width, std::size_t columns) const {
        const auto count = static_cast<double>(columns);
        Arrangement all;
        all.width = (width - (count - 1) * column_gap) / count;
        double total = 0;
        for (const auto& item : items_) {
            all.heights.push_back(item->height(all.width));
            total += all.heights.back() + gap_;
        }
        std::size_t item = 0;
        double before = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            const double target = total * static_cast<double>(column + 1) / count;
            double height = 0;
            const std::size_t most = items_.size() - (columns - column - 1);
            do {
                before += all.heights[item] + gap_;
                height += all.heights[item] + gap_;
                ++item;
            } while (item < most &&
                     (column + 1 == columns || before + all.heights[item] / 2 <= target));
            all.ends.push_back(item);
            all.height = std::max(all.height, height - gap_);
        }
        return all;
    }

    std::vector<BlockPtr> items_;
    double gap_;
};

}  // namespace

BlockPtr list_block(const std::vector<Paragraph>& paragraphs, double gap) {
    std::vector<BlockPtr> blocks;
    for (const Paragraph& paragraph : paragraphs) blocks.push_back(text_block(paragraph));
    return list_block(std::move(blocks), gap);
}

BlockPtr list_block(std::vector<BlockPtr> blocks, double gap) {
    return std::make_shared<const ListBlock>(std::move(blocks), gap);
}

}  // namespace cjm::render::sheet
