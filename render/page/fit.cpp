#include "render/page/fit.hpp"

#include <cmath>

#include <fmt/format.h>

namespace cjm::render {

double most_scale(PageSize page) {
    constexpr double a4_area = 210 * 297, on_a4 = 1.3;
    return on_a4 * std::sqrt(page.width * page.height / a4_area);
}

double largest_scale(double most, const std::function<bool(double)>& fits) {
    constexpr int steps = 14;
    constexpr double least = 0.02, precision = 1e-4;
    if (most <= least || fits(most)) return most;
    double low = least, high = most;
    for (int step = 0; step < steps && high - low > precision * high; ++step) {
        const double middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

std::string paper_that_would_do(PageSize page, const std::function<bool(PageSize)>& holds) {
    const auto turned = page.width >= page.height ? Orientation::landscape : Orientation::portrait;
    for (const auto* name : {"A5", "A4", "A3", "A2", "A1", "A0"}) {
        const auto paper = paper_from(name, turned);
        if (!paper || paper->width * paper->height <= page.width * page.height) continue;
        if (holds(*paper)) return fmt::format("--page {}", name);
    }
    return {};
}

}  // namespace cjm::render
