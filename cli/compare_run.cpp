#include "cli/compare_run.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/load.hpp"
#include "cli/run_method.hpp"
#include "cli/shell_word.hpp"
#include "cli/terminal/progress.hpp"
#include "cli/terminal/terminal.hpp"
#include "cli/usage_error.hpp"
#include "journey/strategies/effect.hpp"
#include "simulate/compare/compare.hpp"
#include "simulate/uncertainty/draw.hpp"

namespace cjm::cli {
namespace {

std::string title_of(const Journey& journey, const std::vector<std::string>& scenarios) {
    std::string title;
    for (const std::string& name : scenarios)
        if (const ScenarioId id = find_scenario(journey, name))
            title += (title.empty() ? "" : " + ") + journey.scenarios[id.index()].shown();
    return title;
}

/// The scenarios asked for, or each of the file's.
std::vector<std::vector<std::string>> scenarios_to_compare(const Journey& journey,
                                                           const std::string& file,
                                                           const std::vector<std::string>& asked) {
    std::vector<std::vector<std::string>> all;
    for (const std::string& value : asked) {
        all.push_back(scenarios_named(value, "--scenario"));
        if (std::find(all.begin(), all.end() - 1, all.back()) != all.end() - 1)
            throw UsageError(fmt::format("--scenario {} is asked for twice",
                                         cjm::quoted(scenarios_joined(all.back()))));
    }
    if (asked.empty())
        for (const Scenario& scenario : journey.scenarios) all.push_back({scenario.id.value});
    if (all.empty())
        throw UsageError(fmt::format("{} has no [[scenario]] to compare", shown_name(file)),
                         "write one into the file, or name another journey file to compare with");
    return all;
}

bool add_scenarios(const Session& session, const std::string& file, const JourneyOptions& options,
                   const std::vector<std::string>& asked, ComparedFiles& compared) {
    const Journey& written = compared.written[0];
    for (auto& scenarios : scenarios_to_compare(written, file, asked)) {
        JourneyOptions own = options;
        own.scenarios = std::move(scenarios);
        auto journey = ask_checked(session, written, own);
        if (!journey) return false;
        compared.others.push_back({scenarios_joined(own.scenarios),
                                   title_of(written, own.scenarios), *std::move(journey)});
        compared.options.push_back(std::move(own));
    }
    return true;
}

/// Puts ready scenarios behind those of the file.
void add_strategies(const Session& session, const std::string& file,
                    const std::vector<Strategy>& strategies, Journey& journey) {
    bool ready = false;
    for (const Strategy& strategy : strategies) {
        if (find_scenario(journey, strategy.name)) {
            tell_note(
                fmt::format("{} has a scenario {} of its own, which is compared in place of "
                            "the ready one",
                            shown_name(file), cjm::quoted(strategy.name)));
            continue;
        }
        Scenario scenario = scenario_of(strategy, journey.language);
        if (effect_of(journey, scenario).nothing())
            tell_warning(
                session.colour,
                fmt::format("{} changes nothing here; cjm strategies {} --file {} says why",
                            cjm::quoted(strategy.name), strategy.name, shell_word(file)));
        journey.scenarios.push_back(std::move(scenario));
        ready = true;
    }
    if (ready)
        tell_note(
            "ready scenarios have no costs: what they bring is told, not whether it pays; "
            "cjm strategies NAME writes one out to add them");
}

std::string currency_of(const Journey& journey) {
    return journey.currency.empty() ? "no currency" : cjm::quoted(journey.currency);
}

/// Files are compared as they are.
void tell_ignored(const std::string& file, const Journey& journey) {
    if (journey.scenarios.empty()) return;
    std::string ids;
    for (const Scenario& scenario : journey.scenarios)
        ids += (ids.empty() ? "" : ", ") + cjm::quoted(scenario.id.value);
    tell_note(
        fmt::format("{}: its own scenarios ({}) are not compared beside other files; "
                    "cjm compare {} compares them",
                    shown_name(file), ids, shown_name(file)));
}

bool add_files(const Session& session, const std::vector<std::string>& files,
               const JourneyOptions& options, ComparedFiles& compared) {
    tell_ignored(files[0], compared.written[0]);
    for (std::size_t i = 1; i < files.size(); ++i) {
        auto written = load_journey(session, files[i]);
        if (!written) return false;
        tell_ignored(files[i], *written);
        auto journey = ask_checked(session, *written, options);
        if (!journey) return false;
        if (journey->currency != compared.as_is.currency)
            tell_warning(
                session.colour,
                fmt::format("{} is in {}, {} in {}: amounts are compared as bare numbers", files[0],
                            currency_of(compared.as_is), files[i], currency_of(*journey)));
        compared.others.push_back(
            {shown_name(files[i]), journey->title.value, *std::move(journey)});
        compared.written.push_back(*std::move(written));
        compared.options.push_back(options);
    }
    return true;
}

void expect_files(const std::vector<std::string>& files) {
    if (files.empty())
        throw UsageError("no journey file given", "write its name, or - for standard input");
    for (auto file = files.begin(); file != files.end(); ++file)
        if (std::find(files.begin(), file, *file) != file)
            throw UsageError(fmt::format("{} is named twice", cjm::quoted(*file)));
}

/// Says where exact values are missing.
void tell_unsolved(const Session& session, const simulate::Comparison& comparison, bool alone) {
    if (comparison.exact_left_out)
        tell_warning(session.colour,
                     "exact values are left out, solving the journey's loops would take long; "
                     "--method exact does it");
    for (const auto& [id, loop] : comparison.unsolved) {
        const std::string where =
            id.empty() ? std::string() : fmt::format("scenario {}: ", cjm::quoted(id));
        if (alone)
            tell_error(session.colour, where + unsolved_message(loop),
                       "simulate customers with --method monte-carlo");
        else
            tell_warning(session.colour,
                         where + unsolved_message(loop) + "; there are no exact values");
    }
}

/// Every journey under one draw of the uncertain values.
std::vector<Journey> drawn_journeys(const ComparedFiles& compared, const JourneyOptions& as_is,
                                    std::uint64_t seed, std::uint64_t draw) {
    std::vector<Journey> drawn;
    for (const Journey& written : compared.written)
        drawn.push_back(simulate::draw_parameters(written, seed, draw).journey);
    std::vector<Journey> journeys{ask_journey(drawn[0], as_is)};
    for (std::size_t i = 0; i < compared.others.size(); ++i)
        journeys.push_back(ask_journey(drawn[compared.files ? i + 1 : 0], compared.options[i]));
    return journeys;
}

void draw_parameters(const ComparedFiles& compared, const RunSettings& settings,
                     ComparisonResult& result) {
    Progress progress(settings.parameter_draws, "parameter draws");
    simulate::RunControl control;
    control.progress = [&progress](std::uint64_t done) { progress.update(done); };
    JourneyOptions as_is = compared.options.front();
    as_is.scenarios.clear();
    const auto journeys = [&](std::uint64_t draw) {
        return drawn_journeys(compared, as_is, settings.seed, draw);
    };
    if (!simulate::compare_over_draws(journeys, settings, result, control))
        throw std::logic_error("the parameter draws ended without a result");
}

}  // namespace

std::optional<ComparedFiles> load_compared(const Session& session,
                                           const std::vector<std::string>& files,
                                           const JourneyOptions& options,
                                           const std::vector<std::string>& scenarios,
                                           const std::vector<Strategy>& strategies) {
    expect_files(files);
    if (files.size() > 1 && !strategies.empty())
        throw UsageError("--with puts a ready scenario on one file, and there are several files",
                         "compare either scenarios or files");
    if (files.size() > 1 && !scenarios.empty())
        throw UsageError("--scenario names scenarios of one file, and there are several files",
                         "compare either scenarios or files");
    auto written = load_journey(session, files[0]);
    if (!written) return std::nullopt;
    add_strategies(session, files[0], strategies, *written);
    auto as_is = ask_checked(session, *written, options);
    if (!as_is) return std::nullopt;
    ComparedFiles compared{*std::move(as_is), {}, {}, {}, files.size() > 1};
    compared.written.push_back(*std::move(written));
    const bool loaded = compared.files
                            ? add_files(session, files, options, compared)
                            : add_scenarios(session, files[0], options, scenarios, compared);
    if (!loaded) return std::nullopt;
    return compared;
}

std::optional<ComparisonResult> run_comparison(const Session& session,
                                               const ComparedFiles& compared,
                                               const simulate::CompareWanted& wanted,
                                               const RunSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    simulate::Comparison comparison;
    {
        Progress progress(settings.customers);
        simulate::RunControl control;
        control.progress = [&progress](std::uint64_t done) { progress.update(done); };
        control.expect = [&progress](std::uint64_t total) { progress.expect(total); };
        control.instruction_set = asked_instruction_set();
        comparison = simulate::compare(compared.as_is, compared.others, wanted, settings, control);
    }
    tell_unsolved(session, comparison, settings.method == Method::exact);
    if (!comparison.result) return std::nullopt;
    if (settings.parameter_draws > 0) draw_parameters(compared, settings, *comparison.result);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    comparison.result->seconds = elapsed.count();
    return std::move(comparison.result);
}

}  // namespace cjm::cli
