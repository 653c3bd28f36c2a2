#include "base/id.hpp"

#include <catch2/catch.hpp>

TEST_CASE("id: none by default, and ordered by index", "[base][id]") {
    struct Thing;
    using ThingId = cjm::Id<Thing>;
    CHECK_FALSE(ThingId().has_value());
    CHECK(ThingId(3).index() == 3);
    CHECK(ThingId(1) < ThingId(2));
    CHECK_THROWS_AS(ThingId().index(), cjm::ContractViolation);
}
