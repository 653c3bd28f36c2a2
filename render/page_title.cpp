#include "render/page_title.hpp"

#include <fmt/format.h>

namespace cjm::render {

std::string page_title(const Picture& picture, std::size_t page) {
    if (picture.pages.size() < 2) return picture.title;
    const std::string& label = picture.pages.at(page).label;
    return picture.title + " · " +
           (label.empty() ? fmt::format("{}/{}", page + 1, picture.pages.size()) : label);
}

}  // namespace cjm::render
