#include <catch2/catch.hpp>

#include "journey/scenario.hpp"
#include "tests/support/hand_made.hpp"

using namespace cjm;
using namespace cjm::testing;

namespace {

/// advert > book > pay > done; advert > phone > pay; never > book
Journey booking() {
    return journey(
        "advert",
        {touchpoint("advert", {{"book", 0.6}, {"phone", 0.2}, {"never", 0.0}}),
         touchpoint("book", {{"pay", 0.9}}), touchpoint("phone", {{"pay", 0.5}}),
         touchpoint("pay", {{"done", 0.9}, {"lost", 0.05}}), touchpoint("never", {{"book", 1.0}})});
}

std::vector<std::string> touchpoints_of(const Journey& journey) {
    std::vector<std::string> names;
    for (const auto& touchpoint : journey.touchpoints) names.push_back(touchpoint.id.value);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("stretch: from a touchpoint, everybody starts there and the rest is left out",
          "[journey][stretch]") {
    Journey whole = booking();
    whole.personas = {persona("a", 0.5), persona("b", 0.5)};
    whole.personas[1].start = Start{numbers({{"phone", 1.0}}), {}};
    const Journey cut = stretch(whole, "book", {});
    CHECK(touchpoints_of(cut) == Names{"book", "pay"});
    CHECK(cut.start.shares[0].name.value == "book");
    CHECK_FALSE(cut.personas[1].start);
    CHECK_FALSE(cut.success);
    CHECK(cut.outcomes.size() == 2);
}

TEST_CASE("stretch: to a touchpoint, it becomes the outcome that is the success",
          "[journey][stretch]") {
    const Journey cut = stretch(booking(), {}, "pay");
    CHECK(touchpoints_of(cut) == Names{"advert", "book", "phone"});
    REQUIRE(find_outcome(cut, "pay"));
    CHECK(counts_as_success(cut, find_outcome(cut, "pay")));
    CHECK_FALSE(counts_as_success(cut, find_outcome(cut, "done")));
    CHECK(cut.touchpoints[0].behaviour.next->shares.size() == 2);  // without `never`
}

TEST_CASE("stretch: to an outcome, only that one is the success", "[journey][stretch]") {
    Journey whole = booking();
    whole.success = Table<Name>{{name("done"), name("in_progress")}, {}};
    const Journey cut = stretch(whole, "phone", "lost");
    CHECK(touchpoints_of(cut) == Names{"phone", "pay"});
    CHECK(counts_as_success(cut, find_outcome(cut, "lost")));
    CHECK_FALSE(counts_as_success(cut, find_outcome(cut, "done")));
    CHECK_FALSE(in_progress_is_success(cut));
}

TEST_CASE("stretch: who would start at the end is left out", "[journey][stretch]") {
    Journey whole = booking();
    whole.start.shares = numbers({{"advert", 0.25}, {"phone", 0.25}, {"pay", 0.5}});
    whole.personas = {persona("a", 0.4), persona("b", 0.4), persona("c", 0.2)};
    whole.personas[2].start = Start{numbers({{"pay", 1.0}}), {}};
    const Journey cut = stretch(whole, {}, "pay");
    REQUIRE(cut.start.shares.size() == 2);
    CHECK(cut.start.shares[0].number.likely == 0.5);
    REQUIRE(cut.personas.size() == 2);
    CHECK(cut.personas[0].share.likely == 0.5);
}

TEST_CASE("stretch: a share that may be drawn positive keeps its touchpoint",
          "[journey][stretch]") {
    Journey whole = booking();
    whole.touchpoints[0].behaviour.next->shares[2].number = {0, 0, 0.1, {}};
    CHECK(touchpoints_of(stretch(whole, {}, {})).size() == 5);
    CHECK(touchpoints_of(stretch(booking(), {}, {})).size() == 4);
}

TEST_CASE("stretch: the way after an experience that never happens keeps its touchpoint",
          "[journey][stretch]") {
    Journey whole = booking();
    whole.touchpoints[1].behaviour.after[static_cast<std::size_t>(Experience::bad)] =
        next({{"never", 1.0}});
    CHECK(touchpoints_of(stretch(whole, "book", {})) == Names{"book", "pay", "never"});
}

TEST_CASE("stretch: waits, patience, handing over and the survey forget who is gone",
          "[journey][stretch]") {
    Journey whole = booking();
    Touchpoint& advert = whole.touchpoints[0];
    advert.behaviour.wait = waits({{"never", fixed_wait(1)}, {"book", fixed_wait(2)}});
    advert.behaviour.patience = table({{"never", 1.0}});
    advert.seamless = Table<NamedFlag>{{{name("never"), {true, {}}}}, {}};
    whole.survey.emplace();
    whole.survey->csi = {{name("service"), {name("pay"), name("book")}},
                         {name("price"), {name("pay")}}};
    const Journey cut = stretch(whole, {}, "pay");
    CHECK(cut.touchpoints[0].behaviour.wait->entries.size() == 1);
    CHECK(cut.touchpoints[0].behaviour.patience->entries.empty());
    CHECK(cut.touchpoints[0].seamless->entries.empty());
    REQUIRE(cut.survey->csi.size() == 1);
    CHECK(cut.survey->csi[0].second.size() == 1);
}
