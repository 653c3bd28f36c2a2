// Owns: the options that say which journey is run: scenario, horizon, stretch. Must not know: how
// it is run.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// What --scenario, --horizon, --from and --to ask for.
struct JourneyOptions {
    std::vector<std::string> scenarios;  ///< applied in this order
    bool horizon_given = false;
    std::optional<double> horizon_days;  ///< with horizon_given; none lifts the file's
    std::optional<std::string> from, to;
};

/// The four options, setting `options`, which must outlive them.
[[nodiscard]] std::vector<Option> journey_options(JourneyOptions& options);

/// "a+b", a value of `option`, as its parts. Throws UsageError where one is named twice, and where
/// they are joined by commas.
[[nodiscard]] std::vector<std::string> scenarios_named(const std::string& value,
                                                       const std::string& option);
/// The parts as "a+b".
[[nodiscard]] std::string scenarios_joined(const std::vector<std::string>& names);

/// The journey as the options change it, unchecked. Throws UsageError for a name that it does not
/// know and a stretch that makes no sense.
[[nodiscard]] Journey ask_journey(const Journey& as_is, const JourneyOptions& options);

/// A journey as its file says it, and as the options change it.
struct AskedJourney {
    Journey as_is, asked;
};

/// Reads FILE, applies the options and checks what comes out; prints errors and warnings. None
/// where the journey has errors, those included that only the options bring in (a lifted horizon
/// may leave a loop without an end). Throws FileError; UsageError for a name that the file does not
/// know and a stretch that makes no sense.
[[nodiscard]] std::optional<AskedJourney> load_as_is_and_asked(const Session& session,
                                                               const std::string& file,
                                                               const JourneyOptions& options);
/// What is asked for of a journey that was read, checked; prints the errors that only the options
/// bring in, none where there are any. Throws UsageError as above.
[[nodiscard]] std::optional<Journey> ask_checked(const Session& session, const Journey& as_is,
                                                 const JourneyOptions& options);
/// Only what is asked for.
[[nodiscard]] std::optional<Journey> load_asked_journey(const Session& session,
                                                        const std::string& file,
                                                        const JourneyOptions& options);

}  // namespace cjm::cli
