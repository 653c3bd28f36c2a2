#include "render/frame/ends.hpp"

#include <fmt/format.h>

#include "base/message.hpp"
#include "base/number_format.hpp"
#include "render/marks.hpp"

namespace cjm::render {
namespace {

void set_share(End& end, const Estimate& share) {
    end.share = share.estimate;
    end.interval = {share.low, share.high};
}

End outcome_end(const Journey& journey, std::size_t index, const SimulationResult* result) {
    const auto& outcome = journey.outcomes[index];
    const bool success = counts_as_success(journey, OutcomeId(index));
    End end{success ? EndKind::success : EndKind::lost, outcome.shown(), outcome.id.value};
    if (!result) return end;
    end.share = 0;
    for (const auto& entry : result->outcomes)
        if (entry.id == outcome.id.value) set_share(end, entry.share);
    return end;
}

/// Where those still on the way count as success, they are drawn as one; the result reports them
/// there.
void set_in_progress(End& end, const Journey& journey, const SimulationResult& result) {
    if (!in_progress_is_success(journey)) return set_share(end, result.in_progress);
    end.kind = EndKind::success;
    if (result.horizon_days)
        end.title = fmt::format(
            fmt::runtime(text(journey.language, Message::success_in_progress)),
            NumberFormat(journey.language, journey.currency).duration(*result.horizon_days));
    double share = result.success.estimate;
    bool alone = true;
    for (const auto& outcome : result.outcomes) {
        if (!outcome.is_success) continue;
        share -= outcome.share.estimate;
        alone = alone && outcome.share.high <= 0;
    }
    constexpr double rounding = 1e-9;
    end.share = share > rounding ? share : 0;
    if (alone) end.interval = {result.success.low, result.success.high};
}

}  // namespace

std::vector<End> ends_of(const Journey& journey, const SimulationResult* result) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < journey.outcomes.size(); ++i)
        ends.push_back(outcome_end(journey, i, result));
    if (!result) return ends;
    const auto end_named = [&](EndKind kind, Message message) {
        return End{kind, std::string(text(journey.language, message)), {}};
    };
    const auto add = [&](End end) {
        if (*end.share > 0) ends.push_back(std::move(end));
    };
    auto ghosted = end_named(EndKind::ghosted, Message::ghosted);
    set_share(ghosted, result->ghosted);
    add(std::move(ghosted));
    auto open = end_named(EndKind::left_openly, Message::left_openly);
    set_share(open, result->left_openly);
    add(std::move(open));
    auto waiting = end_named(EndKind::in_progress, Message::in_progress);
    set_in_progress(waiting, journey, *result);
    add(std::move(waiting));
    return ends;
}

Meaning meaning_of(EndKind kind) {
    switch (kind) {
        case EndKind::success:
            return Meaning::success;
        case EndKind::lost:
            return Meaning::lost;
        case EndKind::ghosted:
            return Meaning::ghosted;
        case EndKind::left_openly:
            return Meaning::left_openly;
        case EndKind::in_progress:
            break;
    }
    return Meaning::traffic;
}

Path end_sign(EndKind kind, Point centre, double size, Fill fill) {
    switch (kind) {
        case EndKind::success:
            return tick(centre, size, fill);
        case EndKind::lost:
            return cross(centre, size, fill);
        case EndKind::ghosted:
            return ghost(centre, size, fill);
        case EndKind::left_openly:
            return door(centre, size, fill);
        case EndKind::in_progress:
            break;
    }
    return hourglass(centre, size, fill);
}

}  // namespace cjm::render
