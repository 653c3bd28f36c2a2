#include "journey/check/advice_ids.hpp"

#include <array>

namespace cjm {

std::span<const std::string_view> advice_ids() {
    // kept in step with the rules by a test
    static constexpr std::array<std::string_view, 27> ids{
        "bad-moment-felt-later",
        "bad-moment-unowned",
        "bad-moment-without-effect",
        "channel-switches",
        "empty-stage",
        "few-answers",
        "hidden-by-persona",
        "idle-each",
        "idle-fade",
        "idle-hazard",
        "idle-target",
        "long-survey",
        "long-wait-without-patience",
        "lost-as-success",
        "many-stages",
        "moment-of-truth-not-ours",
        "moment-without-mobile",
        "no-success-ahead",
        "pains-without-ideas",
        "scenarios-unchecked",
        "silent-stretch",
        "support-missing",
        "thousands-point",
        "time-too-short",
        "unreachable-outcome",
        "unreachable-touchpoint",
        "wait-too-spread",
    };
    return ids;
}

}  // namespace cjm
