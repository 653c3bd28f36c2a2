// Owns: what the figures that journeys are compared by are called. Must not know: their values.
#pragma once
#include <optional>

#include "base/message.hpp"
#include "simulate/compared_figure.hpp"

namespace cjm::cli {

/// As the first cell of a row.
[[nodiscard]] Message figure_title(ComparedFigure figure);

/// Digits after the mark of a survey's score, the same in every report; none for other figures.
[[nodiscard]] std::optional<int> score_decimals(ComparedFigure figure);

}  // namespace cjm::cli
