#include "render/flow/lanes.hpp"

#include <catch2/catch.hpp>

using namespace cjm::render::flow;

namespace {

using Side = Connection::Side;

Lane lane(double low, double high, std::vector<Connection> connections, double thickness = 1) {
    Lane made;
    made.low = low;
    made.high = high;
    made.thickness = thickness;
    made.connections = std::move(connections);
    return made;
}

}  // namespace

TEST_CASE("lanes: those that overlap stand apart by the gap", "[render][flow]") {
    auto first = lane(0, 10, {{0, Side::before}, {10, Side::after}}, 2);
    auto second = lane(5, 20, {{5, Side::before}, {20, Side::after}}, 1);
    std::vector<Lane*> lanes{&first, &second};
    CHECK(set_lanes(lanes, 1.5) == Approx(2 + 1.5 + 1));
    CHECK(std::abs(first.position - second.position) == Approx(1 + 1.5 + 0.5));
}

TEST_CASE("lanes: those far from each other share a position", "[render][flow]") {
    auto first = lane(0, 10, {{0, Side::before}, {10, Side::after}});
    auto second = lane(30, 40, {{30, Side::before}, {40, Side::after}});
    std::vector<Lane*> lanes{&first, &second};
    CHECK(set_lanes(lanes, 1) == Approx(1));
    CHECK(first.position == second.position);
}

TEST_CASE("lanes: the order is one without crossings where there is one", "[render][flow]") {
    // both come from the left, the lower one (larger place) turns up farther: it must go round on
    // the right
    auto inner = lane(5, 10, {{10, Side::before}, {5, Side::before}});
    auto outer = lane(0, 15, {{15, Side::before}, {0, Side::before}});
    std::vector<Lane*> lanes{&outer, &inner};
    set_lanes(lanes, 1);
    CHECK(inner.position < outer.position);
    auto inner_right = lane(5, 10, {{10, Side::after}, {5, Side::after}});
    auto outer_right = lane(0, 15, {{15, Side::after}, {0, Side::after}});
    lanes = {&inner_right, &outer_right};
    set_lanes(lanes, 1);
    CHECK(outer_right.position < inner_right.position);
}

TEST_CASE("lanes: two nets never meet on one line where an order avoids it", "[render][flow]") {
    // one arrives from the left at 10, the other leaves to the right at 10: the first must stand
    // left
    auto leaving = lane(10, 20, {{10, Side::after}, {20, Side::before}});
    auto arriving = lane(0, 10, {{10, Side::before}, {0, Side::after}});
    std::vector<Lane*> lanes{&leaving, &arriving};
    set_lanes(lanes, 1);
    CHECK(arriving.position < leaving.position);
}

TEST_CASE("lanes: none take no room", "[render][flow]") {
    std::vector<Lane*> lanes;
    CHECK(set_lanes(lanes, 1) == 0);
}
