// Owns: the table of views that the tests of drawings go through. Must not know: journeys.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"
#include "render/draw_options.hpp"
#include "render/flow/flow.hpp"
#include "render/funnel/funnel.hpp"
#include "simulate/result.hpp"

namespace cjm::testing {

/// A view, drawn as `cjm render` draws it.
struct DrawnView {
    std::string name;
    std::function<Parsed<render::Picture>(const Journey&, const SimulationResult*,
                                          const render::DrawOptions&)>
        draw;
    bool plain = true;    ///< whether it can be drawn without simulated numbers
    double least_pt = 6;  ///< the smallest type that it promises
};

/// Every view that there is.
inline std::vector<DrawnView> drawn_views() {
    return {{"flow",
             [](const Journey& journey, const SimulationResult* result,
                const render::DrawOptions& options) {
                 return render::make_flow(journey, result, options);
             }},
            {"funnel",
             [](const Journey& journey, const SimulationResult* result,
                const render::DrawOptions& options) {
                 return render::make_funnel(journey, *result, options);
             },
             false}};
}

}  // namespace cjm::testing
