#include "render/hatch.hpp"

#include "base/contract.hpp"

namespace cjm::render {

Hatch hatch_of(Pattern pattern) {
    CJM_EXPECTS(pattern != Pattern::solid && pattern < Pattern::count_);
    Hatch hatch;
    switch (pattern) {
        case Pattern::lines:
            hatch = {.step = 1.0, .width = 0.22, .rising = true};
            break;
        case Pattern::falling_lines:
            hatch = {.step = 1.0, .width = 0.22, .falling = true};
            break;
        case Pattern::cross_lines:
            hatch = {.step = 1.0, .width = 0.2, .rising = true, .falling = true};
            break;
        case Pattern::level_lines:
            hatch = {.step = 0.7, .width = 0.2, .level = true};
            break;
        case Pattern::upright_lines:
            hatch = {.step = 0.7, .width = 0.2, .upright = true};
            break;
        case Pattern::grid:
            hatch = {.step = 0.8, .width = 0.16, .level = true, .upright = true};
            break;
        case Pattern::dots:
            hatch = {.step = 0.9, .dot_radius = 0.2};
            break;
        case Pattern::dense_dots:
            hatch = {.step = 0.55, .dot_radius = 0.17};
            break;
        case Pattern::solid:
        case Pattern::count_:
            break;
    }
    return hatch;
}

}  // namespace cjm::render
