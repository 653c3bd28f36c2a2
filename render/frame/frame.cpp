#include "render/frame/frame.hpp"

#include "render/change/words.hpp"
#include "render/page/transform.hpp"
#include "render/text/measure.hpp"

namespace cjm::render {
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

/// change  null = not compared
void add_heading(const Voice& voice, const FrameType& type, const std::string& summary,
                 const ChangeResult* change, double width, Frame& frame) {
    const auto& theme = voice.theme;
    auto title =
        set_text(voice.journey.title.value, style(type.heading, Weight::bold, theme.ink), width, 3);
    double y = title.box.height;
    frame.heading.items.emplace_back(std::move(title));
    const auto add = [&](const std::string& words, Weight weight, Colour colour) {
        auto item = set_text(words, style(type.subheading, weight, colour), width, 3);
        const double height = item.box.height;
        frame.heading.items.emplace_back(placed_at(std::move(item), {0, y}));
        y += height;
    };
    if (!voice.journey.scenario.empty()) {
        add(voice.words(Message::flow_scenario, scenario_titles(voice.journey)), Weight::semibold,
            theme.text(Meaning::traffic));
    }
    if (change != nullptr) {
        const ChangeWords words(voice.journey, *change);
        Weight weight = words.success_is_clear() ? Weight::semibold : Weight::regular;
        for (const std::string& line : words.heading()) {
            add(line, weight, theme.text(Meaning::change));
            weight = Weight::regular;
        }
    }
    add(summary, Weight::medium, theme.soft_ink);
    frame.heading_height = y + heading_gap;
}

void add_footer(const Voice& voice, const FrameType& type, const std::string& origin,
                const std::vector<LegendEntry>& entries, double width, Frame& frame) {
    const auto& theme = voice.theme;
    double y = footer_gap;
    Path rule;
    rule.segments = {MoveTo{{0, y}}, LineTo{{width, y}}};
    rule.stroke = Stroke{theme.rule, 0.25, {}};
    frame.footer.items.emplace_back(std::move(rule));
    y += rule_gap;
    if (!entries.empty()) {
        auto legend = set_legend(entries, style(type.smallest, Weight::regular, theme.ink), width);
        frame.footer.items.emplace_back(translated(std::move(legend.group), 0, y));
        y += legend.height + provenance_gap;
    }
    auto line = set_text(origin, style(type.smallest, Weight::regular, theme.soft_ink), width,
                         provenance_lines);
    const double line_height = line.box.height;
    frame.footer.items.emplace_back(placed_at(std::move(line), {0, y}));
    frame.footer_height = y + line_height;
}

}  // namespace

std::string provenance(const Voice& voice, const DrawOptions& options) {
    const auto& journey = voice.journey;
    std::string line = journey.title.value;
    const auto add = [&](const std::string& part) { line += "  ·  " + part; };
    if (!journey.scenario.empty()) add(voice.words(Message::flow_scenario, journey.scenario));
    if (voice.result) {
        const auto& settings = voice.result->settings;
        if (settings.method == Method::exact) {
            add(voice.words(Message::flow_exact));
        } else {
            add(voice.words(Message::flow_customers,
                            voice.numbers.count(static_cast<double>(settings.customers))));
            add(voice.words(Message::flow_seed, std::to_string(settings.seed)));
        }
        if (voice.result->horizon_days) {
            add(voice.words(Message::flow_followed,
                            voice.numbers.duration(*voice.result->horizon_days)));
        }
    }
    if (!options.program.empty()) add(options.program);
    if (!options.input_sha256.empty()) add("sha256 " + options.input_sha256.substr(0, hash_prefix));
    return line;
}

Frame make_frame(const Voice& voice, const DrawOptions& options, const FrameType& type,
                 const std::string& summary, const std::vector<LegendEntry>& legend, double width) {
    Frame frame;
    add_heading(voice, type, summary, options.change, width, frame);
    add_footer(voice, type, provenance(voice, options), legend, width, frame);
    return frame;
}

}  // namespace cjm::render
