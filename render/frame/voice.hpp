// Owns: what every view needs to speak: the journey's words, numbers and colours. Must not know:
// layouts.
#pragma once
#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "journey/model.hpp"
#include "render/picture.hpp"
#include "render/theme.hpp"
#include "simulate/result.hpp"

namespace cjm::render {

struct Voice {
    const Journey& journey;
    const SimulationResult* result;  ///< null = plain
    Theme theme;
    NumberFormat numbers;

    template <class... Arguments>
    [[nodiscard]] std::string words(Message message, const Arguments&... arguments) const {
        return fmt::format(fmt::runtime(text(journey.language, message)), arguments...);
    }
    /// A share as it is printed everywhere in a drawing: whole percents from 10 % on, else one
    /// digit.
    [[nodiscard]] std::string share(double share) const {
        constexpr double ten_percent_rounded = 0.0995;
        return numbers.percent(share, share < ten_percent_rounded ? 1 : 0);
    }
    /// A share and its interval as they are printed beside each other: with the same digits, as
    /// few as tell the interval's ends apart, so that the share reads as lying within. The interval
    /// is empty where there is none.
    [[nodiscard]] std::string share(const Estimate& share) const;
    [[nodiscard]] std::string interval(const Estimate& share) const;
};

/// Lines of a name in a box that grows with it: longer ones, which nobody reads, end in "…".
inline constexpr int most_name_lines = 6;

/// cause  position in Journey::causes. What marks of it look like.
[[nodiscard]] Meaning meaning_of_cause(std::size_t cause);
/// A cause as people read it.
[[nodiscard]] std::string name_of_cause(const Voice& voice, std::size_t cause);
/// How it all ended, in one line: "34 % succeed · 43 % lost (…) · …".
/// expects  a result (contract)
[[nodiscard]] std::string summary_of_result(const Voice& voice);
/// Upright text of a size, weight and colour.
[[nodiscard]] TextStyle style(double size_pt, Weight weight, Colour colour);

}  // namespace cjm::render
