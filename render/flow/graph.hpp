// Owns: what a flow diagram shows, taken from a journey and its simulation. Must not know: places,
// sizes, colours.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"
#include "journey/notes.hpp"
#include "render/frame/ends.hpp"
#include "simulate/change_result.hpp"
#include "simulate/moments_result.hpp"
#include "simulate/result.hpp"

namespace cjm::render::flow {

/// Customers who left at a card for one cause, of all who start.
struct CausePart {
    std::size_t cause = 0;  ///< position in Journey::causes
    double share = 0;
};

/// What the simulation says about a card. Shares are of all customers who start.
struct CardNumbers {
    double reach = 0, visits = 0, left = 0, ghosted = 0;
    std::vector<CausePart> causes;  ///< only those above 0, in the journey's order
};

/// A moment of truth that was found.
struct FoundMoment {
    std::size_t rank_low = 1, rank_high = 1;  ///< places that its impact may take
    double impact = 0;  ///< on success, share of all customers; all good against all bad
};

struct Card {
    const Touchpoint* touchpoint = nullptr;
    std::size_t stage = 0;  ///< position in FlowGraph::stages
    double start_share = 0;
    std::optional<CardNumbers> numbers{};
    std::optional<FoundMoment> found{};
    const TouchpointChange* change = nullptr;          ///< by the scenario; null = none
    const TouchpointDifference* difference = nullptr;  ///< likewise, where simulated

    /// Whether the author declared it a moment of truth.
    [[nodiscard]] bool declared() const {
        return is_declared(*touchpoint);
    }
};

struct Edge {
    std::size_t from = 0;  ///< a card
    std::size_t to = 0;    ///< a card, or cards.size() + an end
    double traffic = 0;    ///< traversals per customer who starts; plain: the author's share
    std::optional<double> share{};      ///< of the visits to `from` that go on this way
    std::optional<double> wait_days{};  ///< mean, where there is one
    bool back = false;                  ///< leads back: to an earlier stage, or round a loop
    const WayChange* change = nullptr;  ///< by the scenario; null = none
    const WayDifference* difference = nullptr;  ///< likewise, where simulated
};

struct FlowGraph {
    std::vector<std::string> stages;  ///< titles; one empty title where the file has no stages
    bool has_stages = false;
    std::vector<Card> cards;  ///< in the file's order
    std::vector<End> ends;
    std::vector<Edge> edges;  ///< by `from`, then in order of first mention
    bool simulated = false;
    bool moments_known = false;    ///< moments of truth were looked for
    double longest_wait_days = 0;  ///< of any edge's mean
    [[nodiscard]] bool is_end(std::size_t node) const { return node >= cards.size(); }
};

/// What is told beside the journey itself; each must outlive the graph.
struct Told {
    const SimulationResult* result = nullptr;  ///< null = the author's shares only
    const MomentsResult* moments = nullptr;    ///< null = not looked for
    const ChangeResult* change = nullptr;      ///< null = not compared with the journey as it is
};

/// The journey must outlive the graph. What a scenario did away with is in it as well.
[[nodiscard]] FlowGraph make_graph(const Journey& journey, const Told& told);

}  // namespace cjm::render::flow
