#include "cli/report/tornado_bar.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "base/contract.hpp"

namespace cjm::cli {

std::string tornado_bar(const TornadoBar& bar, int width) {
    CJM_EXPECTS(width >= 3);
    const auto column = [&](double place) {
        return static_cast<int>(std::lround(std::clamp(place, 0.0, 1.0) * (width - 1)));
    };
    const int mark = column(bar.mark), low = column(bar.low), high = column(bar.high);
    std::vector<std::string_view> cells(static_cast<std::size_t>(width), "\u00a0");
    const auto fill = [&](int to, std::string_view shade) {
        for (int i = std::min(mark, to); i <= std::max(mark, to); ++i)
            cells[static_cast<std::size_t>(i)] = shade;
    };
    const bool low_longer = std::abs(low - mark) >= std::abs(high - mark);
    if (low_longer) fill(low, "░");
    fill(high, "█");
    if (!low_longer) fill(low, "░");
    cells[static_cast<std::size_t>(mark)] = "│";
    std::string text;
    for (const std::string_view cell : cells) text += cell;
    return text;
}

}  // namespace cjm::cli
