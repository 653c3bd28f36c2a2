// Owns: the figures of a difference at one place, by the names that JSON and CSV share. Must not
// know: formats.
#pragma once
#include "simulate/place_differences.hpp"

namespace cjm::cli {

/// Calls `visit(name, figure)` with each figure of a place, in the order of reports.
template <class Visit>
void for_each_figure(const OutcomeDifference& outcome, Visit&& visit) {
    visit("share", outcome.share);
}

template <class Visit>
void for_each_figure(const StageDifference& stage, Visit&& visit) {
    visit("reach", stage.reach);
    visit("drop_off", stage.drop_off);
}

template <class Visit>
void for_each_figure(const TouchpointDifference& touchpoint, Visit&& visit) {
    visit("reach", touchpoint.reach);
    visit("visits", touchpoint.visits);
    visit("left", touchpoint.left);
    visit("drop_off", touchpoint.drop_off);
    visit("ghosted", touchpoint.ghosted);
}

template <class Visit>
void for_each_figure(const WayDifference& way, Visit&& visit) {
    visit("traversals", way.traversals);
}

}  // namespace cjm::cli
