// Owns: the sheet that shows how the others join. Must not know: how a page is divided.
#pragma once
#include <string>

#include "base/language.hpp"
#include "render/page/sheets.hpp"
#include "render/picture.hpp"

namespace cjm::render::detail {

/// A sheet of the plan's size with a small picture of the whole page under the grid of codes, what
/// to do in a few steps, and a check bar.
///
/// paper  name of the sheets' paper
[[nodiscard]] Page cover(const std::string& title, const Page& whole, const Plan& plan,
                         const std::string& paper, Language language);

}  // namespace cjm::render::detail
