// Owns: a map as a sheet with what stands round it, in one density. Must not know: how it is spread
// over pages.
#pragma once
#include <cstddef>
#include <vector>

#include "render/draw_options.hpp"
#include "render/map/content.hpp"
#include "render/map/curve_row.hpp"
#include "render/map/legend.hpp"
#include "render/map/map.hpp"
#include "render/sheet/pages.hpp"

namespace cjm::render::map {

/// All that is needed to set a map on pages; cost  some milliseconds for 60 touchpoints.
class Layout {
  public:
    /// further_pages  that follow the map in its picture, counted in the numbers of pages
    Layout(Content content, const DrawOptions& options, const MapOptions& map,
           std::size_t further_pages = 0);
    Layout(const Layout&) = delete;
    Layout& operator=(const Layout&) = delete;
    ~Layout() = default;

    [[nodiscard]] const Content& content() const { return content_; }
    [[nodiscard]] sheet::Setting setting() const {
        return {sheet_, demand_, content_.scene.theme, surround_};
    }

  private:
    [[nodiscard]] sheet::Part header(double width, sheet::PageSpot spot) const;
    [[nodiscard]] sheet::Part footer(double width, const sheet::PageSpot& spot) const;

    Content content_;
    const DrawOptions& options_;
    std::size_t further_pages_;
    Curves curves_;
    sheet::Sheet sheet_;
    sheet::Demand demand_;
    std::vector<MapLegendEntry> legend_;
    sheet::Surround surround_;
};

}  // namespace cjm::render::map
