// Owns: where a report's figures come from, beside what the result itself says. Must not know:
// reports.
#pragma once
#include <string>
#include <string_view>

#include "simulate/result.hpp"

namespace cjm::cli {

/// Printed in every report, so that its figures can be computed again.
struct Provenance {
    std::string program;       ///< name and version, such as "cjm 0.1.0"
    std::string input_sha256;  ///< of the journey file's bytes, in hexadecimal
    std::string version = {};  ///< of the program alone, such as "0.1.0"
};

/// What a report calls the method behind its figures: sampled ones are sampled whatever stands
/// beside them.
[[nodiscard]] constexpr std::string_view method_name(Method method) {
    return method == Method::exact ? "exact" : "monte-carlo";
}

}  // namespace cjm::cli
