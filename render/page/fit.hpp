// Owns: how large a drawing is set on its page. Must not know: what is drawn.
#pragma once
#include <functional>
#include <string>

#include "render/page/paper.hpp"

namespace cjm::render {

/// Type on paper is never smaller, points.
inline constexpr double least_type_pt = 6;

/// The largest scale that looks well on a page, of a drawing at home on A4: type grows with the
/// paper, but more slowly than it on large sheets.
[[nodiscard]] double most_scale(PageSize page);

/// The largest scale up to `most` for which `fits` holds, to a ten-thousandth of it; a scale next
/// to 0 where it holds for none. expects  what fits at a scale fits at smaller ones. cost  at most
/// 15 calls
[[nodiscard]] double largest_scale(double most, const std::function<bool(double)>& fits);

/// The smallest paper larger than `page`, turned as it is, that `holds` says would do, as an option
/// of the command line ("--page A2"); empty if even A0 is too small.
[[nodiscard]] std::string paper_that_would_do(PageSize page,
                                              const std::function<bool(PageSize)>& holds);

}  // namespace cjm::render
