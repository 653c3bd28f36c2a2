// Owns: finding every uncertain value of a journey, by its path, and keeping together what must
// fit together when values are set. Must not know: what they are set to.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "journey/model.hpp"

namespace cjm::simulate {

/// Visits the uncertain values of a journey and of its scenarios in the order of the model. Whoever
/// derives says what becomes of each.
///
/// After a value was set, shares that sum to too much are scaled: `next` and good + bad to 1, the
/// shares of personas and starts to sum 1; bounds of a wait in the wrong order change places.
class UncertainValues {
  public:
    virtual ~UncertainValues() = default;
    UncertainValues() = default;
    UncertainValues(const UncertainValues&) = delete;
    UncertainValues& operator=(const UncertainValues&) = delete;

    void visit(Journey& journey);
    /// Paths of what had to be scaled.
    [[nodiscard]] const std::vector<std::string>& scaled() const { return scaled_; }

  protected:
    using Path = std::string;

    /// A value `[low, likely, high]`.
    virtual void set_number(const Path& path, Number& number) = 0;
    /// A `next` written as counts; path ends in ".counts".
    virtual void set_counts(const Path& path, Next& next) = 0;

    static void set(Number& number, double value) {
        number = Number(value, value, value, number.where);
    }

  private:
    void number(const Path& path, Number& number);
    void number(const Path& path, std::optional<Number>& value);
    void entries(const Path& path, std::vector<NamedNumber>& entries);
    /// Shares that sum to 1.
    void whole_shares(const Path& path, std::vector<NamedNumber>& shares);
    void scale_to_one(const Path& path, const std::vector<Number*>& numbers);
    void next(const Path& path, std::optional<Next>& next);
    void experience(const Path& path, std::optional<ExperienceShares>& experience);
    void wait(const Path& path, Wait& wait);
    static void put_in_order(Wait& wait);
    void behaviour(const Path& path, Behaviour& behaviour);
    void touchpoint(const Path& path, Touchpoint& touchpoint);
    void whole(Journey& journey);
    void personas(std::vector<Persona>& personas);
    void question(const Path& path, std::optional<SurveyQuestion>& question);
    void survey(Survey& survey);
    void each(const Path& path, Each& each);
    void scenario(Scenario& scenario);

    std::vector<std::string> scaled_;
};

/// Whether an uncertain value belongs to the journey that is run: not to a scenario that is not
/// applied, to what a scenario costs once, or to a touchpoint that a stretch leaves out.
///
/// asked  scenario and stretch applied
[[nodiscard]] bool is_part_of(const Journey& asked, const std::string& path);

}  // namespace cjm::simulate
