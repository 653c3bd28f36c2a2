// Owns: where a client's logo goes on the pages of a picture. Must not know: journeys, views.
#pragma once
#include <optional>

#include "render/image/logo.hpp"
#include "render/page/paper.hpp"
#include "render/picture.hpp"

namespace cjm::render {

/// The picture with the logo at the top right of each page within the margins, as large as there is
/// room for. None where a page has no room there.
[[nodiscard]] std::optional<Picture> with_logo(const Picture& picture, const Logo& logo);

/// Height of a strip for the logo, with the gap below it, on a page of this size.
[[nodiscard]] double logo_strip(PageSize page, const Logo& logo);
/// The picture on pages that are higher by a strip at the top, which has the logo at its right.
///
/// strip  millimetres, as logo_strip() says for the page as it will be
[[nodiscard]] Picture with_logo_above(const Picture& picture, const Logo& logo, double strip);

}  // namespace cjm::render
