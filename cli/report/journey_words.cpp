#include "cli/report/journey_words.hpp"

#include <algorithm>
#include <iterator>

#include "base/text_width.hpp"

namespace cjm::cli {

JourneyWords::JourneyWords(const Journey& journey_in)
    : ReportWords(NumberFormat(journey_in.language, printable(journey_in.currency))),
      journey(journey_in) {}

std::string JourneyWords::touchpoint(TouchpointId touchpoint) const {
    return printable(journey.touchpoints[touchpoint.index()].shown());
}

std::string JourneyWords::touchpoint(std::string_view id) const {
    const auto found = find_touchpoint(journey, id);
    return found ? touchpoint(found) : printable(id);
}

std::string JourneyWords::outcome(std::string_view id) const {
    const auto found = find_outcome(journey, id);
    return printable(found ? journey.outcomes[found.index()].shown() : id);
}

std::string JourneyWords::stage(std::string_view id) const {
    const auto found = find_stage(journey, id);
    return printable(found ? journey.stages[found.index()].shown() : id);
}

std::string JourneyWords::persona(std::string_view id) const {
    const auto found = find_persona(journey, id);
    return printable(found ? journey.personas[found.index()].shown() : id);
}

std::string JourneyWords::cause(std::string_view id) const {
    static constexpr Message built_in[] = {Message::cause_dissatisfaction, Message::cause_price,
                                           Message::cause_neglect, Message::cause_priorities,
                                           Message::cause_delay};
    static_assert(std::size(built_in) == built_in_cause_count);
    for (std::size_t i = 0; i < built_in_cause_count; ++i)
        if (id == to_string(static_cast<BuiltInCause>(i))) return say(built_in[i]);
    const auto found = find_cause(journey, id);
    return printable(found ? journey.causes[found.index()].shown() : id);
}

std::string JourneyWords::scenario() const {
    std::string titles;
    std::string_view rest = journey.scenario;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('+'), rest.size());
        const auto id = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto found = find_scenario(journey, id);
        if (!titles.empty()) titles += " + ";
        titles += printable(found ? journey.scenarios[found.index()].shown() : id);
    }
    return titles;
}

}  // namespace cjm::cli
