// Owns: Journey, what a journey file says, as written: names, texts, order of the file, a place for
// every value. Must not know: TOML, simulation, drawing.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/language.hpp"
#include "base/source.hpp"

namespace cjm {

struct Touchpoint;
struct Outcome;
struct Persona;
struct Stage;
struct Scenario;
struct CauseKind;
struct Row;
using TouchpointId = Id<Touchpoint>;  ///< position in Journey::touchpoints
using OutcomeId = Id<Outcome>;        ///< position in Journey::outcomes
using PersonaId = Id<Persona>;        ///< position in Journey::personas
using StageId = Id<Stage>;            ///< position in Journey::stages
using ScenarioId = Id<Scenario>;      ///< position in Journey::scenarios
using CauseId = Id<CauseKind>;        ///< position in Journey::causes
using RowId = Id<Row>;                ///< position in Journey::rows

using Text = Sourced<std::string>;
using Name = Sourced<std::string>;  ///< an id as the author typed it, NFC-composed
using Integer = Sourced<std::int64_t>;

/// A number the author gave: certain (low = likely = high) or a PERT triple `[low, likely, high]`.
/// Durations are in days, everything else in the unit of its field.
struct Number {
    double low = 0, likely = 0, high = 0;
    SourceSpan where;
    Number() = default;
    Number(double value) : low(value), likely(value), high(value) {}  // NOLINT: a plain number
    Number(double l, double m, double h, SourceSpan w)
        : low(l), likely(m), high(h), where(std::move(w)) {}
    [[nodiscard]] bool uncertain() const { return low < high; }
};

/// One entry of a table `{ name = number }`; `where` of the name is the key's place.
struct NamedNumber {
    Name name;
    Number number;
};

/// What the author observed instead of `next`: whole numbers >= 0 per target; `leave` may be among them.
struct Count {
    Name name;
    Integer count;
};

/// Where customers go on: shares that sum to S <= 1 (the rest leaves here), in the file's order.
/// Written as `next`, or as `counts`; with counts, `shares` holds count / total of every name but `leave`.
struct Next {
    std::vector<NamedNumber> shares;
    std::vector<Count> counts;  ///< empty unless written as counts
    SourceSpan where;           ///< the key
};

/// Good, neutral or bad: what a visit was like. Order is the file's order of `after`.
enum class Experience : std::uint8_t { good, neutral, bad };

struct ExperienceShares {
    Number good, bad;  ///< probabilities; the rest is neutral
    SourceSpan where;
};

enum class WaitKind : std::uint8_t { fixed, exponential, uniform, lognormal, gamma, weibull, pert };

/// How long until the customer arrives: a distribution by the parameters that its kind has, in days
/// (`shape` is a pure number). fixed, exponential: mean; uniform: low, high; lognormal, gamma: mean, sd (of the wait
/// itself); weibull: shape, scale; pert: low, likely, high.
struct Wait {
    WaitKind kind = WaitKind::fixed;
    Number mean, sd, low, likely, high, shape, scale;
    SourceSpan where;
};

struct NamedWait {
    Name target;
    Wait wait;
};

struct NamedFlag {
    Name target;
    Sourced<bool> flag;
};

/// A table as one key: its entries, in the file's order, and its place.
template <class Entry>
struct Table {
    std::vector<Entry> entries;
    SourceSpan where;
};

/// The keys that may differ by persona and by scenario; each is replaced as a whole. Empty = not given.
struct Behaviour {
    std::optional<ExperienceShares> experience;
    std::optional<Next> next;
    std::array<std::optional<Next>, 3> after;  ///< by Experience
    std::optional<Table<NamedNumber>> causes;  ///< weights, normalised to sum 1 by the reader of the journey
    std::optional<Number> silent, effort, cost, revenue, refers;
    std::optional<Integer> weight;
    std::optional<Table<NamedWait>> wait;
    std::optional<Table<NamedNumber>> patience;  ///< mean, days, > 0
    SourceSpan where;                            ///< the table it was written in
    /// Whether `after` was given at all (in `for` it is one key and replaces all three).
    bool after_given = false;
};

enum class Owner : std::uint8_t { us, partner, third_party };
enum class Moment : std::uint8_t { know, go, do_, buy };
enum class EvidenceKind : std::uint8_t { assumed, expert, survey, log, cited };

struct Evidence {
    EvidenceKind kind = EvidenceKind::assumed;
    std::int64_t n = 0;
    std::string source;
    SourceSpan where;
};

/// The built-in rows of a drawn map, in the order they are drawn.
enum class BuiltInRow : std::uint8_t {
    does, thinks, feels, pains, ideas, evidence_shown, frontstage, backstage, support, metrics, count_
};
inline constexpr std::size_t built_in_row_count = static_cast<std::size_t>(BuiltInRow::count_);
/// The key of a built-in row, such as "does".
[[nodiscard]] std::string_view to_string(BuiltInRow row);

/// Texts of a map's rows, for a touchpoint or a stage.
struct RowTexts {
    std::array<std::vector<Text>, built_in_row_count> built_in;
    std::vector<std::pair<Name, std::vector<Text>>> own;  ///< by the id of a [[row]]
};

struct Touchpoint {
    Name id;
    std::optional<Text> title;
    std::optional<Name> stage;
    std::optional<Text> channel;  ///< absent also for `channel = ""`
    std::optional<Sourced<Owner>> owner;
    std::optional<Text> responsible;
    std::vector<Text> links;
    std::optional<Sourced<Moment>> moment;
    std::vector<Text> tags;
    std::optional<Sourced<bool>> moment_of_truth;
    Behaviour behaviour;
    std::optional<Table<NamedFlag>> seamless;
    std::optional<Evidence> evidence;
    std::optional<Number> emotion;
    RowTexts rows;
    std::vector<std::pair<Name, Behaviour>> for_persona;  ///< [touchpoint.for.ID]
    std::optional<Sourced<bool>> is_new;                  ///< only in scenarios: `new = true`
    SourceSpan where;

    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
    [[nodiscard]] Owner owner_or_us() const { return owner ? owner->value : Owner::us; }
};

enum class OutcomeKind : std::uint8_t { success, lost };

struct Outcome {
    Name id;
    std::optional<Text> title;
    Sourced<OutcomeKind> kind;
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

struct Stage {
    Name id;
    std::optional<Text> title;
    RowTexts rows;
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

struct Row {
    Name id;
    std::optional<Text> title;
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

/// A cause of leaving. The four built-in ones and `delay` come first in Journey::causes, in this order.
enum class BuiltInCause : std::uint8_t { dissatisfaction, price, neglect, priorities, delay, count_ };
inline constexpr std::size_t built_in_cause_count = static_cast<std::size_t>(BuiltInCause::count_);
/// The id of a built-in cause, such as "dissatisfaction".
[[nodiscard]] std::string_view to_string(BuiltInCause cause);

struct CauseKind {
    Name id;
    std::optional<Text> title;
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

/// Where customers start: one touchpoint (one entry of share 1) or shares that sum to 1.
struct Start {
    std::vector<NamedNumber> shares;
    SourceSpan where;
};

struct Persona {
    Name id;
    std::optional<Text> title;
    Number share = 1.0;
    std::optional<Integer> goodwill;
    Table<NamedNumber> hazard;  ///< multipliers by cause, `delay` too
    std::optional<Start> start;
    std::vector<Text> goals, needs, frustrations;
    std::optional<Text> quote, about;
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

/// What [[scenario.each]] matches: every given key must match. Absent = any.
struct Where {
    std::optional<Text> id, stage, channel, owner, moment, tag;
    SourceSpan where;
};

/// Relative changes to every touchpoint that matches.
struct Each {
    Where where;
    std::optional<Number> bad, good, leave, wait, effort, cost, revenue, patience, refers, cost_add;
    SourceSpan span;
};

struct Scenario {
    Name id;
    std::optional<Text> title;
    Number cost = 0.0, cost_per_customer = 0.0;
    Table<NamedNumber> hazard;  ///< multipliers by cause, `delay` too
    std::vector<Each> each;
    std::vector<Touchpoint> touchpoints;  ///< replacements by id; with `new = true` additions
    [[nodiscard]] const std::string& shown() const { return title ? title->value : id.value; }
};

struct Goodwill {
    Integer good{1, {}}, bad{-12, {}}, floor{-60, {}}, ceiling{60, {}}, start{0, {}};
    Number hazard_ratio = 2.0, fade = 0.0;
    SourceSpan where;
};

struct Friction {
    Integer goodwill{0, {}};
    Number effort = 0.0;
};

struct SurveyQuestion {
    Number centre, slope, spread;
};

struct Survey {
    Number response = 1.0;
    std::optional<SurveyQuestion> csat, nps, ces;
    std::vector<std::pair<Name, std::vector<Name>>> csi;  ///< attribute, touchpoints it is judged by
    SourceSpan where;
};

/// A journey as its file says it. Checked once (see journey/check), then constant. Functions that change one
/// (scenario, stretch, parameter draw) return a new Journey.
struct Journey {
    Text title;
    Language language = Language::english;
    std::string currency;
    Start start;
    std::optional<Table<Name>> success;  ///< outcome ids, and maybe "in_progress"; absent: every outcome of kind success
    std::optional<Sourced<double>> horizon_days, ghost_after_days;
    Number discount_rate = 0.0;      ///< a year
    Number customers_per_year = 0.0; ///< 0 = not given
    Number acquisition_cost = 0.0;
    Goodwill goodwill;
    Friction friction;
    std::vector<CauseKind> causes;  ///< built-in ones first, then [[cause]]
    std::vector<Stage> stages;
    std::vector<Row> rows;
    std::vector<Persona> personas;  ///< never empty once read: default "everyone"
    std::vector<Touchpoint> touchpoints;
    std::vector<Outcome> outcomes;
    std::vector<Scenario> scenarios;
    std::optional<Survey> survey;

    /// Multipliers that applied scenarios have put on the hazards, by cause name; empty = none.
    std::map<std::string, double> scenario_hazard;
    /// Of applied scenarios: once, and per customer who starts.
    double scenario_cost = 0, scenario_cost_per_customer = 0;
    /// Ids of the applied scenarios joined by "+", empty = the journey as it is.
    std::string scenario;

    std::shared_ptr<const SourceText> source;  ///< the file's bytes; input_sha256 is taken over them
};

/// Positions by name; a name that is not there gives a none id. Cost: O(entries).
[[nodiscard]] TouchpointId find_touchpoint(const Journey& journey, std::string_view name);
[[nodiscard]] OutcomeId find_outcome(const Journey& journey, std::string_view name);
[[nodiscard]] PersonaId find_persona(const Journey& journey, std::string_view name);
[[nodiscard]] StageId find_stage(const Journey& journey, std::string_view name);
[[nodiscard]] ScenarioId find_scenario(const Journey& journey, std::string_view name);
[[nodiscard]] CauseId find_cause(const Journey& journey, std::string_view name);

/// Names to positions of touchpoints and outcomes (they share one name space), for whole-journey passes.
class NameIndex {
  public:
    explicit NameIndex(const Journey& journey);
    using Target = std::variant<std::monostate, TouchpointId, OutcomeId>;
    [[nodiscard]] Target find(std::string_view name) const;

  private:
    std::map<std::string, Target, std::less<>> by_name_;
};

/// Whether customers who end so count as success, after [journey] success.
[[nodiscard]] bool counts_as_success(const Journey& journey, OutcomeId outcome);
/// Whether `success` names "in_progress".
[[nodiscard]] bool in_progress_is_success(const Journey& journey);

/// What holds at a touchpoint for a persona: the keys of [touchpoint.for.PERSONA] over those of the touchpoint,
/// each as a whole (`next` and `counts` are one key; `after` in `for` is one key). Result: every key that is given anywhere.
[[nodiscard]] Behaviour behaviour_of(const Touchpoint& touchpoint, std::string_view persona);

}  // namespace cjm
