#include "cli/commands/schema.hpp"

#include <memory>

#include "cli/output.hpp"
#include "cli/usage_error.hpp"
#include "journey/schema.hpp"

namespace cjm::cli {

Command schema_command() {
    const auto output = std::make_shared<Output>();
    return {.name = "schema",
            .summary = "JSON schema of journey files, for editors",
            .usage = "[options]",
            .description =
                "Prints the JSON Schema (draft 7) of journey files. Editors that know TOML schemas "
                "complete and check journey files with it, for example by a first line "
                "\"#:schema ./journey.schema.json\" in the journey file.",
            .example = "  cjm schema -o journey.schema.json\n",
            .options = {output_option(*output)},
            .run = [output](const Session&, const std::vector<std::string>& arguments) {
                if (!arguments.empty()) throw UsageError("cjm schema takes no arguments");
                expect_deliverable(*output, {});
                deliver(*output, journey_schema());
                return ExitStatus::done;
            }};
}

}  // namespace cjm::cli
