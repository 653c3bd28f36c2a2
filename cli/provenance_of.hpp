// Owns: what the program says of itself in results. Must not know: reports.
#pragma once
#include "base/source.hpp"
#include "cli/report/provenance.hpp"
#include "journey/model.hpp"

namespace cjm::cli {

/// This program and the bytes of a file that was read.
[[nodiscard]] Provenance provenance_of(const SourceText& source);

/// This program and the bytes of the journey's file.
[[nodiscard]] Provenance provenance_of(const Journey& journey);

}  // namespace cjm::cli
