#include "render/flow/frame.hpp"

#include "render/flow/describe.hpp"
#include "render/flow/legend.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::flow {
namespace {

constexpr double heading_gap = 4.0, footer_gap = 3.6, rule_gap = 2.0, provenance_gap = 1.6;
constexpr std::size_t hash_prefix = 12;
constexpr int provenance_lines =
    3;  // a title of any length is cut there, not in the file's metadata

/// Titles of the applied scenarios; what is no longer in the journey keeps its id.
std::string scenario_titles(const Journey& journey) {
    std::string titles, rest = journey.scenario;
    while (!rest.empty()) {
        const auto plus = rest.find('+');
        const auto id = rest.substr(0, plus);
        rest = plus == std::string::npos ? std::string() : rest.substr(plus + 1);
        const auto found = find_scenario(journey, id);
        if (!titles.empty()) titles += " + ";
        titles += found ? journey.scenarios[found.index()].shown() : id;
    }
    return titles;
}

}  // namespace

std::string provenance(const Scene& scene, const DrawOptions& options) {
    const auto& journey = scene.journey;
    std::string line = journey.title.value;
    const auto add = [&](const std::string& part) { line += "  ·  " + part; };
    if (!journey.scenario.empty()) add(scene.words(Message::flow_scenario, journey.scenario));
    if (scene.result) {
        const auto& settings = scene.result->settings;
        if (settings.method == Method::exact) {
            add(scene.words(Message::flow_exact));
        } else {
            add(scene.words(Message::flow_customers,
                            scene.numbers.count(static_cast<double>(settings.customers))));
            add(scene.words(Message::flow_seed, std::to_string(settings.seed)));
        }
        if (scene.result->horizon_days) {
            add(scene.words(Message::flow_followed,
                            scene.numbers.duration(*scene.result->horizon_days)));
        }
    }
    if (!options.program.empty()) add(options.program);
    if (!options.input_sha256.empty()) add("sha256 " + options.input_sha256.substr(0, hash_prefix));
    return line;
}

Frame make_frame(const Scene& scene, const DrawOptions& options, double width) {
    const auto& theme = scene.theme;
    Frame frame;
    auto title = set_text(scene.journey.title.value,
                          style(scene.measures.heading_type, Weight::bold, theme.ink), width, 3);
    double y = title.box.height;
    frame.heading.items.emplace_back(std::move(title));
    const auto add = [&](const std::string& words, Weight weight, Colour colour) {
        auto item =
            set_text(words, style(scene.measures.subheading_type, weight, colour), width, 3);
        const double height = item.box.height;
        frame.heading.items.emplace_back(placed_at(std::move(item), {0, y}));
        y += height;
    };
    if (!scene.journey.scenario.empty()) {
        add(scene.words(Message::flow_scenario, scenario_titles(scene.journey)), Weight::semibold,
            theme.text(Meaning::traffic));
    }
    add(summary(scene), Weight::medium, theme.soft_ink);
    frame.heading_height = y + heading_gap;

    y = footer_gap;
    Path rule;
    rule.segments = {MoveTo{{0, y}}, LineTo{{width, y}}};
    rule.stroke = Stroke{theme.rule, 0.25, {}};
    frame.footer.items.emplace_back(std::move(rule));
    y += rule_gap;
    auto legend = make_legend(scene, width);
    frame.footer.items.emplace_back(translated(std::move(legend.group), 0, y));
    y += legend.height + provenance_gap;
    auto line = set_text(provenance(scene, options),
                         style(scene.measures.smallest_type, Weight::regular, theme.soft_ink),
                         width, provenance_lines);
    const double line_height = line.box.height;
    frame.footer.items.emplace_back(placed_at(std::move(line), {0, y}));
    frame.footer_height = y + line_height;
    return frame;
}

}  // namespace cjm::render::flow
