#include <iterator>

#include <fmt/format.h>

#include "render/flow/describe.hpp"
#include "render/flow/ends.hpp"
#include "render/flow/flow.hpp"
#include "render/flow/widths.hpp"
#include "render/frame/frame.hpp"
#include "render/text/clean.hpp"

namespace cjm::render {
namespace flow {
namespace {

/// A quoted string of the DOT language. Backslashes are doubled, so that Graphviz' own escapes (\N,
/// \G) cannot be met.
std::string quoted(std::string_view raw) {
    std::string result = "\"";
    for (const char letter : clean_text(raw)) {
        if (letter == '\n') {
            result += "\\n";
            continue;
        }
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + '"';
}

std::string hex(Colour colour) {
    return fmt::format("\"#{:02x}{:02x}{:02x}\"", colour.red, colour.green, colour.blue);
}

class DotWriter {
  public:
    DotWriter(const Scene& scene, const DrawOptions& options) : scene_(scene), options_(options) {}

    std::string write() {
        const auto& theme = scene_.theme;
        line("digraph journey {{");
        line("  label={};", quoted(scene_.journey.title.value + "\n" + summary(scene_) + "\n" +
                                   provenance(scene_, options_)));
        line("  labelloc=t; rankdir=LR; compound=true; fontname=\"Inter\"; bgcolor={};",
             hex(theme.page));
        line("  fontcolor={};", hex(theme.ink));
        line(
            "  node [shape=box, style=\"rounded,filled\", fontname=\"Inter\", fillcolor={}, "
            "color={}, fontcolor={}];",
            hex(theme.card), hex(theme.card_border), hex(theme.ink));
        line("  edge [fontname=\"Inter\", fontcolor={}];", hex(theme.ink));
        write_stages();
        write_starts();
        write_ends();
        const double most = most_traffic(scene_.graph);
        for (const auto& edge : scene_.graph.edges) write_edge(edge, most);
        line("}}");
        return std::move(out_);
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
        out_ += '\n';
    }

    void write_stages() {
        const auto& graph = scene_.graph;
        for (std::size_t stage = 0; stage < graph.stages.size(); ++stage) {
            const char* indent = graph.has_stages ? "    " : "  ";
            if (graph.has_stages) {
                line("  subgraph cluster_{} {{", stage + 1);
                line("    label={}; style=\"rounded,filled\"; fillcolor={}; color={};",
                     quoted(graph.stages[stage]), hex(scene_.theme.stage_tint(stage).colour),
                     hex(scene_.theme.stage_border(stage)));
            }
            for (const auto& card : graph.cards) {
                if (card.stage == stage) write_card(card, indent);
            }
            if (graph.has_stages) line("  }}");
        }
    }

    /// Filled where a moment of truth was found, or declared and not looked for.
    [[nodiscard]] std::string star_of(const Card& card) const {
        if (card.found || (card.declared() && !scene_.graph.moments_known)) return "★ ";
        return card.declared() ? "☆ " : "";
    }

    void write_card(const Card& card, std::string_view indent) {
        const auto& touchpoint = *card.touchpoint;
        const bool moment = card.declared();
        std::string label = star_of(card) + touchpoint.shown();
        if (card.found) label += "\n" + found_words(scene_, *card.found);
        if (touchpoint.channel) label += "\n" + touchpoint.channel->value;
        if (touchpoint.owner_or_us() != Owner::us) {
            label += "\n" + scene_.words(Message::flow_outside_control);
        }
        if (card.numbers) {
            label +=
                "\n" + scene_.words(Message::flow_reached_by, scene_.share(card.numbers->reach));
            if (card.numbers->left > 0) {
                label +=
                    "\n" + scene_.words(Message::flow_leave_here, scene_.share(card.numbers->left));
                label += "\n" + scene_.words(Message::flow_ghost_here,
                                             scene_.share(card.numbers->ghosted));
            }
        }
        const bool ours = touchpoint.owner_or_us() == Owner::us;
        label += change_lines(card.change);
        line("{}{} [label={}{}{}{}];", indent, quoted(touchpoint.id.value), quoted(label),
             ours ? "" : ", style=\"rounded,filled,dashed\"", moment ? ", penwidth=2.5" : "",
             card.change != nullptr ? change_look(card.change->kind, true) : "");
    }

    /// "≠ changed" and what is changed, a line each.
    template <class Change>
    [[nodiscard]] std::string change_lines(const Change* change) const {
        if (change == nullptr) return {};
        const ChangeWords words = change_words(scene_);
        const char* const sign = change->kind == ChangeKind::added  ? "+ "
                                 : change->kind == ChangeKind::gone ? "− "
                                                                    : "≠ ";
        std::string lines = "\n" + (sign + words.kind(change->kind));
        for (const FieldChange& field : change->fields) lines += "\n" + words.field(field);
        return lines;
    }

    [[nodiscard]] std::string change_look(ChangeKind kind, bool card) const {
        const std::string colour = hex(scene_.theme.line(Meaning::change, 1).colour);
        switch (kind) {
            case ChangeKind::added:
                return ", color=" + colour + (card ? ", peripheries=2" : ", style=bold");
            case ChangeKind::gone:
                return ", color=" + colour +
                       (card ? ", style=\"rounded,filled,dotted\"" : ", style=dotted");
            case ChangeKind::changed:
                break;
        }
        return ", color=" + colour + (card ? ", penwidth=2.5" : "");
    }

    void write_starts() {
        for (std::size_t card = 0; card < scene_.graph.cards.size(); ++card) {
            const auto& own = scene_.graph.cards[card];
            if (own.start_share <= 0) continue;
            // a blank cannot stand in an id, so this name is nobody else's
            const auto name = quoted("start " + own.touchpoint->id.value);
            line("  {} [shape=circle, style=filled, fillcolor={}, label=\"\", width=0.2];", name,
                 hex(scene_.theme.ink));
            line("  {} -> {} [label={}];", name, quoted(own.touchpoint->id.value),
                 quoted(scene_.words(Message::flow_start_share, scene_.share(own.start_share))));
        }
    }

    [[nodiscard]] std::string end_name(std::size_t end) const {
        const auto& own = scene_.graph.ends[end];
        return quoted(own.id.empty() ? fmt::format("end {}", end + 1) : own.id);
    }

    void write_ends() {
        for (std::size_t i = 0; i < scene_.graph.ends.size(); ++i) {
            const auto& end = scene_.graph.ends[i];
            const char* shape = "box";
            if (end.kind == EndKind::success) shape = "ellipse";
            if (end.kind == EndKind::lost) shape = "octagon";
            const bool outcome = end.kind == EndKind::success || end.kind == EndKind::lost;
            const auto meaning = meaning_of(end.kind);
            line("  {} [label={}, shape={}, style=\"filled{}\", color={}, penwidth=2];",
                 end_name(i),
                 quoted(end.share ? end.title + "\n" + scene_.share(*end.share) : end.title), shape,
                 outcome ? "" : ",dashed", hex(scene_.theme.line(meaning, 1).colour));
        }
    }

    void write_edge(const Edge& edge, double most) {
        const auto& graph = scene_.graph;
        std::string label = edge.share ? scene_.share(*edge.share) : std::string();
        if (edge.wait_days) {
            if (!label.empty()) label += "\n";
            label += scene_.numbers.duration(*edge.wait_days);
        }
        label += change_lines(edge.change);
        constexpr double points_per_millimetre = 72 / 25.4;
        line("  {} -> {} [label={}, penwidth={:.2f}, color={}{}{}];",
             quoted(graph.cards[edge.from].touchpoint->id.value),
             graph.is_end(edge.to) ? end_name(edge.to - graph.cards.size())
                                   : quoted(graph.cards[edge.to].touchpoint->id.value),
             quoted(label), width_for(edge.traffic, most) * points_per_millimetre,
             hex(scene_.theme.line(meaning_of(graph, edge), 1).colour),
             edge.back ? ", style=dashed, constraint=false" : "",
             edge.change != nullptr ? change_look(edge.change->kind, false) : "");
    }

    const Scene& scene_;
    const DrawOptions& options_;
    std::string out_;
};

}  // namespace
}  // namespace flow

std::string to_dot(const Journey& journey, const SimulationResult* result,
                   const DrawOptions& options) {
    const auto graph = flow::make_graph(journey, {result, options.moments, options.change});
    const flow::Scene scene{
        {journey, result, theme_of(options), NumberFormat(journey.language, journey.currency)},
        graph,
        options.change};
    return flow::DotWriter(scene, options).write();
}

}  // namespace cjm::render
