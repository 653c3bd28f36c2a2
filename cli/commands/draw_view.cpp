#include "cli/commands/draw_view.hpp"

#include "render/flow/flow.hpp"

namespace cjm::cli {

Parsed<render::Picture> draw_view(const RenderOptions& options, const Journey& journey,
                                  const SimulationResult* result,
                                  const render::DrawOptions& drawing) {
    switch (options.view) {
        case View::flow:
            break;
    }
    return render::make_flow(journey, result, drawing);
}

}  // namespace cjm::cli
