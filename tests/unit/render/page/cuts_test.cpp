#include "render/page/cuts.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render;

namespace {

constexpr SheetRoom room{100, 2, 10};

/// Every piece within its room.
void check_pieces(const Cuts& cuts, double length, const SheetRoom& most) {
    std::vector<double> ends = cuts.places;
    ends.push_back(length);
    double from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        CHECK(ends[i] - from <= most.piece(i, ends.size()) + 1e-6);
        CHECK(ends[i] > from);
        from = ends[i];
    }
}

}  // namespace

TEST_CASE("cuts: none where a sheet holds all", "[render][page]") {
    CHECK(choose_cuts(100, room, {})->places.empty());
    CHECK(choose_cuts(100.5, room, {})->places.size() == 1);
}

TEST_CASE("cuts: as few as the room allows, evenly", "[render][page]") {
    // two pieces hold 90 + 98, three 90 + 88 + 98
    CHECK(choose_cuts(188, room, {})->places.size() == 1);
    CHECK(choose_cuts(188.4, room, {})->places.size() == 2);
    CHECK(choose_cuts(276, room, {})->places.size() == 2);
    CHECK(choose_cuts(276.4, room, {})->places.size() == 3);
    for (const double length : {101.0, 150.0, 188.0, 240.0, 276.0, 900.0, 1189.0})
        check_pieces(*choose_cuts(length, room, {}), length, room);
    CHECK(choose_cuts(150, room, {})->places[0] == Approx(75).margin(0.5));
}

TEST_CASE("cuts: through a gap where the room reaches one", "[render][page]") {
    const std::vector<Obstacle> words{{10, 70, 10}, {73, 140, 10}};
    const auto cuts = choose_cuts(150, room, words);
    CHECK(cuts->cost == 0);
    CHECK(cuts->places[0] >= 70);
    CHECK(cuts->places[0] <= 73);
    check_pieces(*cuts, 150, room);
}

TEST_CASE("cuts: through the cheapest where there is no gap", "[render][page]") {
    const std::vector<Obstacle> words{{0, 80, 10}, {80, 85, 1}, {85, 150, 10}};
    const auto cuts = choose_cuts(150, room, words);
    CHECK(cuts->places[0] >= 80);
    CHECK(cuts->places[0] <= 85);
    const std::vector<Obstacle> everywhere{{0, 150, 7}};
    CHECK(choose_cuts(150, room, everywhere)->cost == Approx(7));
}

TEST_CASE("cuts: impossible ones are told", "[render][page]") {
    CHECK_FALSE(choose_cuts(150, {14, 2, 10}, {}));
    CHECK_FALSE(choose_cuts(1e6, room, {}));
}
