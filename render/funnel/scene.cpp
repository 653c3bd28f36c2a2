#include "render/funnel/scene.hpp"

#include <cmath>

#include "render/change/words.hpp"

namespace cjm::render::funnel {
namespace {

Fill patterned(const Theme& theme, Meaning meaning, Pattern pattern) {
    auto fill = theme.mark(meaning);
    fill.pattern = pattern;
    fill.ground = theme.card;
    return fill;
}

}  // namespace

// In print the causes have the patterns, dots and slanting lines among them.
Fill ghosted_fill(const Theme& theme) {
    constexpr Colour pale{0xEB, 0xEB, 0xEB, 1};  // beside white as its bar's outline tells
    if (theme.name == ThemeName::print) return {pale, Pattern::solid};
    return patterned(theme, Meaning::ghosted, Pattern::dots);
}

Fill openly_fill(const Theme& theme) {
    if (theme.name == ThemeName::print) return theme.mark(Meaning::left_openly);
    return patterned(theme, Meaning::left_openly, Pattern::lines);
}

bool shows_difference(const MaybeEstimate& difference) {
    constexpr double least = 0.0005;  // of a share that is printed in tenths of a percent
    return told_from_nothing(difference) && std::abs(difference->estimate) >= least;
}

std::string interval_words(const Voice& voice, const Estimate& share) {
    const std::string interval = voice.interval(share);
    return interval.empty() ? interval : "(" + interval + ")";
}

}  // namespace cjm::render::funnel
