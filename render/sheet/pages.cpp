#include "render/sheet/pages.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "render/page/transform.hpp"
#include "render/sheet/gaps.hpp"

namespace cjm::render::sheet {
namespace {

/// A page of its natural size.
Page compose_page(const Setting& setting, const Fit& fit, std::size_t number) {
    const PagePlan& plan = fit.pages[number];
    const PageSpot spot{number, fit.pages.size(), plan.rows};
    Part header = setting.surround.header(fit.width, spot);
    Part footer = setting.surround.footer(fit.width, spot);
    const auto count = static_cast<double>(plan.columns.size());
    const double gap = setting.sheet.tokens.strip_gap;
    double height = header.height + footer.height + header_gap + footer_gap + (count - 1) * gap;
    std::vector<Strip> strips;
    for (const Range& columns : plan.columns) {
        strips.push_back(lay_out(setting.sheet, setting.demand, columns, plan.rows, fit.width,
                                 fit.share_height));
        height += strips.back().height;
    }
    const double spare = std::max(0.0, fit.height - height) / count;
    Page page;
    page.background = setting.theme.page;
    double y = header.height + header_gap;
    page.content.items.emplace_back(std::move(header.group));
    for (std::size_t i = 0; i < strips.size(); ++i) {
        grow(setting.sheet, spare, strips[i]);
        const bool alone = fit.pages.size() == 1 && strips.size() == 1;
        const std::string suffix =
            alone ? "" : "-" + std::to_string(number + 1) + "-" + std::to_string(i + 1);
        page.content.items.emplace_back(
            translated(draw(setting.sheet, setting.theme, strips[i], suffix), 0, y));
        y += strips[i].height + gap;
    }
    page.content.items.emplace_back(
        translated(std::move(footer.group), 0, fit.height - footer.height));
    return page;
}

}  // namespace

std::vector<Page> compose(const Setting& setting, PageSize page, const Fit& fit) {
    const double edge = margin(page);
    std::vector<Page> pages;
    for (std::size_t number = 0; number < fit.pages.size(); ++number) {
        Page made = compose_page(setting, fit, number);
        made.content = translated(scaled(std::move(made.content), fit.scale), edge, edge);
        made.width = page.width;
        made.height = page.height;
        pages.push_back(std::move(made));
    }
    return pages;
}

Page free_page(const Setting& setting) {
    constexpr double edge = 9, aspect = 0.66, most_share_height = 300;
    const Range columns{0, setting.sheet.columns}, rows{0, setting.sheet.rows.size()};
    Fit fit;
    fit.pages = {{{columns}, rows}};
    fit.width = pleasant_width(setting.demand);
    fit.share_height = std::min(aspect * fit.width, most_share_height);
    fit.height =
        header_gap + footer_gap + setting.surround.header(fit.width, {}).height +
        setting.surround.footer(fit.width, {}).height +
        lay_out(setting.sheet, setting.demand, columns, rows, fit.width, fit.share_height).height;
    Page page = compose_page(setting, fit, 0);
    page.content = translated(std::move(page.content), edge, edge);
    page.width = fit.width + 2 * edge;
    page.height = fit.height + 2 * edge;
    return page;
}

}  // namespace cjm::render::sheet
