// Owns: where a report's figures come from, beside what the result itself says. Must not know:
// reports.
#pragma once
#include <string>

namespace cjm::cli {

/// Printed in every report, so that its figures can be computed again.
struct Provenance {
    std::string program;       ///< name and version, such as "cjm 0.1.0"
    std::string input_sha256;  ///< of the journey file's bytes, in hexadecimal
    std::string version = {};  ///< of the program alone, such as "0.1.0"
};

}  // namespace cjm::cli
