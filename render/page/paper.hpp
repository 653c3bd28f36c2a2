// Owns: paper sizes and margins. Must not know: what is drawn on them.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "render/picture.hpp"

namespace cjm::render {

/// Paper, millimetres, in the orientation asked for.
struct PageSize {
    double width = 0, height = 0;
};

enum class Orientation { portrait, landscape };

/// A5 to A0, letter (8.5 x 11 in) and tabloid (11 x 17 in); none for any other name. Case does not
/// matter.
[[nodiscard]] std::optional<PageSize> paper_from(std::string_view name, Orientation orientation);
/// The names that paper_from() knows, for help and hints.
[[nodiscard]] std::span<const std::string_view> paper_names();

/// Margin on every side, millimetres: 4 % of the shorter side, at least 8 and at most 30.
[[nodiscard]] double margin(PageSize paper);
/// What lies within the margins.
[[nodiscard]] Box printable(PageSize paper);

}  // namespace cjm::render
