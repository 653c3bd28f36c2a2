#include "render/funnel/scene.hpp"

namespace cjm::render::funnel {
namespace {

Fill patterned(const Theme& theme, Meaning meaning, Pattern pattern) {
    auto fill = theme.mark(meaning);
    fill.pattern = pattern;
    fill.ground = theme.card;
    return fill;
}

}  // namespace

Fill ghosted_fill(const Theme& theme) {
    return patterned(theme, Meaning::ghosted, Pattern::dots);
}

Fill openly_fill(const Theme& theme) {
    return patterned(theme, Meaning::left_openly, Pattern::lines);
}

std::string interval_words(const Voice& voice, const Estimate& share) {
    if (!(share.high > share.low)) return {};
    return "(" + voice.numbers.percent_interval(share) + ")";
}

}  // namespace cjm::render::funnel
