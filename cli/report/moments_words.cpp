#include "cli/report/moments_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace cjm::cli {
namespace {

/// Every difference that stands in the table.
std::vector<double> differences_in(const MomentsResult& result) {
    std::vector<double> all;
    for (const MomentResult& moment : result.touchpoints)
        for (const MaybeEstimate& difference :
             {moment.impact, moment.headroom, moment.exposure, moment.impact_per_reached})
            if (difference) all.push_back(difference->estimate);
    return all;
}

}  // namespace

MomentsWords::MomentsWords(const Journey& journey_in, const MomentsResult& result_in)
    : JourneyWords(journey_in),
      result(result_in),
      decimals_(1),
      money_decimals_(number().money_decimals(differences_in(result_in))) {
    constexpr int most = 2;
    for (const MomentResult& moment : result.touchpoints)
        if (moment.simultaneous_low)
            decimals_ =
                number().decimals_apart(unit() * *moment.simultaneous_low,
                                        unit() * *moment.simultaneous_high, decimals_, most);
}

std::string MomentsWords::metric() const {
    static constexpr std::array names{Message::moments_success, Message::moments_margin,
                                      Message::moments_lifetime_value, Message::moments_ghosted,
                                      Message::moments_nps};
    return say(names[static_cast<std::size_t>(result.metric)]);
}

/// The table's digits after the mark, more where that would read as nothing.
int MomentsWords::decimals(double largest) const {
    constexpr int most = 4;
    int digits = 1;
    for (double least = 0.05; largest > 0 && largest < least && digits < most; least /= 10)
        ++digits;
    return std::max(digits, decimals_);
}

std::string MomentsWords::level(const MaybeEstimate& level) const {
    if (!level) return no_value;
    if (simulate::is_share(result.metric))
        return number().percent(level->estimate, std::min(1, percent_decimals(*level)));
    return is_money() ? number().money(level->estimate) : number().number(level->estimate, 1);
}

std::string MomentsWords::difference(double value) const {
    if (is_money()) return plain(value);
    const bool share = simulate::is_share(result.metric);
    return say(share ? Message::percentage_points : Message::score_points, plain(value));
}

std::string MomentsWords::plain(double value) const {
    if (is_money()) return number().money(value, money_decimals_);
    const double shown = unit() * value;
    return number().number(shown, decimals(std::abs(shown)));
}

std::string MomentsWords::plain(const MaybeEstimate& value) const {
    return value ? plain(value->estimate) : no_value;
}

std::string MomentsWords::impact(const MomentResult& moment) const {
    if (!moment.impact) return no_value;
    if (is_money()) return plain(moment.impact->estimate);
    return number().number(unit() * moment.impact->estimate, impact_decimals(moment));
}

std::string MomentsWords::impact_interval(const MomentResult& moment) const {
    if (!moment.simultaneous_low || !moment.impact) return no_value;
    const double low = *moment.simultaneous_low, high = *moment.simultaneous_high;
    if (is_money()) return number().money_interval(low, high, money_decimals_);
    return number().interval(unit() * low, unit() * high, impact_decimals(moment));
}

int MomentsWords::impact_decimals(const MomentResult& moment) const {
    const double value = moment.impact->estimate;
    return decimals(unit() *
                    std::max({std::abs(value), std::abs(moment.simultaneous_low.value_or(value)),
                              std::abs(moment.simultaneous_high.value_or(value))}));
}

std::string MomentsWords::rank(const MomentResult& moment) const {
    if (!moment.rank_low || !moment.rank_high) return no_value;
    const auto low = static_cast<double>(*moment.rank_low);
    const auto high = static_cast<double>(*moment.rank_high);
    return low < high ? number().interval(low, high, 0) : number().count(low);
}

std::string MomentsWords::confidence() const {
    return number().number(100 * result.settings.confidence) + "\u00a0%";
}

const Touchpoint* MomentsWords::touchpoint_of(const MomentResult& moment) const {
    const auto found = find_touchpoint(journey, moment.id);
    return found ? &journey.touchpoints[found.index()] : nullptr;
}

std::string MomentsWords::titles(const std::vector<const MomentResult*>& moments) const {
    const bool all = moments.size() <= most_named + 1;
    const std::size_t named = all ? moments.size() : most_named;
    std::string list;
    for (std::size_t i = 0; i < named; ++i)
        list += (list.empty() ? "“" : ", “") + title(*moments[i]) + "”";
    if (all) return list;
    const auto more = static_cast<double>(moments.size() - named);
    return list + ", " + say(Message::moments_more, number().count(more));
}

}  // namespace cjm::cli
