// Owns: the gaps between the parts of a page, which fitting and composing share. Must not know:
// what the parts are.
#pragma once

namespace cjm::render::sheet {

inline constexpr double header_gap = 1.0, footer_gap = 0.5;  ///< millimetres

}  // namespace cjm::render::sheet
