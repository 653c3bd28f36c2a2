// Owns: what a simulation reports, as plain structs that JSON, text, CSV and pictures read.
// Must not know: the engine, files, drawing.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "simulate/uncertainty_result.hpp"

namespace cjm {

using MaybeEstimate =
    std::optional<Estimate>;  ///< none = the quantity does not exist (a ratio over nothing)

/// A duration's mean with its uncertainty, and quantiles over customers, in days; exact results
/// have no quantiles.
struct DurationSummary {
    Estimate mean;
    std::optional<double> p10, p50, p90;
};

struct OutcomeResult {
    std::string id;
    bool success_kind = false;  ///< the author's `kind`
    bool is_success = false;    ///< counts as success in this journey
    Estimate share;             ///< of customers who start
};

struct CauseResult {
    std::string id;
    Estimate share;  ///< of customers who start
};

struct StageResult {
    std::string id;
    Estimate reach;          ///< share of customers who reach a touchpoint of it
    MaybeEstimate drop_off;  ///< left at a touchpoint of it / customers who reached it
};

struct TouchpointResult {
    std::string id;
    Estimate reach;                    ///< share of customers who ever visit
    Estimate visits;                   ///< per customer who starts
    Estimate left;                     ///< left here, per customer who starts
    Estimate ghosted;                  ///< left here silently, per customer who starts
    MaybeEstimate drop_off;            ///< left here / customers who ever reached it
    MaybeEstimate good, neutral, bad;  ///< shares of visits
    MaybeEstimate goodwill;            ///< mean after the experience, over visits, in points
    std::optional<double> goodwill_p10, goodwill_p90;
    std::vector<CauseResult>
        causes;  ///< left here by cause, of customers who start; causes in the journey's order
    std::optional<DurationSummary> first_arrival_days;  ///< over customers who reach it
};

struct PersonaResult {
    std::string id;
    Estimate share;
    MaybeEstimate success, ghosted;  ///< of the persona's customers
};

struct Survival {
    std::vector<double> days;
    std::vector<double>
        still_on_the_way;  ///< share of customers with no end by then; same length as days
};

struct TransitionResult {
    std::string from, to;
    Estimate traversals;  ///< arrivals at `to` from `from`, per customer who starts
};

struct MoneyResult {
    Estimate revenue, cost, margin,
        purchases;             ///< per customer who starts; margin = revenue - cost - scenario_cost
    double scenario_cost = 0;  ///< of applied scenarios, per customer who starts
    MaybeEstimate average_order_value;   ///< revenue / purchases
    MaybeEstimate repeat_customer_rate;  ///< buyers of two or more purchases / buyers
    MaybeEstimate purchase_frequency;    ///< purchases / buyers
    MaybeEstimate churn;                 ///< buyers lost / buyers
    MaybeEstimate churn_yearly;          ///< 1 - exp(-365 x losses / days at risk)
    /// Buyers lost less the buyers that newcomers become / buyers, where newcomers buy as often as
    /// those who start: churn - newcomers. None where nobody brings any; below 0: buyers grow.
    MaybeEstimate net_churn;
    MaybeEstimate net_churn_yearly;  ///< 1 - exp(-365 x (losses - such newcomers) / days at risk)
    std::optional<double> days_at_risk_per_buyer;  ///< from the first purchase to the end; sampled
    MaybeEstimate lifetime_value;                  ///< discounted revenue - cost of a buyer, mean
    MaybeEstimate acquisition_cost_per_buyer;      ///< acquisition cost x starters / buyers
    MaybeEstimate lifetime_value_to_acquisition_cost;  ///< the ratio of the two

    /// Whether buyers were at risk for so short a time that a year's churn is a bold guess.
    [[nodiscard]] bool too_short_to_annualise() const {
        return days_at_risk_per_buyer && *days_at_risk_per_buyer < fewest_days_to_annualise;
    }
    static constexpr double fewest_days_to_annualise = 30;
};

struct WordOfMouth {
    Estimate newcomers;                   ///< brought in per customer who starts
    MaybeEstimate customers_per_starter;  ///< 1 / (1 - newcomers), where newcomers < 1
};

/// A score over everybody, and over those who did not leave silently and respond.
struct SurveyScore {
    MaybeEstimate everybody;  ///< none where it is over nothing
    MaybeEstimate seen;       ///< none where nobody answers, and in exact results
};

/// What customers answer at their end. A score is none where the journey does not ask for it.
struct SurveyResult {
    MaybeEstimate answered;           ///< share of customers; none in exact results
    std::optional<SurveyScore> csat;  ///< percent of answers 4 and 5 of 5
    std::optional<SurveyScore> nps;   ///< percent of 9 and 10 less percent of 0 to 6 of 10
    std::optional<SurveyScore> ces;   ///< mean of 1 (hard) to 7 (easy)
    std::optional<SurveyScore> csi;   ///< 0 to 100
};

/// What a firm sees at the horizon that calls customers ghosts who have been silent for so long. It
/// sees visits, outcomes and open leaves, but no silent ones.
struct ObserverResult {
    double ghost_after_days = 0;
    Estimate flagged;         ///< share of customers: no end seen, the last visit so long ago
    Estimate active;          ///< share of customers: no end seen, the last visit later
    MaybeEstimate precision;  ///< of those flagged, who left silently; none: nobody is flagged
    MaybeEstimate recall;     ///< of those who left silently, who is flagged; none: nobody left so
};

/// How customers get on between channels and through waits, as shares. A switch is unseamless where
/// it goes from one channel to another and the context is not handed over.
struct SeamlessnessResult {
    MaybeEstimate index;      ///< customers who met neither an unseamless switch nor a wait beyond
                              ///< their patience
    MaybeEstimate customers;  ///< with an unseamless switch
    MaybeEstimate steps;      ///< unseamless switches over visits
    Estimate late_waits;      ///< customers whose patience ran out
    MaybeEstimate repeated_effort;  ///< effort of unseamless switches over all effort; none without
};

/// A figure under the horizon, corrected by what the same customers do without it.
struct ControlledFigure {
    std::string quantity;  ///< "success", "lost", …, the name of the JSON field
    bool is_share = false;
    Estimate controlled;
    double gain = 1;  ///< so many times as many customers would be as sharp without correction
};

struct ControlVariate {
    double cost = 1;  ///< steps walked in all over those under the horizon
    std::vector<ControlledFigure> figures;
};

/// How far the sampled figures lie from the exact ones.
struct Agreement {
    std::size_t compared = 0;  ///< figures
    double largest_z = 0;      ///< distance of the farthest, in standard errors
    double p_value = 1;        ///< of a distance as large by chance, min(1, compared x that of one)
};

/// `automatic`: sampled, with exact values beside them where there is no horizon.
enum class Method : std::uint8_t { automatic, monte_carlo, exact };

struct RunSettings {
    std::uint64_t customers = 1'000'000;
    /// Instead of `customers`: go on until the interval of the success rate is at most this wide to
    /// either side.
    std::optional<double> precision;
    std::uint64_t seed = 1;
    double confidence = 0.95;
    Method method = Method::automatic;
    unsigned threads = 0;  ///< 0 = all cores
    std::uint64_t parameter_draws =
        0;  ///< of the uncertain values; 0 = none, all at their likely ones
    /// Customers of the cohort that successes are predicted for, > 0; none = the journey's
    /// customers_per_year where it gives one.
    std::optional<double> cohort;
    bool control_variate = false;  ///< under a horizon: also figures sharpened by the exact ones
                                   ///< without it, which everybody leaves; not with `precision`
    bool observer_range = false;   ///< also what a firm sees over a range of waits
};

/// How fast it went; never part of what is compared between runs.
struct Timing {
    double seconds = 0;       ///< in all: walking, exact values beside, parameter draws
    double walk_seconds = 0;  ///< of `seconds`: walking those steps
    std::uint64_t steps = 0;  ///< visits simulated
    unsigned threads = 1;
};

/// Everything that a simulation reports. Rates are per customer who starts, unless named otherwise.
/// Lists keep the file's order.
struct SimulationResult {
    std::string
        generator;  ///< name of the random generator, such as "threefry4x32-20"; empty: none
    RunSettings settings;
    std::optional<double> horizon_days;
    Estimate success, lost, ghosted, left_openly, in_progress;
    std::vector<OutcomeResult> outcomes;
    std::vector<CauseResult> causes;  ///< every cause of the journey, `delay` included
    std::vector<StageResult> stages;
    std::vector<TouchpointResult> touchpoints;
    std::vector<PersonaResult> personas;
    std::optional<Survival> survival;           ///< none where the journey has no waits
    std::vector<TransitionResult> transitions;  ///< touchpoint by touchpoint, targets in order of
                                                ///< first mention (next, after, for)
    std::optional<DurationSummary>
        time_to_success_days;  ///< none where nobody succeeds or nothing takes time
    Estimate effort;           ///< per customer who starts
    MoneyResult money;
    std::optional<WordOfMouth> word_of_mouth;    ///< none where nobody refers
    std::optional<SurveyResult> survey;          ///< none where the journey has none
    std::optional<ObserverResult> observer;      ///< none without a horizon and ghost_after
    std::vector<ObserverResult> observer_range;  ///< where asked for, by wait, ascending
    std::optional<SeamlessnessResult>
        seamlessness;  ///< none where there is one channel at most and nobody's patience ends
    std::optional<Agreement> agreement;  ///< none where nothing is exact
    /// Successes among a cohort of M customers: expected number and the interval that holds
    /// sampling and chance.
    struct Cohort {
        double customers = 0;
        Estimate successes;
        MaybeEstimate averaged =
            std::nullopt;  ///< over what the inputs leave open; none without parameter draws
    };
    std::optional<Cohort> cohort;
    std::optional<UncertaintyResult> uncertainty;  ///< none without parameter draws
    /// None unless asked for, and where the journey without its horizon cannot be solved.
    std::optional<ControlVariate> control_variate;
    Timing timing;
};

}  // namespace cjm
