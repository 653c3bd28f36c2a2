#include "render/page/cuts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/contract.hpp"

namespace cjm::render {
namespace {

constexpr double grid = 0.5;         // millimetres
constexpr double hair = 0.2;         // a cut that near to an edge cuts nothing
constexpr double least_part = 0.25;  // of the room of a piece: no slivers
constexpr double most_pieces = 99;

/// Cost of a cut at each place of the grid.
std::vector<double> costs(std::size_t places, const std::vector<Obstacle>& obstacles) {
    std::vector<double> change(places + 1, 0.0);
    const auto most = static_cast<double>(places);
    for (const Obstacle& obstacle : obstacles) {
        const double first = std::ceil((obstacle.from + hair) / grid);
        const double last = std::floor((obstacle.to - hair) / grid);
        if (!(first <= last) || last < 0 || first >= most) continue;
        change[static_cast<std::size_t>(std::max(first, 0.0))] += obstacle.cost;
        change[static_cast<std::size_t>(std::min(last + 1, most))] -= obstacle.cost;
    }
    std::vector<double> cost(places);
    double sum = 0;
    for (std::size_t i = 0; i < places; ++i) cost[i] = sum += change[i];
    return cost;
}

std::size_t fewest_pieces(double length, const SheetRoom& room) {
    for (std::size_t count = 1; static_cast<double>(count) <= most_pieces; ++count) {
        double sum = 0;
        for (std::size_t i = 0; i + 1 < count; ++i)
            sum += std::floor(room.piece(i, count) / grid + 1e-9) * grid;
        sum += room.piece(count - 1, count);
        if (sum >= length - 1e-6) return count;
    }
    return 0;
}

/// Finds the cheapest way from the page's beginning to its end, piece by piece.
class Cutter {
  public:
    Cutter(double length, const SheetRoom& room, std::size_t pieces, std::vector<double> cost)
        : length_(length), room_(room), pieces_(pieces), cost_(std::move(cost)) {}

    Cuts cut() {
        std::vector<std::vector<std::size_t>> before(pieces_ - 1);
        std::vector<double> best(cost_.size(), none);
        best[0] = 0;
        for (std::size_t k = 0; k + 1 < pieces_; ++k) best = extend(best, k, before[k]);
        const std::size_t last = cheapest_end(best);
        Cuts cuts{{}, 0};
        std::size_t at = last;
        for (std::size_t k = pieces_ - 1; k-- > 0;) {
            cuts.places.push_back(static_cast<double>(at) * grid);
            cuts.cost += cost_[at];
            at = before[k][at];
        }
        std::reverse(cuts.places.begin(), cuts.places.end());
        return cuts;
    }

  private:
    static constexpr double none = std::numeric_limits<double>::infinity();

    /// Longest and shortest piece number k in steps of the grid.
    [[nodiscard]] std::size_t longest(std::size_t k) const {
        return static_cast<std::size_t>(room_.piece(k, pieces_) / grid + 1e-9);
    }
    [[nodiscard]] std::size_t shortest(std::size_t k) const {
        // where the pieces only just reach, their mean is all that is left of the freedom
        const double even = length_ / static_cast<double>(pieces_);
        return static_cast<std::size_t>(
            std::max(1.0, std::min(least_part * room_.piece(k, pieces_), even / 2) / grid));
    }
    /// Far less than any cost: only tells equally cheap cuts apart.
    [[nodiscard]] double unevenness(std::size_t place, std::size_t k) const {
        const double even = length_ * static_cast<double>(k + 1) / static_cast<double>(pieces_);
        return 1e-6 * std::abs(static_cast<double>(place) * grid - even);
    }

    std::vector<double> extend(const std::vector<double>& best, std::size_t k,
                               std::vector<std::size_t>& before) const {
        std::vector<double> next(best.size(), none);
        before.assign(best.size(), 0);
        for (std::size_t from = 0; from < best.size(); ++from) {
            if (best[from] == none) continue;
            const std::size_t end = std::min(best.size(), from + longest(k) + 1);
            for (std::size_t to = from + shortest(k); to < end; ++to) {
                const double cost = best[from] + cost_[to] + unevenness(to, k);
                if (cost >= next[to]) continue;
                next[to] = cost;
                before[to] = from;
            }
        }
        return next;
    }

    [[nodiscard]] std::size_t cheapest_end(const std::vector<double>& best) const {
        const std::size_t k = pieces_ - 1;
        const double least = length_ - room_.piece(k, pieces_) - 1e-6;
        std::size_t found = 0;
        double cost = none;
        for (std::size_t at = 0; at < best.size(); ++at) {
            const double place = static_cast<double>(at) * grid;
            if (place < least || place >= length_ - grid || best[at] >= cost) continue;
            cost = best[at];
            found = at;
        }
        CJM_ENSURES(cost < none);
        return found;
    }

    double length_;
    SheetRoom room_;
    std::size_t pieces_;
    std::vector<double> cost_;
};

}  // namespace

double SheetRoom::piece(std::size_t at, std::size_t count) const {
    return window - (at == 0 ? 0 : bleed) - (at + 1 == count ? 0 : overlap);
}

std::optional<Cuts> choose_cuts(double length, const SheetRoom& room,
                                const std::vector<Obstacle>& obstacles) {
    CJM_EXPECTS(length > 0 && std::isfinite(length));
    if (room.window - room.bleed - room.overlap < 10 * grid) return std::nullopt;
    const std::size_t pieces = fewest_pieces(length, room);
    if (pieces == 0) return std::nullopt;
    if (pieces == 1) return Cuts{};
    const auto places = static_cast<std::size_t>(length / grid) + 1;
    return Cutter(length, room, pieces, costs(places, obstacles)).cut();
}

}  // namespace cjm::render
