#include "cli/commands/draw_view.hpp"

#include "base/contract.hpp"
#include "render/cards/cards.hpp"
#include "render/flow/flow.hpp"
#include "render/funnel/funnel.hpp"
#include "render/map/map.hpp"
#include "render/worksheet/worksheet.hpp"

namespace cjm::cli {
namespace {

render::MapOptions map_options(const RenderOptions& options, const Journey& journey,
                               const std::vector<SimulationResult>& personas) {
    render::MapOptions map = options.map;
    for (std::size_t i = 0; i < personas.size(); ++i)
        map.personas.push_back({journey.personas[i].shown(), &personas[i]});
    return map;
}

}  // namespace

Parsed<render::Picture> draw_view(const RenderOptions& options, const Journey& journey,
                                  const SimulationResult* result,
                                  const render::DrawOptions& drawing,
                                  const std::vector<SimulationResult>& personas) {
    switch (*options.view) {
        case View::funnel:
            CJM_EXPECTS(result != nullptr);
            return render::make_funnel(
                journey, *result, drawing,
                {.by_touchpoint = options.map.columns == render::map::Columns::touchpoint});
        case View::map:
            return render::make_map(journey, result, drawing,
                                    map_options(options, journey, personas));
        case View::cards:
            return render::make_cards(journey, result, drawing);
        case View::worksheet:
            return render::make_worksheet(journey, drawing);
        case View::flow:
            break;
    }
    return render::make_flow(journey, result, drawing);
}

}  // namespace cjm::cli
