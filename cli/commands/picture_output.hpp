// Owns: from a picture to the files of `cjm render`: sheets, pages, formats, names. Must not know:
// what is drawn.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/commands/render_options.hpp"
#include "render/picture.hpp"

namespace cjm::cli {

/// The format asked for, by the option or the suffix of the output; else SVG.
[[nodiscard]] PictureFormat format_of(const RenderOptions& options);
/// The format that the suffix of a file names.
[[nodiscard]] std::optional<PictureFormat> format_by_suffix(const std::string& path);

/// Throws UsageError where a page of this size goes onto one of the sheets that `--tile` names.
void expect_tiling(render::PageSize page, const std::string& sheet);

/// Cuts the picture into sheets where asked, and writes it; several pages of SVG or PNG into
/// numbered files, all or none, whose names are told. Throws UsageError for what the format cannot
/// hold, FileError.
void deliver_picture(const RenderOptions& options, render::Picture picture, PictureFormat format);

/// Tells what was written, as `cjm: map.pdf written: PDF…`, and why where neither option nor suffix
/// asked for it; nothing where it went to standard output. what  of it, such as `, 1 page`
void tell_written(const RenderOptions& options, PictureFormat format, std::string_view what);

/// `map.svg` as `map-1.svg` … `map-12.svg` becomes `map-01.svg` … where there are ten or more.
[[nodiscard]] std::vector<std::string> numbered_names(const std::string& path, std::size_t count);

}  // namespace cjm::cli
