#include "cli/provenance_of.hpp"

#include <fmt/format.h>

#include "base/contract.hpp"
#include "base/hash.hpp"
#include "cli/version.hpp"

namespace cjm::cli {

Provenance provenance_of(const SourceText& source) {
    return {.program = fmt::format("cjm {}", program_version),
            .input_sha256 = sha256_hex(source.text),
            .version = program_version};
}

Provenance provenance_of(const Journey& journey) {
    CJM_EXPECTS(journey.source != nullptr);
    return provenance_of(*journey.source);
}

}  // namespace cjm::cli
