#include "render/frame/voice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/contract.hpp"

namespace cjm::render {
namespace {

/// Digits after the mark, in percent; one where they need not be more. Rare things have all that
/// their standard error supports, so that no end reads as 0.
int decimals_beside_interval(const Estimate& share) {
    constexpr double percent = 100, rare = 0.001;
    if (share.estimate < rare) return percent_decimals(share);
    int decimals = std::min(percent_decimals(share), 1);
    double unit = 1;
    for (int i = 0; i < decimals; ++i) unit /= 10;
    while (decimals < percent_decimals(share) &&
           std::round(percent * share.low / unit) == std::round(percent * share.high / unit)) {
        ++decimals;
        unit /= 10;
    }
    return decimals;
}

}  // namespace

std::string Voice::share(const Estimate& share) const {
    return share.high > share.low ? numbers.percent(share.estimate, decimals_beside_interval(share))
                                  : this->share(share.estimate);
}

std::string Voice::interval(const Estimate& share) const {
    if (!(share.high > share.low)) return {};
    const int decimals = decimals_beside_interval(share);
    return decimals == percent_decimals(share)
               ? numbers.percent_interval(share)
               : numbers.percent_interval(share.low, share.high, decimals);
}

Meaning meaning_of_cause(std::size_t cause) {
    constexpr std::array built_in{Meaning::dissatisfaction, Meaning::price, Meaning::neglect,
                                  Meaning::priorities, Meaning::delay};
    static_assert(built_in.size() == built_in_cause_count);
    return cause < built_in.size() ? built_in[cause] : Meaning::own_cause;
}

std::string name_of_cause(const Voice& voice, std::size_t cause) {
    constexpr std::array built_in{Message::cause_dissatisfaction, Message::cause_price,
                                  Message::cause_neglect, Message::cause_priorities,
                                  Message::cause_delay};
    if (cause < built_in.size()) return voice.words(built_in[cause]);
    return voice.journey.causes[cause].shown();
}

std::string summary_of_result(const Voice& voice) {
    CJM_EXPECTS(voice.result != nullptr);
    const auto& result = *voice.result;
    const auto percent = [&](const Estimate& share) {
        return voice.numbers.percent(share.estimate);
    };
    std::string ways;
    const auto add_way = [&](const Estimate& share, const std::string& words) {
        if (share.estimate > 0) ways += (ways.empty() ? " (" : ", ") + words;
    };
    const auto left = [&](Message message, const Estimate& share) {
        add_way(share, voice.words(message, percent(share)));
    };
    left(Message::flow_ghosted, result.ghosted);
    left(Message::flow_left_openly, result.left_openly);
    for (std::size_t i = 0; i < result.outcomes.size(); ++i)
        if (!result.outcomes[i].is_success)
            add_way(result.outcomes[i].share,
                    percent(result.outcomes[i].share) + " " + voice.journey.outcomes[i].shown());
    if (!ways.empty()) ways += ")";
    std::string line = voice.words(Message::flow_succeed, percent(result.success)) + "  ·  " +
                       voice.words(Message::flow_lost, percent(result.lost)) + ways;
    if (result.in_progress.estimate > 0)
        line += "  ·  " + voice.words(Message::flow_in_progress, percent(result.in_progress));
    return line;
}

TextStyle style(double size_pt, Weight weight, Colour colour) {
    TextStyle result;
    result.size_pt = size_pt;
    result.weight = weight;
    result.colour = colour;
    return result;
}

}  // namespace cjm::render
