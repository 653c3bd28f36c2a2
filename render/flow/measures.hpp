// Owns: the natural sizes of a flow diagram's parts, in four densities. Must not know: what they
// are filled with.
#pragma once

namespace cjm::render::flow {

/// Millimetres and points of a drawing before it is scaled to its page. The smallest type is the
/// same in all densities: a compact drawing has less air and smaller titles, so that more cards fit
/// a page at a legible size.
struct Measures {
    double heading_type = 17, subheading_type = 10;
    double title_type = 9, stage_type = 9.5, figure_type = 11, label_type = 7.8, smallest_type = 7;
    double card_width = 43, card_padding = 2.1, end_width = 41;
    double label_gap = 0.9;      ///< between a card and the labels of its edges, and after them
    double arrow_room = 4.2;     ///< for an arrowhead, left of a card
    double lane_gap = 1.25;      ///< between the sides of neighbouring lanes
    double lane_margin = 1.0;    ///< between lanes and what borders the channel
    double least_channel = 2.2;  ///< an upright channel without lanes
    double above_plain = 1.6, above_arrow = 4.4;  ///< between the lanes above a row and its cards
    double block_bottom = 2.4, end_gap = 2.6;
    double long_wait_part = 0.25;      ///< of the longest mean wait: shorter ones are not printed
    bool stacked_labels = false;       ///< waits below shares instead of beside them
    double least_difference = 0.0005;  ///< that is printed where a scenario changes nothing itself
};

inline constexpr Measures comfortable{};
inline constexpr Measures compact{.heading_type = 13,
                                  .subheading_type = 8.4,
                                  .title_type = 7.8,
                                  .stage_type = 8.4,
                                  .figure_type = 9,
                                  .label_type = 7,
                                  .card_width = 33,
                                  .card_padding = 1.5,
                                  .end_width = 35,
                                  .label_gap = 0.6,
                                  .arrow_room = 3.4,
                                  .lane_gap = 0.95,
                                  .lane_margin = 0.7,
                                  .least_channel = 1.2,
                                  .above_plain = 1.1,
                                  .above_arrow = 4.1,
                                  .block_bottom = 1.5,
                                  .end_gap = 1.8};

inline constexpr Measures compact_stacked = [] {
    Measures measures = compact;
    measures.stacked_labels = true;
    return measures;
}();

inline constexpr Measures compact_sparse = [] {
    Measures measures = compact;
    measures.long_wait_part = 0.8;
    measures.least_difference = 0.005;
    return measures;
}();

}  // namespace cjm::render::flow
