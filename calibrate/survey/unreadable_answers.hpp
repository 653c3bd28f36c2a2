// Owns: saying that a column holds no answers to the question it is named for. Must not know:
// scores.
#pragma once
#include <optional>

#include "base/diagnostic.hpp"
#include "calibrate/survey/responses.hpp"

namespace cjm::calibrate {

/// The error "unreadable-answers": values stand in the column, and none is an answer on the scale;
/// its hint names the columns that would do. None where something can be read, and where all is
/// blank or coded as missing.
[[nodiscard]] std::optional<Diagnostic> find_unreadable(const Responses& responses,
                                                        const Answers& answers,
                                                        const AnswerScale& scale);

}  // namespace cjm::calibrate
