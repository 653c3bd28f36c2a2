#include "journey/strategies/strategies.hpp"

#include <memory>
#include <string>
#include <utility>

#include "base/contract.hpp"
#include "journey/parse/parse.hpp"

namespace cjm {
namespace {

/// The rest of a file, so that it can be read; behind the text, whose places stay.
constexpr std::string_view smallest_journey = R"(
[journey]
title = "-"
start = "here"
[[touchpoint]]
id = "here"
next = { there = 1 }
[[outcome]]
id = "there"
kind = "success"
)";

}  // namespace

Scenario scenario_of(const Strategy& strategy, Language language) {
    std::string text(strategy.text(language));
    text += smallest_journey;
    Parsed<Journey> journey = parse_journey(std::make_shared<const SourceText>(
        SourceText{"cjm strategies " + std::string(strategy.name), std::move(text)}));
    CJM_EXPECTS(journey.value && journey.value->scenarios.size() == 1);
    return std::move(journey.value->scenarios.front());
}

}  // namespace cjm
