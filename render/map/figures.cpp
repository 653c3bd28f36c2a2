#include "render/map/figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/contract.hpp"
#include "base/interval.hpp"

namespace cjm::render::map {
namespace {

/// Share of those who reach a column that has the event, which one customer has at most once: a
/// proportion of independent customers.
Estimate share_of_reach(double events, const Estimate& reach, const SimulationResult& result) {
    Estimate share;
    share.estimate = reach.estimate > 0 ? std::min(events / reach.estimate, 1.0) : 0;
    share.low = share.high = share.estimate;
    const auto customers = static_cast<double>(result.settings.customers);
    if (result.settings.method == Method::exact || reach.estimate <= 0) return share;
    const Interval interval = wilson_interval(share.estimate, reach.estimate * customers,
                                              Confidence(result.settings.confidence));
    share.low = interval.low;
    share.high = interval.high;
    return share;
}

class Figures {
  public:
    Figures(const flow::FlowGraph& graph, const Journey& journey, const Plan& plan,
            const SimulationResult& result)
        : graph_(graph), journey_(journey), plan_(plan), result_(result) {
        for (const TouchpointResult& touchpoint : result.touchpoints)
            touchpoints_[touchpoint.id] = &touchpoint;
    }

    std::vector<ColumnFigures> take() {
        std::vector<ColumnFigures> all(plan_.columns);
        for (std::size_t column = 0; column < plan_.columns; ++column) fill(column, all[column]);
        return all;
    }

  private:
    void fill(std::size_t column, ColumnFigures& figures) const {
        std::vector<double> causes(journey_.causes.size(), 0.0);
        double left = 0, ghosted = 0;
        Waits waits;
        for (std::size_t stop = 0; stop < plan_.stops.size(); ++stop) {
            if (plan_.stops[stop].column != column) continue;
            const flow::Card& card = graph_.cards[plan_.stops[stop].card];
            if (card.found) figures.found.push_back(stop);
            add_waits(plan_.stops[stop].card, waits);
            if (!card.numbers) continue;
            left += card.numbers->left;
            ghosted += card.numbers->ghosted;
            for (const flow::CausePart& part : card.numbers->causes)
                causes[part.cause] += part.share;
            set_reach(column, card, figures);
        }
        if (left > 0) figures.silent = std::min(ghosted / left, 1.0);
        if (figures.reach.estimate <= 0) return;
        if (waits.customers > 0) figures.wait_days = waits.days / waits.customers;
        for (std::size_t cause = 0; cause < causes.size(); ++cause)
            if (causes[cause] > 0)
                figures.causes.push_back(
                    {cause, share_of_reach(causes[cause], figures.reach, result_)});
    }

    void set_reach(std::size_t column, const flow::Card& card, ColumnFigures& figures) const {
        if (plan_.kind == Columns::stage) {
            CJM_EXPECTS(plan_.column_stage[column] < result_.stages.size());
            const StageResult& stage = result_.stages[plan_.column_stage[column]];
            figures.reach = stage.reach;
            figures.drop_off = stage.drop_off;
            return;
        }
        const auto found = touchpoints_.find(card.touchpoint->id.value);
        if (found == touchpoints_.end()) return;
        figures.reach = found->second->reach;
        figures.drop_off = found->second->drop_off;
    }

    /// Per customer who starts: how often somebody goes on by a way with a wait, and for how long.
    struct Waits {
        double customers = 0, days = 0;
    };
    void add_waits(std::size_t card, Waits& waits) const {
        for (const flow::Edge& edge : graph_.edges) {
            if (edge.from != card || !edge.wait_days) continue;
            waits.customers += edge.traffic;
            waits.days += edge.traffic * *edge.wait_days;
        }
    }

    const flow::FlowGraph& graph_;
    const Journey& journey_;
    const Plan& plan_;
    const SimulationResult& result_;
    std::map<std::string, const TouchpointResult*> touchpoints_;
};

}  // namespace

std::vector<ColumnFigures> column_figures(const flow::FlowGraph& graph, const Journey& journey,
                                          const Plan& plan, const SimulationResult& result) {
    return Figures(graph, journey, plan, result).take();
}

}  // namespace cjm::render::map
