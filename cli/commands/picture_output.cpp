#include "cli/commands/picture_output.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "cli/choices.hpp"
#include "cli/source_date.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/usage_error.hpp"
#include "render/page/check_bar.hpp"
#include "render/page/tile.hpp"
#include "render/writers.hpp"

namespace cjm::cli {
namespace {

constexpr double usual_dpi = 150;

double dpi_for(const RenderOptions& options, const render::Page& page) {
    const double dpi = options.dpi.value_or(usual_dpi);
    const double largest = render::largest_dpi(page);
    if (dpi <= largest) return dpi;
    const std::string message =
        fmt::format("at {} dpi the picture has more than 200 megapixels or 32,767 on a side", dpi);
    if (largest < 1) throw UsageError(message, "choose SVG or PDF, or a smaller --page");
    throw UsageError(message, fmt::format("--dpi {} would do", largest));
}

void expect_slides(const render::Picture& picture) {
    const render::PageSize size = render::slide_size(picture);
    if (render::is_slide_size(size)) return;
    throw UsageError(
        fmt::format("a slide of {:.0f} x {:.0f} mm is more than PowerPoint takes; its sides may be "
                    "{:.0f} to {:.0f} mm",
                    size.width, size.height, render::least_slide_mm, render::most_slide_mm),
        "choose a --page, such as --page A1, or cut it with --tile A3");
}

std::string bytes_of(const render::Picture& picture, const RenderOptions& options,
                     PictureFormat format, std::size_t page) {
    switch (format) {
        case PictureFormat::pdf:
            return render::to_pdf(picture);
        case PictureFormat::pptx:
            expect_slides(picture);
            return render::to_pptx(picture);
        case PictureFormat::png:
            return render::to_png(picture, dpi_for(options, picture.pages[page]), page);
        default:
            return render::to_svg(picture, page);
    }
}

bool holds_many_pages(PictureFormat format) {
    return format == PictureFormat::pdf || format == PictureFormat::pptx;
}

bool has_named_paper(const RenderOptions& options, PictureFormat format) {
    if (options.page) return *options.page != "fit";
    return holds_many_pages(format);
}

render::Picture cut_into_sheets(const render::Picture& picture, const std::string& sheet) {
    const auto largest = std::max_element(
        picture.pages.begin(), picture.pages.end(), [](const auto& one, const auto& other) {
            return one.width * one.height < other.width * other.height;
        });
    expect_tiling({largest->width, largest->height}, sheet);
    auto sheets = render::tiled(picture, sheet);
    if (sheets) return std::move(*sheets);
    throw UsageError(fmt::format("the page would take more than 99 sheets of {} in a row", sheet),
                     "choose larger sheets or a smaller --page");
}

void deliver_numbered(const RenderOptions& options, const render::Picture& picture,
                      PictureFormat format) {
    const std::size_t count = picture.pages.size();
    const std::string& path = options.output.path;
    if (options.output.to_standard_output() || !is_replaceable(path)) {
        throw UsageError(fmt::format("the picture has {} pages, and {} holds one", count,
                                     picture_format_names()[static_cast<std::size_t>(format)]),
                         "choose --format pdf, or name a file with --output: its pages become "
                         "files of their own");
    }
    const std::vector<std::string> names = numbered_names(path, count);
    std::vector<NamedBytes> files;
    for (std::size_t page = 0; page < count; ++page)
        files.push_back({names[page], bytes_of(picture, options, format, page)});
    write_whole_files(files);
    tell_note(fmt::format("{} pages written: {} to {}", count, names.front(), names.back()));
}

}  // namespace

std::optional<PictureFormat> format_by_suffix(const std::string& path) {
    const auto found = choice_by_suffix(path, picture_suffixes());
    if (!found) return std::nullopt;
    return static_cast<PictureFormat>(*found);
}

PictureFormat format_of(const RenderOptions& options) {
    if (options.format) return *options.format;
    return format_by_suffix(options.output.path).value_or(PictureFormat::svg);
}

std::vector<std::string> numbered_names(const std::string& path, std::size_t count) {
    const std::size_t name = path.rfind('/') == std::string::npos ? 0 : path.rfind('/') + 1;
    const std::size_t dot = path.rfind('.');
    const std::size_t stem = dot == std::string::npos || dot <= name ? path.size() : dot;
    const std::size_t digits = std::to_string(count).size();
    std::vector<std::string> names;
    for (std::size_t number = 1; number <= count; ++number)
        names.push_back(
            fmt::format("{}-{:0{}}{}", path.substr(0, stem), number, digits, path.substr(stem)));
    return names;
}

void expect_tiling(render::PageSize page, const std::string& sheet) {
    const auto paper = render::paper_from(sheet, render::Orientation::portrait).value();
    if (render::needs_tiling(page, paper)) return;
    throw UsageError(fmt::format("the page ({:.0f} x {:.0f} mm) goes onto one sheet of {}: there "
                                 "is nothing to cut",
                                 page.width, page.height, sheet),
                     "choose a larger --page, such as --page A1, or leave out --tile");
}

void deliver_picture(const RenderOptions& options, render::Picture picture, PictureFormat format) {
    picture.created = source_date();
    if (options.tile) {
        picture = cut_into_sheets(picture, *options.tile);
    } else if (format == PictureFormat::pdf && has_named_paper(options, format)) {
        picture = render::with_check_bars(std::move(picture));
    }
    if (picture.pages.size() > 1 && !holds_many_pages(format)) {
        deliver_numbered(options, picture, format);
    } else {
        deliver(options.output, bytes_of(picture, options, format, 0));
        const render::Page& page = picture.pages.front();
        const std::size_t count = picture.pages.size();
        tell_written(options, format,
                     fmt::format(", {} page{}, {:.0f} x {:.0f} mm", count, count == 1 ? "" : "s",
                                 page.width, page.height));
    }
}

void tell_written(const RenderOptions& options, PictureFormat format, std::string_view what) {
    if (options.output.to_standard_output()) return;
    std::string name = picture_format_names()[static_cast<std::size_t>(format)];
    for (char& letter : name) letter = static_cast<char>(letter - 'a' + 'A');
    const bool unasked = !options.format && suffix_of(options.output).empty();
    tell_note(fmt::format(
        "{} written: {}{}{}", options.output.path, name, what,
        unasked ? "; a name that ends in .pdf, .png or .pptx gives another format" : ""));
}

}  // namespace cjm::cli
