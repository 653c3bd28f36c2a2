#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace cjm;

namespace {

SourceSpan span(const std::string& text, SourcePoint begin, SourcePoint end) {
    return {std::make_shared<SourceText>(SourceText{"a.toml", text}), begin, end};
}

std::string shown(const std::string& text, std::uint32_t begin, std::uint32_t end) {
    return format_diagnostic(
        {Severity::error, "test", span(text, {1, begin}, {1, end}), "wrong", "", {}});
}

}  // namespace

TEST_CASE("format_diagnostic: place, message, caret, hint", "[base][diagnostic]") {
    const std::string text = "[touchpoint]\nnext = { book = 0.1, remnd = 0.8 }\n";
    Diagnostic diagnostic{Severity::error,
                          "unknown-target",
                          span(text, {2, 22}, {2, 27}),
                          "\"remnd\" is neither a touchpoint nor an outcome",
                          "did you mean \"remind\"?",
                          {}};
    CHECK(format_diagnostic(diagnostic) ==
          "a.toml:2:22: error: \"remnd\" is neither a touchpoint nor an outcome\n"
          "next = { book = 0.1, remnd = 0.8 }\n"
          "                     ^~~~~\n"
          "hint: did you mean \"remind\"?\n");
}

TEST_CASE("format_diagnostic: advice shows the id that silences it, notes their place",
          "[base][diagnostic]") {
    Diagnostic diagnostic{Severity::advice,
                          "some-advice",
                          span("ab\ncd\n", {2, 1}, {2, 3}),
                          "odd",
                          "",
                          {{span("ab\ncd\n", {1, 2}, {1, 3}), "first defined here"}}};
    CHECK(format_diagnostic(diagnostic) ==
          "a.toml:2:1: advice: odd [some-advice]\ncd\n^~\n"
          "a.toml:1:2: note: first defined here\nab\n ^\n");
}

TEST_CASE("format_diagnostic: the caret stands under what it means", "[base][diagnostic]") {
    CHECK(shown("đặt = lịhc", 7, 11) == "a.toml:1:7: error: wrong\nđặt = lịhc\n      ^~~~\n");
    // decomposed: the marks are code points of their own, but take no column of the screen
    CHECK(shown("đặt = lịhc", 9, 14) == "a.toml:1:9: error: wrong\nđặt = lịhc\n      ^~~~\n");
    CHECK(shown("予約 = x", 6, 7) == "a.toml:1:6: error: wrong\n予約 = x\n       ^\n");
    CHECK(shown("x = 予約", 5, 7) == "a.toml:1:5: error: wrong\nx = 予約\n    ^~~~\n");
    CHECK(shown("\tx\ty", 4, 5) == "a.toml:1:4: error: wrong\n    x   y\n        ^\n");
}

TEST_CASE("format_diagnostic: places at and beyond the end", "[base][diagnostic]") {
    CHECK(shown("abc", 4, 4) == "a.toml:1:4: error: wrong\nabc\n   ^\n");
    CHECK(shown("abc", 9, 12) == "a.toml:1:9: error: wrong\nabc\n   ^\n");
    CHECK(shown("abc", 2, 2) == "a.toml:1:2: error: wrong\nabc\n ^\n");
    CHECK(shown("", 1, 1) == "a.toml:1:1: error: wrong\n");  // nothing to point at
    CHECK(shown(" \t", 1, 1) == "a.toml:1:1: error: wrong\n");
    Diagnostic nowhere{Severity::error, "test", {}, "wrong", "", {}};
    CHECK(format_diagnostic(nowhere) == "error: wrong\n");
    nowhere.where = span("abc", {}, {});
    CHECK(format_diagnostic(nowhere) == "a.toml: error: wrong\n");
    nowhere.where = span("a\nb", {7, 1}, {7, 2});
    CHECK(format_diagnostic(nowhere) == "a.toml:7:1: error: wrong\n");
}

TEST_CASE("format_diagnostic: a span over lines is marked to the end of its first",
          "[base][diagnostic]") {
    const Diagnostic diagnostic{Severity::error, "test", span("a = [\n1,\n]", {1, 5}, {3, 2}),
                                "wrong",         "",     {}};
    CHECK(format_diagnostic(diagnostic) == "a.toml:1:5: error: wrong\na = [\n    ^\n");
}

TEST_CASE("format_diagnostic: long lines are shown around the place", "[base][diagnostic]") {
    const std::string line = std::string(100, 'a') + "WRONG" + std::string(100, 'b');
    const auto text = shown(line, 101, 106);
    CHECK(text == "a.toml:1:101: error: wrong\n…" + std::string(26, 'a') + "WRONG" +
                      std::string(47, 'b') + "…\n" + std::string(27, ' ') + "^~~~~\n");
    const auto huge =
        shown(std::string(3000000, 'x') + "ặ" + std::string(3000000, 'y'), 3000001, 3000002);
    CHECK(huge == "a.toml:1:3000001: error: wrong\n…" + std::string(26, 'x') + "ặ" +
                      std::string(51, 'y') + "…\n" + std::string(27, ' ') + "^\n");
    CHECK(shown(std::string(200, 'x'), 1, 201).find("…") != std::string::npos);
    CHECK(shown(std::string(200, 'x'), 201, 201) == "a.toml:1:201: error: wrong\n…" +
                                                        std::string(78, 'x') + "\n" +
                                                        std::string(79, ' ') + "^\n");
}

TEST_CASE("format_diagnostic: control characters never reach the terminal", "[base][diagnostic]") {
    Diagnostic diagnostic{Severity::error, "test",     span("a\x1b[2Jb\r\n", {1, 2}, {1, 3}),
                          "bad \x1b[2J",   "not \x07", {}};
    diagnostic.where.source = std::make_shared<SourceText>(
        SourceText{"\x1b]0;x\x07.toml", diagnostic.where.source->text});
    CHECK(format_diagnostic(diagnostic) ==
          "␛]0;x␇.toml:1:2: error: bad ␛[2J\na␛[2Jb\n ^\nhint: not ␇\n");
}

TEST_CASE("sort_by_place: by place, errors first, stable", "[base][diagnostic]") {
    const auto at = [](std::uint32_t line, Severity severity, std::string message) {
        return Diagnostic{severity, "x", span("a\nb\nc\n", {line, 1}, {line, 2}), message, "", {}};
    };
    std::vector<Diagnostic> all{at(3, Severity::error, "d"), at(1, Severity::advice, "b"),
                                at(1, Severity::error, "a"), at(1, Severity::advice, "c")};
    sort_by_place(all);
    std::string order;
    for (const auto& diagnostic : all) order += diagnostic.message;
    CHECK(order == "abcd");
    CHECK(has_errors(all));
    CHECK_FALSE(has_errors({at(1, Severity::warning, "w")}));
    CHECK(to_string(Severity::warning) == "warning");
}
