// Owns: what the figures that journeys are compared by are called. Must not know: their values.
#pragma once
#include "base/message.hpp"
#include "simulate/compared_figure.hpp"

namespace cjm::cli {

/// As the first cell of a row.
[[nodiscard]] Message figure_title(ComparedFigure figure);

}  // namespace cjm::cli
