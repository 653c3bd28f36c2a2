#include "cli/run_options.hpp"

#include <charconv>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "cli/choices.hpp"
#include "cli/usage_error.hpp"
#include "cli/values.hpp"

namespace cjm::cli {
namespace {

constexpr std::uint64_t most_customers = std::uint64_t{1} << 40U;
constexpr unsigned most_threads = 1024;

const std::vector<std::string> methods{"auto", "monte-carlo", "exact"};  // by Method

void set_precision(RunSettings& settings, const std::string& value) {
    // 2^40 customers give +-9.4e-7 at 95 %, and every share lies within +-0.5 of the middle
    constexpr double finest = 1e-6, coarsest = 0.5;
    double precision = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), precision);
    if (error != std::errc() || end != value.data() + value.size() ||
        !(precision >= finest && precision < coarsest)) {
        throw UsageError(fmt::format("--precision is {}; it must be a number from 0.000001 and "
                                     "below 0.5",
                                     cjm::quoted(value)),
                         "half the width of the success rate's interval as a share: 0.001 is 0.1 "
                         "percentage points to either side");
    }
    settings.precision = precision;
}

/// Remembers the option that says how many customers to walk; a second one contradicts it.
void settle(std::string& settled, const std::string& option) {
    if (!settled.empty() && settled != option)
        throw UsageError("--precision and --customers both say how many customers to walk",
                         "keep one of them");
    settled = option;
}

Option precision_option(RunSettings& settings, const std::shared_ptr<std::string>& settled) {
    return {.name = "--precision",
            .value = "P",
            .help =
                "instead of --customers: go on until the interval of the success rate is at "
                "most +-P, such as 0.001",
            .set = [&settings, settled](const std::string& value) {
                set_precision(settings, value);
                settle(*settled, "--precision");
            }};
}

}  // namespace

Option seed_option(RunSettings& settings) {
    return {.name = "--seed",
            .value = "S",
            .help = "the customers' luck, a whole number below 2^64 (default 1)",
            .set = [&](const std::string& value) {
                settings.seed =
                    whole_number("--seed", value, 0, std::numeric_limits<std::uint64_t>::max());
            }};
}

std::vector<Option> run_options(RunSettings& settings) {
    const auto settled = std::make_shared<std::string>();
    return {
        {.name = "--customers",
         .value = "N",
         .help = "how many customers, such as 1e6 or 1_000_000, up to 2^40 (default 1e6)",
         .set =
             [&settings, settled](const std::string& value) {
                 settings.customers = whole_number("--customers", value, 1, most_customers);
                 settle(*settled, "--customers");
             }},
        precision_option(settings, settled),
        seed_option(settings),
        {.name = "--threads",
         .value = "T",
         .help = "worker threads (default all cores); the figures do not depend on it",
         .set =
             [&](const std::string& value) {
                 settings.threads =
                     static_cast<unsigned>(whole_number("--threads", value, 1, most_threads));
             }},
        {.name = "--confidence",
         .value = "C",
         .help = "level of the intervals (default 0.95)",
         .set =
             [&](const std::string& value) {
                 settings.confidence = number_between("--confidence", value, 0, 1);
             }},
        {.name = "--cohort",
         .value = "M",
         .help = "also the successes to expect among M customers (default the file's "
                 "customers_per_year)",
         .set =
             [&](const std::string& value) {
                 settings.cohort =
                     static_cast<double>(whole_number("--cohort", value, 1, most_customers));
             }},
        choice_option("--method", "method",
                      "auto, monte-carlo or exact (default auto: monte-carlo, with exact "
                      "values beside it where there is no horizon)",
                      methods, [&](std::size_t at) { settings.method = static_cast<Method>(at); }),
    };
}

}  // namespace cjm::cli
