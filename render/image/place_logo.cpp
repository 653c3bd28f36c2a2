#include "render/image/place_logo.hpp"

#include <algorithm>

#include "base/message.hpp"
#include "render/page/transform.hpp"
#include "render/page/within.hpp"

namespace cjm::render {
namespace {

constexpr double air = 2;  // round a logo, millimetres

/// The logo may take a quarter of the width and grows with the paper.
PageSize largest_logo(PageSize page, const Logo& logo) {
    const double side = std::min(page.width, page.height);
    const double height = std::clamp(0.055 * side, 8.0, 42.0);
    const double width = std::min(height * logo.aspect, 0.25 * (page.width - 2 * margin(page)));
    return {width, width / logo.aspect};
}

Image image_of(const Logo& logo, const Box& box, const Picture& picture) {
    const Language language = language_from(picture.language).value_or(Language::english);
    return {box, logo.png, logo.svg, std::string(text(language, Message::paper_logo))};
}

/// At the top right within the margins; empty where that is taken.
std::optional<Box> free_corner(const Page& page, const Logo& logo) {
    constexpr double least = 0.5, step = 0.1;  // of the largest size
    const PageSize paper{page.width, page.height};
    const double edge = margin(paper);
    const PageSize largest = largest_logo(paper, logo);
    for (double part = 1; part >= least; part -= step) {
        const Box box{page.width - edge - part * largest.width, edge, part * largest.width,
                      part * largest.height};
        const Box room{box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air};
        if (is_free(page.content, room)) return box;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Picture> with_logo(const Picture& picture, const Logo& logo) {
    Picture marked = picture;
    for (Page& page : marked.pages) {
        const auto box = free_corner(page, logo);
        if (!box) return std::nullopt;
        page.content.items.emplace_back(image_of(logo, *box, picture));
    }
    return marked;
}

double logo_strip(PageSize page, const Logo& logo) {
    return largest_logo(page, logo).height + 2 * air;
}

Picture with_logo_above(const Picture& picture, const Logo& logo, double strip) {
    Picture marked = picture;
    for (Page& page : marked.pages) {
        page.content = translated(std::move(page.content), 0, strip);
        page.height += strip;
        const double edge = margin({page.width, page.height});
        const double height = strip - 2 * air, width = height * logo.aspect;
        const Box box{page.width - edge - width, edge, width, height};
        page.content.items.emplace_back(image_of(logo, box, picture));
    }
    return marked;
}

}  // namespace cjm::render
