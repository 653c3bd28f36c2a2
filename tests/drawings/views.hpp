// Owns: the table of views that the tests of drawings go through. Must not know: how journeys come
// about.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "render/cards/cards.hpp"
#include "render/draw_options.hpp"
#include "render/flow/flow.hpp"
#include "render/funnel/funnel.hpp"
#include "render/map/map.hpp"
#include "render/worksheet/worksheet.hpp"
#include "tests/drawings/simulated.hpp"

namespace cjm::testing {

/// A view, drawn as `cjm render` draws it.
struct DrawnView {
    std::string name;
    /// plain  without simulated numbers, where the view can be drawn so
    std::function<Parsed<render::Picture>(const Simulated&, bool plain, render::DrawOptions)> draw;
    bool may_refuse = true;  ///< whether a page can be too small for it
};

/// The map as it is.
inline Parsed<render::Picture> draw_map(const Simulated& journey, bool plain,
                                        const render::DrawOptions& options,
                                        render::MapOptions map) {
    if (!plain && map.curve == render::map::CurveKind::experience &&
        map.columns == render::map::Columns::touchpoint)
        for (std::size_t i = 0; i < journey.personas.size(); ++i)
            map.personas.push_back({journey.as_is.personas[i].shown(), &journey.personas[i]});
    return render::make_map(journey.as_is, plain ? nullptr : &journey.result, options, map);
}

/// The redesigned journey with marks of what its scenario changes, as `draw` draws a journey.
inline Parsed<render::Picture> draw_change(
    const Simulated& journey, bool plain, render::DrawOptions options,
    const std::function<Parsed<render::Picture>(const Journey&, const SimulationResult*,
                                                const render::DrawOptions&)>& draw) {
    ChangeResult change = journey.change;
    if (plain) change.figures.reset();
    options.change = &change;
    return draw(journey.redesigned, plain ? nullptr : &journey.redesigned_result, options);
}

/// Every view that there is, with what changes it most.
inline std::vector<DrawnView> drawn_views() {
    using render::DrawOptions;
    using render::MapOptions;
    using render::map::Columns;
    using render::map::CurveKind;
    return {
        {"map", [](const Simulated& journey, bool plain,
                   const DrawOptions& options) { return draw_map(journey, plain, options, {}); }},
        {"map by touchpoint, a curve for each persona",
         [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return draw_map(journey, plain, options,
                             {Columns::touchpoint, CurveKind::experience, {}});
         }},
        {"map by touchpoint, goodwill",
         [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return draw_map(journey, plain, options,
                             {Columns::touchpoint, CurveKind::goodwill, {}});
         }},
        {"map against",
         [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return draw_change(journey, plain, options,
                                [](const auto& changed, const auto* result, const auto& asked) {
                                    return render::make_map(changed, result, asked, {});
                                });
         }},
        {"flow",
         [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return render::make_flow(journey.as_is, plain ? nullptr : &journey.result, options);
         }},
        {"flow against",
         [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return draw_change(journey, plain, options, render::make_flow);
         }},
        {"funnel",
         [](const Simulated& journey, bool /*plain*/, const DrawOptions& options) {
             return render::make_funnel(journey.as_is, journey.result, options);
         }},
        {"worksheet",
         [](const Simulated& journey, bool /*plain*/, const DrawOptions& options) {
             return render::make_worksheet(journey.as_is, options);
         },
         false},
        {"cards", [](const Simulated& journey, bool plain, const DrawOptions& options) {
             return render::make_cards(journey.as_is, plain ? nullptr : &journey.result, options);
         }}};
}

}  // namespace cjm::testing
