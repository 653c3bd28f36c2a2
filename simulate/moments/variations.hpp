// Owns: journeys derived to find moments of truth: a touchpoint forced, an assumed ratio of bad to
// good, everybody one persona. Must not know: how they are run.
#pragma once
#include <array>
#include <optional>

#include "journey/model.hpp"
#include "simulate/exact/chain.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

/// The ratios of a sweep.
inline constexpr std::array<double, 5> swept_ratios{1, 2, 5, 12, 25};

/// Points that a bad moment takes for one that a good moment gives; none where good ones give none.
[[nodiscard]] std::optional<double> bad_to_good(const Journey& journey);

/// The journey with a bad moment taking `ratio` times what a good one gives; where good ones give
/// nothing, `ratio` points.
[[nodiscard]] Journey with_bad_to_good(const Journey& journey, double ratio);

/// The journey with everybody being this persona.
[[nodiscard]] Journey with_only(const Journey& journey, PersonaId persona);

/// The journey with every experience at a touchpoint forced, for all personas.
[[nodiscard]] ResolvedJourney with_forced(ResolvedJourney journey, TouchpointId touchpoint,
                                          Forced forced);

/// Whether a good experience instead of a bad one can only save a customer, never lose one, so that
/// each customer's difference in success is 0 or 1: no `after`, and lost goodwill never lowers the
/// hazard.
[[nodiscard]] bool better_only_saves(const ResolvedJourney& journey);

}  // namespace cjm::simulate
