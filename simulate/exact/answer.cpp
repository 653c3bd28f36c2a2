#include "simulate/exact/answer.hpp"

#include <cstdint>

#include "journey/graph.hpp"
#include "simulate/exact/figures.hpp"
#include "simulate/exact/horizon.hpp"
#include "simulate/exact/result.hpp"
#include "simulate/resolve.hpp"

namespace cjm::simulate {

double work_to_answer(const Journey& journey) {
    constexpr double sweeps = 25, solves_a_passage = 2;  // as seen in loops of 20 touchpoints
    const ResolvedJourney resolved = resolve(journey);
    std::vector<Edge> edges;
    for (const Transition& way : resolved.transitions)
        if (way.to_touchpoint)
            edges.push_back({static_cast<Vertex>(way.from.index()),
                             static_cast<Vertex>(way.to_touchpoint.index())});
    const Components loops = Graph(resolved.touchpoints.size(), edges).components();
    std::vector<double> size(loops.count);
    for (const std::uint32_t loop : loops.of) ++size[loop];
    double work = 0;
    for (const Edge& edge : edges)
        if (loops.of[edge.from] == loops.of[edge.to])
            work += sweeps * solves_a_passage * size[loops.of[edge.from]];
    const auto levels =
        static_cast<double>(resolved.goodwill_ceiling - resolved.goodwill_floor + 1);
    return work * levels * static_cast<double>(resolved.personas.size());
}

ExactAnswer answer_exactly(const Journey& journey, const RunSettings& settings) {
    const ResolvedJourney resolved = resolve(journey);
    if (resolved.horizon_days)
        return {exact_result(journey, resolved, solve_horizon(resolved, {}, settings.threads),
                             settings),
                {}};
    const ExactSolution solution = solve_exactly(resolved, journey.discount_rate.likely);
    ExactAnswer answer;
    if (solution.figures) {
        answer.result = exact_result(journey, resolved, *solution.figures, settings);
    } else {
        for (const TouchpointId touchpoint : solution.unsolved.loop)
            answer.unsolved_loop.push_back(resolved.touchpoints[touchpoint.index()]);
    }
    return answer;
}

}  // namespace cjm::simulate
