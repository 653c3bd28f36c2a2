// Owns: the figures that a review goes by, solved or sampled. Must not know: advice.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>

#include "base/estimate.hpp"
#include "journey/model.hpp"

namespace cjm::simulate {

/// Figures of a journey as it is. Each bound is that of a 95 % interval; of what is solved the
/// value itself.
class ReviewFigures {
  public:
    ReviewFigures() = default;
    ReviewFigures(const ReviewFigures&) = delete;
    ReviewFigures& operator=(const ReviewFigures&) = delete;
    virtual ~ReviewFigures() = default;

    /// How many customers were walked; 0 = solved.
    [[nodiscard]] virtual std::uint64_t customers() const = 0;
    [[nodiscard]] virtual Estimate reach(TouchpointId touchpoint) const = 0;

    /// Success rates of two versions of the journey, and the interval of their difference.
    struct Difference {
        double before = 0, after = 0, low = 0, high = 0;
    };
    /// The journey as it is before, changed after. None where it would take too much work.
    [[nodiscard]] virtual std::optional<Difference> gain(const Journey& changed) = 0;
    /// Every experience there bad before, good after. None where it would take too much work.
    [[nodiscard]] virtual std::optional<Difference> impact(TouchpointId touchpoint) = 0;
};

/// Multiplications that solving may take for one review, see work_to_answer(): about a tenth of a
/// second.
inline constexpr double review_work = 2e7;
/// Visits that may be simulated for one review, about a tenth of a second too.
inline constexpr double review_visits = 4e6;

/// None under a horizon, where solving takes more than a third of `review_work`, and where a loop
/// could not be solved.
[[nodiscard]] std::unique_ptr<ReviewFigures> review_by_solving(const Journey& journey);

/// Of the customers that `review_visits` suffice for, 20,000 at most, seed 1; the same on every
/// machine. None where they do not suffice for a thousand.
[[nodiscard]] std::unique_ptr<ReviewFigures> review_by_sampling(const Journey& journey);

}  // namespace cjm::simulate
