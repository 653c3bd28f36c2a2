#include "simulate/precision.hpp"

#include <algorithm>

#include "base/contract.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {
std::uint64_t successes_of(const Tally& tally, const CompiledJourney& journey) {
    std::uint64_t count = 0;
    for (const PersonaTally& persona : tally.personas) {
        for (std::size_t i = 0; i < persona.outcomes.size(); ++i)
            if (journey.outcome_is_success[i] != 0) count += persona.outcomes[i];
        if (journey.in_progress_is_success) count += persona.in_progress;
    }
    return count;
}

double success_half_width(std::uint64_t successes, std::uint64_t customers,
                          const Confidence& confidence) {
    const auto trials = static_cast<double>(customers);
    const Interval interval =
        wilson_interval(static_cast<double>(successes) / trials, trials, confidence);
    return (interval.high - interval.low) / 2;
}

std::uint64_t most_customers_for(double precision, const Confidence& confidence) {
    std::uint64_t customers = first_look;
    // the interval is widest at one half
    while (customers < last_look &&
           success_half_width(customers / 2, customers, confidence) > precision)
        customers *= 2;
    return customers;
}

std::optional<Tally> tally_to_precision(const CompiledJourney& journey, const Amounts& amounts,
                                        const RunSettings& settings, const RunControl& control) {
    CJM_EXPECTS(settings.precision && *settings.precision > 0 && *settings.precision < 1);
    const Confidence confidence(settings.confidence);
    if (control.expect) control.expect(most_customers_for(*settings.precision, confidence));
    std::optional<Tally> all;
    for (std::uint64_t walked = 0, look = first_look;; walked = look, look *= 2) {
        RunControl part = control;
        if (control.progress)
            part.progress = [&](std::uint64_t done) { control.progress(walked + done); };
        const std::optional<Tally> tally = tally_customers(
            journey, amounts, settings.seed, {walked, look - walked}, settings.threads, part);
        if (!tally) return std::nullopt;
        if (all)
            *all += *tally;
        else
            all = tally;
        const double half = success_half_width(successes_of(*all, journey), look, confidence);
        if (half <= *settings.precision || look >= last_look) return all;
    }
}

}  // namespace cjm::simulate
