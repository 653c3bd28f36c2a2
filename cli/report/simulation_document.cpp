#include "cli/report/simulation_document.hpp"

#include <utility>

#include "base/text_width.hpp"
#include "cli/report/moments_document.hpp"
#include "cli/report/simulation_headline.hpp"
#include "cli/report/simulation_tables.hpp"

namespace cjm::cli {

Document simulation_document(const Journey& journey, const SimulationResult& result,
                             const Provenance& provenance, const MomentsResult* moments) {
    const SimulationWords words(journey, result);
    Document document;
    document.title = printable(journey.title.value);
    const auto scenario = words.scenario();
    if (!scenario.empty()) document.subtitle = words.say(Message::scenario_line, scenario);
    document.lead = headline(words);
    const auto add = [&](std::optional<Section> section) {
        if (section) document.sections.push_back(std::move(*section));
    };
    add(leaks_section(words));
    if (moments != nullptr) add(moments_beside_section(MomentsWords(journey, *moments)));
    add(ends_section(words));
    add(stages_section(words));
    add(touchpoints_section(words));
    add(causes_section(words));
    add(personas_section(words));
    add(time_section(words));
    add(seamlessness_section(words));
    add(observer_section(words));
    add(survey_section(words));
    add(money_section(words));
    add(control_section(words));
    add(uncertainty_section(words));
    add(measure_section(words));
    add(settings_section(words, provenance));
    return document;
}

}  // namespace cjm::cli
