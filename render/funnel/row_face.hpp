// Owns: the words, samples and height of one row of the funnel's table. Must not know: where the
// row stands, its bars.
#pragma once
#include "render/funnel/table.hpp"

namespace cjm::render::funnel {

inline constexpr double label_padding = 2.4, figure_width = 23;  // millimetres
inline constexpr double change_sign_size = 2.7, change_sign_room = 3.4;
inline constexpr double losses_gap = 0.7;  // below the bar of losses

/// Whether anybody leaves at a step or goes from there to an outcome that is no success.
[[nodiscard]] bool is_lost_here(const Step& step);
/// What the right part of a row takes: bar of losses, words and samples.
[[nodiscard]] double losses_height(const Scene& scene, const RowFace& face, const Step& step);
/// A row set for these columns, with the height that it needs.
[[nodiscard]] RowFace measure_row(const Scene& scene, const Step& step, const Columns& columns);

}  // namespace cjm::render::funnel
