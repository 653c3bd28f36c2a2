#include "bench/grid_journey.hpp"

#include <fmt/format.h>

namespace cjm::bench {

std::string grid_journey(int touchpoints) {
    std::string text =
        "[journey]\ntitle = \"Grid\"\nstart = \"t0\"\nhorizon = \"1000 d\"\n"
        "[[outcome]]\nid = \"bought\"\nkind = \"success\"\n";
    for (int i = 0; i < touchpoints; ++i) {
        // strides that share no factor with common sizes visit all parts of a large journey
        const auto target = [&](int step) { return fmt::format("t{}", (i + step) % touchpoints); };
        text += fmt::format(
            "[[touchpoint]]\nid = \"t{}\"\nexperience = {{ good = 0.4, bad = 0.05 }}\n"
            "next = {{ {} = 0.4, {} = 0.35, {} = 0.17, bought = 0.03 }}\n"
            "wait = {{ {} = {{ distribution = \"lognormal\", mean = \"1 d\", sd = \"12 h\" }} }}\n",
            i, target(1), target(7), target(41), target(7));
    }
    return text;
}

}  // namespace cjm::bench
