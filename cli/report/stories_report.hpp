// Owns: a few simulated customers told step by step. Must not know: how they were walked.
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "cli/report/document.hpp"
#include "cli/report/text_table.hpp"
#include "journey/model.hpp"
#include "simulate/resolve.hpp"
#include "simulate/walk/path.hpp"

namespace cjm::cli {

/// Whose stories are told.
struct StoryTellers {
    std::span<const simulate::Path> paths;              ///< one per customer
    std::span<const simulate::Transition> transitions;  ///< what Step::chosen points into
    std::uint64_t first_customer = 0;                   ///< number of the first; the others follow
    std::uint64_t seed = 1;
};

/// Each customer's visits with time, experience, goodwill, what came next and why, in the journey's
/// language; the middle of a very long walk is left out. Cost: O(visits shown).
[[nodiscard]] Document stories_document(const Journey& journey, const StoryTellers& customers);

/// The same as text for a terminal. No line is wider than `style.width` (from 24 columns on). Ends
/// with a newline.
[[nodiscard]] std::string stories_report(const Journey& journey, const StoryTellers& customers,
                                         const TextStyle& style);

}  // namespace cjm::cli
