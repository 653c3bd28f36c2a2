#include "render/map/returns.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <utility>

#include "render/map/touchpoint_row.hpp"
#include "render/marks.hpp"
#include "render/outline.hpp"
#include "render/sheet/tokens.hpp"
#include "render/text/measure.hpp"

namespace cjm::render::map {
namespace {

constexpr std::size_t most_returns = 14;
constexpr double lane_gap = 3.3, foot = 1.2, arrow = 1.9;
constexpr double port_gap = 2.2;  // between the ways below a stop, so that heads do not meet

/// Stops that a return lies over, from the left.
std::pair<std::size_t, std::size_t> reach_of(const Return& way) {
    return std::minmax(way.from, way.to);
}

void set_lanes(Returns& returns) {
    std::vector<std::size_t> order(returns.drawn.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto length = [&](std::size_t i) {
        const auto [left, right] = reach_of(returns.drawn[i]);
        return right - left;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
    std::vector<std::vector<std::size_t>> lanes;
    for (const std::size_t i : order) {
        const auto [left, right] = reach_of(returns.drawn[i]);
        const auto is_free = [&, l = left, r = right](const std::vector<std::size_t>& lane) {
            return std::none_of(lane.begin(), lane.end(), [&](std::size_t other) {
                const auto [begin, end] = reach_of(returns.drawn[other]);
                return l <= end && begin <= r;
            });
        };
        // below everything shorter that it lies over, so that uprights cross no lane
        std::size_t lane = lanes.size();
        while (lane > 0 && is_free(lanes[lane - 1])) --lane;
        if (lane == lanes.size()) lanes.emplace_back();
        lanes[lane].push_back(i);
        returns.drawn[i].lane = lane;
    }
    returns.lanes = lanes.size();
}

/// Where ways begin and end below a stop, from the left; those of one kind share a place.
enum class Port : std::uint8_t {
    to_left,
    from_left,
    loop_in,
    loop_out,
    from_right,
    to_right,
    count_
};

Port port_of_start(const Return& way) {
    if (way.from == way.to) return Port::loop_out;
    return way.to < way.from ? Port::to_left : Port::to_right;
}

Port port_of_end(const Return& way) {
    if (way.from == way.to) return Port::loop_in;
    return way.to < way.from ? Port::from_right : Port::from_left;
}

/// Which ports each stop needs.
class Ports {
  public:
    Ports(const std::vector<Return>& ways, std::size_t stops) : used_(stops) {
        for (const Return& way : ways) {
            used_[way.from][static_cast<std::size_t>(port_of_start(way))] = true;
            used_[way.to][static_cast<std::size_t>(port_of_end(way))] = true;
        }
    }
    /// From the middle of the stop, in gaps between ports.
    [[nodiscard]] double offset(std::size_t stop, Port port) const {
        const auto& used = used_[stop];
        const auto count = [&](std::size_t end) {
            return static_cast<double>(
                std::count(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(end), true));
        };
        return count(static_cast<std::size_t>(port)) - (count(used.size()) - 1) / 2;
    }

  private:
    std::vector<std::array<bool, static_cast<std::size_t>(Port::count_)>> used_;
};

class ReturnArrows final : public sheet::Across {
  public:
    ReturnArrows(const Content& content, Returns returns)
        : content_(content),
          returns_(std::move(returns)),
          ports_(returns_.drawn, content.plan.stops.size()) {}

    [[nodiscard]] double least_height(const sheet::Ground& ground) const override {
        std::size_t lanes = 0;
        for (const Return& way : returns_.drawn)
            if (is_seen(way, ground)) lanes = std::max(lanes, way.lane + 1);
        return lanes == 0 ? 0 : head() + lane_gap * static_cast<double>(lanes) + foot;
    }

    void draw(const sheet::Ground& ground, const Box& box,
              std::vector<Item>& items) const override {
        std::vector<Box> taken;
        for (const Return& way : returns_.drawn)
            if (is_seen(way, ground)) draw_way(way, ground, box, items);
        if (numbered()) draw_numbers(ground, box, items);
        for (const Return& way : returns_.drawn)
            if (is_seen(way, ground)) draw_share(way, ground, box, taken, items);
    }

  private:
    [[nodiscard]] bool numbered() const { return content_.plan.kind == Columns::stage; }
    [[nodiscard]] double head() const { return numbered() ? badge_size + 0.4 : 0.2; }

    [[nodiscard]] const Stop& stop(std::size_t at) const { return content_.plan.stops[at]; }

    [[nodiscard]] bool is_seen(const Return& way, const sheet::Ground& ground) const {
        const auto [left, right] = reach_of(way);
        return stop(left).column < ground.end() && stop(right).column >= ground.first;
    }

    /// Ends left or right of the strip lie on its edge.
    [[nodiscard]] double x_of(std::size_t at, const sheet::Ground& ground) const {
        if (stop(at).column < ground.first) return ground.begin_x();
        if (stop(at).column >= ground.end()) return ground.end_x();
        return content_.x_of(stop(at), ground);
    }

    [[nodiscard]] double lane_y(const Return& way, const Box& box) const {
        return box.y + head() + lane_gap * (static_cast<double>(way.lane) + 1);
    }

    /// Where the arrow leaves and arrives: side by side below a stop.
    [[nodiscard]] std::pair<double, double> ends(const Return& way,
                                                 const sheet::Ground& ground) const {
        const auto at = [&](std::size_t end, Port port) {
            const bool here = ground.holds(stop(end).column);
            return x_of(end, ground) + (here ? port_gap * ports_.offset(end, port) : 0);
        };
        return {at(way.from, port_of_start(way)), at(way.to, port_of_end(way))};
    }

    void draw_way(const Return& way, const sheet::Ground& ground, const Box& box,
                  std::vector<Item>& items) const {
        const Theme& theme = content_.scene.theme;
        const auto [from, to] = ends(way, ground);
        const double top = box.y + (numbered() ? head() - 0.2 : 0), y = lane_y(way, box);
        const bool starts = ground.holds(stop(way.from).column);
        const bool arrives = ground.holds(stop(way.to).column);
        constexpr double width = 0.45;
        const double turn = from > to ? 1.0 : -1.0;
        const double radius = std::min(1.2, std::abs(from - to) / 2);
        Path path;
        if (starts) {
            path.segments = {MoveTo{{from, top}}, LineTo{{from, y - radius}},
                             CurveTo{{from, y}, {from, y}, {from - turn * radius, y}}};
        } else {
            path.segments = {MoveTo{{from, y}}};
        }
        const Point tip{to, top};
        if (arrives) {
            path.segments.emplace_back(LineTo{{to + turn * radius, y}});
            path.segments.emplace_back(CurveTo{{to, y}, {to, y}, {to, y - radius}});
            path.segments.emplace_back(LineTo{line_end(tip, {to, y}, arrow)});
        } else {
            path.segments.emplace_back(LineTo{{to, y}});
        }
        path.stroke = theme.line(Meaning::loop, width);
        Group group;
        group.title = content_.touchpoint(stop(way.from)).shown() + " → " +
                      content_.touchpoint(stop(way.to)).shown();
        group.items.emplace_back(std::move(path));
        if (arrives)
            group.items.emplace_back(
                arrow_head(tip, {to, y}, arrow, Fill{theme.line(Meaning::loop, 1).colour}));
        items.emplace_back(std::move(group));
    }

    void draw_numbers(const sheet::Ground& ground, const Box& box, std::vector<Item>& items) const {
        std::vector<bool> used(content_.plan.stops.size(), false);
        for (const Return& way : returns_.drawn) used[way.from] = used[way.to] = true;
        for (std::size_t i = 0; i < used.size(); ++i)
            if (used[i] && ground.holds(stop(i).column))
                add_badge(content_, stop(i).number,
                          {content_.x_of(stop(i), ground), box.y + badge_size / 2}, badge_size,
                          items);
    }

    /// The share above its lane, where no upright and no other share is in the way.
    void draw_share(const Return& way, const sheet::Ground& ground, const Box& box,
                    std::vector<Box>& taken, std::vector<Item>& items) const {
        TextStyle style = content_.tokens.smallest(content_.scene.theme.text(Meaning::loop));
        style.weight = Weight::medium;
        TextItem share = set_text(content_.scene.share(way.share), style,
                                  std::numeric_limits<double>::infinity());
        const auto [from, to] = ends(way, ground);
        const double y = lane_y(way, box) - share.box.height - 0.1, width = share.box.width;
        const double left = std::min(from, to), right = std::max(from, to);
        const bool stays = way.from == way.to;
        std::vector<double> places{right + 0.8, left - width - 0.8};
        if (!stays)
            places = {(left + right - width) / 2, left + 1.6, right - width - 1.6, right + 0.8};
        for (const double x : places) {
            const Box room{x, y, width, share.box.height};
            if (x < box.x || room.right() > box.right() || is_crossed(room, ground, box)) continue;
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const Box& other) { return overlap(room, other, 0); }))
                continue;
            taken.push_back(room);
            items.emplace_back(placed_at(std::move(share), {x, y}));
            return;
        }
    }

    [[nodiscard]] bool is_crossed(const Box& room, const sheet::Ground& ground,
                                  const Box& box) const {
        constexpr double air = 0.7;
        if (room.y < box.y + head() - 0.6) return true;
        return std::any_of(returns_.drawn.begin(), returns_.drawn.end(), [&](const Return& way) {
            if (!is_seen(way, ground)) return false;
            const auto [from, to] = ends(way, ground);
            const double y = lane_y(way, box);
            const auto upright = [&](double x) {
                return room.x - air < x && x < room.right() + air && room.y < y;
            };
            const bool level = room.y < y && y < room.bottom() &&
                               std::min(from, to) < room.right() && room.x < std::max(from, to);
            return upright(from) || upright(to) || level;
        });
    }

    const Content& content_;
    Returns returns_;
    Ports ports_;
};

}  // namespace

Returns find_returns(const Content& content) {
    Returns returns;
    const flow::FlowGraph& graph = content.scene.graph;
    for (const flow::Edge& edge : graph.edges) {
        if (!edge.back || graph.is_end(edge.to) || edge.traffic <= 0) continue;
        returns.drawn.push_back({content.plan.stop_of_card[edge.from],
                                 content.plan.stop_of_card[edge.to], edge.share.value_or(0),
                                 edge.traffic, 0});
    }
    std::stable_sort(returns.drawn.begin(), returns.drawn.end(),
                     [](const Return& a, const Return& b) { return a.traffic > b.traffic; });
    if (returns.drawn.size() > most_returns) {
        returns.left_out = returns.drawn.size() - most_returns;
        returns.drawn.resize(most_returns);
    }
    set_lanes(returns);
    return returns;
}

sheet::Band returns_band(const Content& content) {
    sheet::Band band;
    Returns returns = find_returns(content);
    if (returns.drawn.empty()) return band;
    band.label = returns.left_out > 0
                     ? content.scene.words(Message::map_returns_most, returns.drawn.size(),
                                           returns.drawn.size() + returns.left_out)
                     : content.scene.words(Message::map_returns);
    band.across = std::make_shared<ReturnArrows>(content, std::move(returns));
    band.padding = 0.6;
    return band;
}

}  // namespace cjm::render::map
