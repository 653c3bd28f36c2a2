#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/contract.hpp"
#include "render/pdf/handles.hpp"
#include "render/pdf/painter.hpp"
#include "render/pdf/structure.hpp"
#include "render/text/clean.hpp"
#include "render/text/shaper.hpp"
#include "render/writers.hpp"

namespace cjm::render {
namespace {

using detail::check_status;
using detail::points_per_mm;

void set_metadata(cairo_surface_t* surface, const Picture& picture) {
    const auto set = [&](cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface, key, clean_text(value).c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, picture.title);
    set(CAIRO_PDF_METADATA_SUBJECT, picture.description);
    set(CAIRO_PDF_METADATA_KEYWORDS, picture.provenance);
    set(CAIRO_PDF_METADATA_CREATOR, "cjm");
    // the clock must not show in the bytes
    set(CAIRO_PDF_METADATA_CREATE_DATE,
        picture.created.empty() ? "2000-01-01T00:00:00Z" : picture.created);
}

void add_page(cairo_surface_t* surface, cairo_t* cairo, const Page& page, std::size_t number) {
    CJM_EXPECTS(page.width > 0 && page.height > 0);
    cairo_pdf_surface_set_size(surface, page.width * points_per_mm, page.height * points_per_mm);
    if (!page.label.empty())
        cairo_pdf_surface_add_outline(
            surface, CAIRO_PDF_OUTLINE_ROOT, clean_text(page.label).c_str(),
            fmt::format("page={} pos=[0 0]", number).c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    detail::paint(cairo, page, detail::Output::pdf);
    cairo_show_page(cairo);
}

}  // namespace

std::string to_pdf(const Picture& picture) {
    CJM_EXPECTS(!picture.pages.empty());
    std::string bytes;
    const detail::SurfaceHandle surface(
        cairo_pdf_surface_create_for_stream(detail::append_bytes, &bytes, 1, 1));
    check_status(cairo_surface_status(surface.get()), "making a PDF");
    set_metadata(surface.get(), picture);
    {
        const detail::CairoHandle cairo(cairo_create(surface.get()));
        std::size_t number = 0;
        for (const Page& page : picture.pages) add_page(surface.get(), cairo.get(), page, ++number);
        check_status(cairo_status(cairo.get()), "making a PDF");
    }
    cairo_surface_finish(surface.get());
    check_status(cairo_surface_status(surface.get()), "writing a PDF");
    return detail::with_structure(bytes, picture);
}

}  // namespace cjm::render
