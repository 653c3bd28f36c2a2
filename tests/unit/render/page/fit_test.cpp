#include "render/page/fit.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render;

TEST_CASE("fit: the largest scale that fits is found to a ten-thousandth", "[render][page]") {
    int calls = 0;
    const auto under = [&](double limit) {
        return [&calls, limit](double scale) {
            ++calls;
            return scale <= limit;
        };
    };
    CHECK(largest_scale(1.3, under(0.71)) == Approx(0.71).epsilon(2e-4));
    CHECK(calls <= 15);
    CHECK(largest_scale(1.3, under(2)) == 1.3);
    CHECK(largest_scale(1.3, under(0.001)) < 0.03);
}

TEST_CASE("fit: type may grow with the side of the paper", "[render][page]") {
    const auto a4 = *paper_from("A4", Orientation::portrait);
    const auto a0 = *paper_from("A0", Orientation::landscape);
    CHECK(most_scale(a0) == Approx(4 * most_scale(a4)).epsilon(0.01));
}

TEST_CASE("fit: the paper that would do is larger and turned alike", "[render][page]") {
    const auto a4 = *paper_from("A4", Orientation::portrait);
    const auto on_a2 = [](PageSize page) { return page.height > 500 && page.height > page.width; };
    CHECK(paper_that_would_do(a4, on_a2) == "--page A2");
    CHECK(paper_that_would_do(a4, [](PageSize) { return false; }).empty());
    CHECK(paper_that_would_do(a4, [](PageSize) { return true; }) == "--page A3");
}
