// Owns: the ends of a journey as pictures show them. Must not know: layouts.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "journey/model.hpp"
#include "render/theme.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

enum class EndKind : std::uint8_t { success, lost, ghosted, left_openly, in_progress };

/// Where a journey ends: an outcome of the file, or those who left or are still on the way.
struct End {
    EndKind kind = EndKind::success;
    std::string title;
    std::string id;                      ///< of the outcome; empty for the others
    std::optional<double> share{};       ///< of all customers who start; none = plain
    std::optional<Interval> interval{};  ///< of the share, where the result gives one
    MaybeEstimate difference{};          ///< of the share, by a scenario; none = not compared
};

/// The outcomes in the file's order, then, where a result says that there are some, those who
/// ghosted, left openly and are still on the way (as a success where they count as that).
[[nodiscard]] std::vector<End> ends_of(const Journey& journey, const SimulationResult* result);

[[nodiscard]] Meaning meaning_of(EndKind kind);
/// The sign of a kind of end, in a square of side `size` (see marks.hpp).
[[nodiscard]] Path end_sign(EndKind kind, Point centre, double size, Fill fill);

}  // namespace cjm::render
