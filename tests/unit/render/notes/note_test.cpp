#include "render/notes/note.hpp"

#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::render;

namespace {

/// Texts of these lengths, in order.
std::vector<Text> texts_of(const std::vector<std::size_t>& lengths) {
    std::vector<Text> texts;
    for (const std::size_t length : lengths) texts.push_back({std::string(length, 'x'), {}});
    return texts;
}

std::vector<render::Note> candidates_of(const std::vector<Text>& texts) {
    std::vector<render::Note> notes;
    for (const Text& text : texts) notes.push_back({&text, "Call", "Does", text.value});
    return notes;
}

}  // namespace

TEST_CASE("notes: references join numbers that follow one another", "[render][notes]") {
    CHECK(note_references({3}) == "3");
    CHECK(note_references({3, 4}) == "3, 4");
    CHECK(note_references({3, 4, 5}) == "3–5");
    CHECK(note_references({1, 3, 4, 5, 6, 9}) == "1, 3–6, 9");
    CHECK(note_references({}) == "");
}

TEST_CASE("notes: the longest texts are carried, numbered in their order", "[render][notes]") {
    const auto texts = texts_of({5, 30, 10, 20, 30});
    const CarriedNotes carried = carry_longest(candidates_of(texts), 3);
    REQUIRE(carried.notes().size() == 3);
    CHECK(carried.number_of(texts[1]) == 1u);
    CHECK(carried.number_of(texts[3]) == 2u);
    CHECK(carried.number_of(texts[4]) == 3u);
    CHECK_FALSE(carried.number_of(texts[0]));
    CHECK(carry_longest(candidates_of(texts), 99).notes().size() == 5);
}

TEST_CASE("notes: no more texts are carried than are in the way", "[render][notes]") {
    const auto texts = texts_of({5, 30, 10, 20, 30, 7, 8});
    const auto candidates = candidates_of(texts);
    for (std::size_t needed = 0; needed <= texts.size(); ++needed) {
        INFO(needed);
        const auto carried = carry_fewest(
            candidates, [&](const CarriedNotes& some) { return some.notes().size() >= needed; });
        REQUIRE(carried);
        CHECK(carried->notes().size() == needed);
    }
    CHECK_FALSE(carry_fewest(candidates, [](const CarriedNotes&) { return false; }));
}

TEST_CASE("notes: texts that find room nevertheless stay in the picture", "[render][notes]") {
    // the picture is too high while both long texts of the first cell stand in it; the others'
    // cells have room
    const auto texts = texts_of({40, 50, 45, 60, 30, 55});
    const auto carried = carry_fewest(candidates_of(texts), [&](const CarriedNotes& some) {
        return some.number_of(texts[0]) && some.number_of(texts[1]);
    });
    REQUIRE(carried);
    CHECK(carried->notes().size() == 2);
    CHECK(carried->number_of(texts[0]) == 1u);
    CHECK(carried->number_of(texts[1]) == 2u);
}
