#include "cli/commands/draw_view.hpp"

#include "base/contract.hpp"
#include "render/flow/flow.hpp"
#include "render/funnel/funnel.hpp"

namespace cjm::cli {

Parsed<render::Picture> draw_view(const RenderOptions& options, const Journey& journey,
                                  const SimulationResult* result,
                                  const render::DrawOptions& drawing) {
    switch (options.view) {
        case View::funnel:
            CJM_EXPECTS(result != nullptr);
            return render::make_funnel(journey, *result, drawing);
        case View::flow:
            break;
    }
    return render::make_flow(journey, result, drawing);
}

}  // namespace cjm::cli
