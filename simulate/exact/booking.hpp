// Owns: what visits, leaves and ends of one persona add to the exact figures. Must not know: how
// their numbers are solved.
#pragma once
#include <span>

#include "simulate/exact/chain.hpp"
#include "simulate/exact/figures.hpp"

namespace cjm::simulate {

/// Adds to the figures of a journey what is known of one persona's customers. All numbers are per
/// customer of all personas. Everything must outlive the booking.
class FigureBooking {
  public:
    FigureBooking(const ResolvedJourney& journey, PersonaId persona, const Chain& chain,
                  ExactFigures& figures);

    /// Visits to a touchpoint: experiences, and what visits take and give.
    void add_visits(TouchpointId touchpoint, double count);

    /// Goodwill of those whose experience leads to a way, and who of them leaves at once.
    ///
    /// after  by layer and goodwill, after the experience; each counts `scale` times. Those of the
    ///        second layer on are buyers
    void add_after(TouchpointId touchpoint, const ChainWay& way, std::span<const double> after,
                   double scale);

    /// Customers who leave at a touchpoint out of a cause.
    void add_left(TouchpointId touchpoint, std::size_t cause, double left);

    /// Goodwill of those who end on an edge, `scale` times `ending`, friction not yet paid.
    void add_ends(const ChainEdge& edge, std::span<const double> ending, double scale);

  private:
    void add_leaving(TouchpointId touchpoint, double dissatisfied, double others);

    const ResolvedJourney& journey_;
    PersonaId persona_;
    const Chain& chain_;
    ExactFigures& figures_;
};

}  // namespace cjm::simulate
