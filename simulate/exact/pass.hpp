// Owns: one visit of a chain, forward (masses) and backward (values). Must not know: solvers, order
// of touchpoints.
#pragma once
#include <span>
#include <vector>

#include "simulate/exact/chain.hpp"

namespace cjm::simulate {

/// What arrives at an edge's target counts as: customers, E[days; arrives], or discounted
/// customers.
enum class Weighing : std::uint8_t { customers, days, discounted };
[[nodiscard]] double weight_of(const ChainEdge& edge, Weighing weighing);

/// Passes over single visits; owns scratch vectors, so one per thread.
class VisitPass {
  public:
    explicit VisitPass(const Chain& chain);

    /// `arrivals` (width numbers) as they are after fading and after the visit's purchase is
    /// counted.
    std::span<const double> booked(TouchpointId touchpoint, std::span<const double> arrivals);
    /// Of `booked`, those whose experience leads to this way, after the experience.
    std::span<const double> after(const ChainVisit& visit, std::size_t way);
    /// Of `after`, those who go on.
    std::span<const double> going(const ChainWay& way);
    /// Adds scale x `going` to a target, through an edge (share and friction; not the weight of its
    /// wait).
    void add_setting_out(const ChainEdge& edge, double scale, std::span<double> target);

    /// All of the above: adds what `arrivals` bring to each edge's target, where `target_of(edge)`
    /// gives a vector (empty: leave it out).
    template <class TargetOf>
    void forward(TouchpointId touchpoint, std::span<const double> arrivals, Weighing weighing,
                 TargetOf&& target_of) {
        const ChainVisit& visit = chain_->visits[touchpoint.index()];
        booked(touchpoint, arrivals);
        for (std::size_t w = 0; w < visit.ways.size(); ++w) {
            after(visit, w);
            going(visit.ways[w]);
            for (const ChainEdge& edge : visit.ways[w].edges) {
                const std::span<double> target = target_of(edge);
                if (!target.empty()) add_setting_out(edge, weight_of(edge, weighing), target);
            }
        }
    }

    /// Value of arriving at a touchpoint, by layer and goodwill (width numbers into `value`): the
    /// mean over experiences of `reward(way)` (a vector after the experience, or empty for 0) plus
    /// what the targets are worth, `value_of(edge)` (empty: 0).
    template <class Reward, class ValueOf>
    void backward(TouchpointId touchpoint, Weighing weighing, Reward&& reward, ValueOf&& value_of,
                  std::span<double> value) {
        const ChainVisit& visit = chain_->visits[touchpoint.index()];
        begin_value();
        for (std::size_t w = 0; w < visit.ways.size(); ++w) {
            begin_way(reward(w));
            for (const ChainEdge& edge : visit.ways[w].edges) {
                const std::span<const double> target = value_of(edge);
                if (!target.empty())
                    add_target_value(visit.ways[w], edge, weight_of(edge, weighing), target);
            }
            end_way(visit, w);
        }
        end_value(visit, value);
    }

  private:
    void begin_value();
    void begin_way(std::span<const double> reward);
    void add_target_value(const ChainWay& way, const ChainEdge& edge, double scale,
                          std::span<const double> target);
    void end_way(const ChainVisit& visit, std::size_t way);
    void end_value(const ChainVisit& visit, std::span<double> value);

    const Chain* chain_;
    std::vector<double> booked_, after_, going_;
};

}  // namespace cjm::simulate
