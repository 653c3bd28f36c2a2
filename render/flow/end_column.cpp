#include "render/flow/end_column.hpp"

#include <algorithm>

namespace cjm::render::flow {
namespace {

constexpr double overhang = 10;  // below the last row, so that a straight edge stays straight

class EndColumnSetter {
  public:
    EndColumnSetter(const Sizes& sizes, std::vector<double> wanted, double top, double bottom)
        : sizes_(sizes), wanted_(std::move(wanted)), top_(top), bottom_(bottom) {}

    EndColumn set(const std::vector<std::size_t>& targets, const std::vector<std::size_t>& others) {
        middles_.assign(wanted_.size(), 0);
        const double all = top_ + room_for(targets) + room_for(others);
        bottom_ = std::max({bottom_, all, std::min(natural_bottom(targets), bottom_ + overhang)});
        spread(targets, top_, bottom_);
        set_others(targets, others);
        return {std::move(middles_), bottom_};
    }

  private:
    [[nodiscard]] double gap() const { return sizes_.measures.end_gap; }
    [[nodiscard]] double half(std::size_t end) const { return sizes_.end_heights[end] / 2; }

    [[nodiscard]] double room_for(const std::vector<std::size_t>& ends) const {
        double room = 0;
        for (const auto end : ends) room += sizes_.end_heights[end] + gap();
        return room;
    }

    /// Where the last of them would end if none had to move up.
    [[nodiscard]] double natural_bottom(const std::vector<std::size_t>& ends) const {
        double y = top_;
        for (const auto end : ends) {
            y = std::max(y, wanted_[end] - half(end)) + sizes_.end_heights[end] + gap();
        }
        return y;
    }

    /// From the top down none higher than it may be, from the bottom up none lower than fits.
    void spread(const std::vector<std::size_t>& ends, double top, double bottom) {
        for (const auto end : ends) {
            middles_[end] = std::max(top + half(end), wanted_[end]);
            top = middles_[end] + half(end) + gap();
        }
        for (auto i = ends.size(); i-- > 0;) {
            middles_[ends[i]] = std::min(middles_[ends[i]], bottom - gap() - half(ends[i]));
            bottom = middles_[ends[i]] - half(ends[i]);
        }
    }

    void set_others(const std::vector<std::size_t>& targets,
                    const std::vector<std::size_t>& others) {
        const double needed = room_for(others);
        double low = top_, high = bottom_;
        if (!targets.empty()) {
            low = middles_[targets.back()] + half(targets.back()) + gap();
            high = middles_[targets.front()] - half(targets.front()) - gap();
        }
        const bool room_below = bottom_ - low >= needed, room_above = high - top_ >= needed;
        if (!room_below && room_above) return spread(others, top_, top_ + needed);
        if (!room_below) spread(targets, top_, bottom_ - needed);
        spread(others, bottom_ - needed, bottom_);
    }

    const Sizes& sizes_;
    std::vector<double> wanted_, middles_;
    double top_, bottom_;
};

}  // namespace

EndColumn set_end_column(const FlowGraph& graph, const Grid& grid, const Sizes& sizes,
                         const std::vector<double>& row_ports, double top, double bottom) {
    const auto count = sizes.end_heights.size();
    std::vector<double> wanted(count, bottom), traffic(count, 0);
    std::vector<bool> reached(count, false);
    for (const auto& edge : graph.edges) {
        if (!graph.is_end(edge.to)) continue;
        const auto end = edge.to - graph.cards.size();
        reached[end] = true;
        if (edge.traffic < traffic[end]) continue;
        traffic[end] = edge.traffic;
        wanted[end] = row_ports[grid.cells[edge.from].row];
    }
    std::vector<std::size_t> targets, others;
    for (std::size_t end = 0; end < count; ++end) {
        (reached[end] ? targets : others).push_back(end);
    }
    std::stable_sort(targets.begin(), targets.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    return EndColumnSetter(sizes, std::move(wanted), top, bottom).set(targets, others);
}

}  // namespace cjm::render::flow
