// Owns: what every part of a funnel needs to draw itself. Must not know: places.
#pragma once
#include "render/frame/voice.hpp"
#include "render/funnel/steps.hpp"
#include "simulate/change_result.hpp"

namespace cjm::render::funnel {

/// Millimetres and points of a funnel before it is scaled to its page.
struct Measures {
    double heading_type = 17, subheading_type = 10;
    double title_type = 9.5, figure_type = 11, label_type = 8, smallest_type = 7;
    double row_padding = 1.7;  ///< above and below what stands in a row
    double loss_bar = 4.2;
    bool causes_in_words = true;  ///< below each bar; else the legend tells them
};

inline constexpr Measures roomy{};
inline constexpr Measures dense{.heading_type = 14,
                                .subheading_type = 8.6,
                                .title_type = 8,
                                .figure_type = 9,
                                .label_type = 7.2,
                                .row_padding = 0.9,
                                .loss_bar = 3.2,
                                .causes_in_words = false};

struct Scene : Voice {
    const Funnel& funnel;
    const ChangeResult* change = nullptr;  ///< what a scenario changes; none = not to be marked
    Measures measures{};
};

/// Whether a difference is worth a place: told from 0, and not 0 as it is printed.
[[nodiscard]] bool shows_difference(const MaybeEstimate& difference);

/// Those who left without a word, told by pattern as well as colour in every theme.
[[nodiscard]] Fill ghosted_fill(const Theme& theme);
[[nodiscard]] Fill openly_fill(const Theme& theme);
/// An interval as it stands beside its share: "(14.3–14.5 %)"; empty where there is none.
[[nodiscard]] std::string interval_words(const Voice& voice, const Estimate& share);

}  // namespace cjm::render::funnel
