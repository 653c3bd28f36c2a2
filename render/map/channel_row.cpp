#include "render/map/channel_row.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "render/map/bar_block.hpp"

namespace cjm::render::map {
namespace {

constexpr std::size_t most_channels = 10;

struct Channel {
    std::string name;
    std::vector<double> used;  ///< per column: visits per customer, or how many touchpoints
};

std::vector<Channel> channels_of(const Content& content) {
    std::vector<Channel> channels;
    for (const Stop& stop : content.plan.stops) {
        const flow::Card& card = content.card(stop);
        if (!card.touchpoint->channel) continue;
        const std::string& name = card.touchpoint->channel->value;
        auto found = std::find_if(channels.begin(), channels.end(),
                                  [&](const Channel& channel) { return channel.name == name; });
        if (found == channels.end())
            found = channels.insert(channels.end(),
                                    {name, std::vector<double>(content.plan.columns, 0.0)});
        found->used[stop.column] += card.numbers ? card.numbers->visits : 1;
    }
    return channels;
}

/// The least used ones as one, so that the row does not outgrow the map.
void pool(const Content& content, std::vector<Channel>& channels) {
    if (channels.size() <= most_channels) return;
    std::vector<double> totals;
    for (const Channel& channel : channels) {
        double total = 0;
        for (const double used : channel.used) total += used;
        totals.push_back(total);
    }
    std::vector<double> sorted = totals;
    std::sort(sorted.rbegin(), sorted.rend());
    const double least = sorted[most_channels - 2];
    Channel rest{content.scene.words(Message::map_other_channels),
                 std::vector<double>(content.plan.columns, 0.0)};
    std::vector<Channel> kept;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        if (totals[i] >= least && kept.size() + 1 < most_channels) {
            kept.push_back(std::move(channels[i]));
            continue;
        }
        for (std::size_t column = 0; column < rest.used.size(); ++column)
            rest.used[column] += channels[i].used[column];
    }
    kept.push_back(std::move(rest));
    channels = std::move(kept);
}

}  // namespace

sheet::Row channel_row(const Content& content) {
    const flow::Scene& scene = content.scene;
    sheet::Row row;
    row.id = "channels";
    row.label = scene.words(Message::map_channels);
    std::vector<Channel> channels = channels_of(content);
    if (channels.empty()) return row;
    pool(content, channels);
    double most = 0;
    for (const Channel& channel : channels)
        for (const double used : channel.used) most = std::max(most, used);
    const double whole = most > 0 ? round_up(most) : 1;
    row.note = scene.result ? scene.words(Message::map_channels_note, scene.numbers.number(whole))
                            : scene.words(Message::map_channels_plain);
    for (const Channel& channel : channels) {
        std::vector<std::vector<sheet::BlockPtr>> blocks(content.plan.columns);
        for (std::size_t column = 0; column < channel.used.size(); ++column) {
            const double used = channel.used[column];
            if (used <= 0) continue;
            const double part = scene.result ? used / whole : 1;
            blocks[column].push_back(
                bar_block(content, {part, {}, {}, Meaning::traffic, {}, false}));
        }
        sheet::Band band = band_of(std::move(blocks));
        band.label = channel.name;
        constexpr double tight = 0.3;
        band.padding = tight;
        row.bands.push_back(std::move(band));
    }
    row.bands.back().padding = -1;
    return row;
}

}  // namespace cjm::render::map
