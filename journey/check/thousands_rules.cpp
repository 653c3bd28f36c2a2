#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/text_place.hpp"
#include "base/thousands.hpp"
#include "journey/check/rules.hpp"

namespace cjm::check {
namespace {

/// Looks at how numbers are written.
class Marks {
  public:
    Marks(const Journey& journey, Findings& findings) : journey_(journey), findings_(findings) {}

    /// Nobody counts thousandths of a customer.
    void heads(const Number& number, const std::string& what) {
        look(number, Severity::error, what);
    }
    /// A price may well have thousandths.
    void money(const Number& number, const std::string& what) {
        look(number, Severity::warning, what);
    }

  private:
    void look(const Number& number, Severity severity, const std::string& what) {
        // what is written with one point between thousands is read as something from 1 to 999.999
        const auto suspicious = [](double value) { return value >= 1 && value < 1000; };
        if (number.where.source != journey_.source ||
            !(suspicious(number.low) || suspicious(number.likely) || suspicious(number.high)))
            return;
        if (!lines_) lines_.emplace(journey_.source->text);
        std::string_view text = lines_->between(number.where.begin, number.where.end);
        constexpr std::string_view of_numbers = "0123456789.+-_eE";
        while (!text.empty()) {
            text.remove_prefix(std::min(text.find_first_of(of_numbers), text.size()));
            const std::string_view word = text.substr(0, text.find_first_not_of(of_numbers));
            if (const auto digits = without_thousands_marks(word))
                return tell(number.where, severity, what, word, *digits);
            text.remove_prefix(word.size());
        }
    }

    void tell(const SourceSpan& where, Severity severity, const std::string& what,
              std::string_view word, const std::string& digits) {
        double read = 0;
        (void)std::from_chars(word.data(), word.data() + word.size(), read);
        Diagnostic found{Severity::warning, "thousands-point", where, {}, {}, {}};
        found.severity = severity;
        found.message =
            fmt::format("{} is {}, which is {}: a point begins the decimals", what, word, read);
        found.hint = fmt::format("for thousands write {}, else {}", thousands_words(digits), read);
        findings_.add(std::move(found));
    }

    const Journey& journey_;
    Findings& findings_;
    std::optional<TextLines> lines_;  ///< made for the first number that looks suspicious
};

void look_at(const Behaviour& behaviour, const std::string& whose, Marks& marks) {
    if (behaviour.cost) marks.money(*behaviour.cost, fmt::format("`cost` of {}", whose));
    if (behaviour.revenue) marks.money(*behaviour.revenue, fmt::format("`revenue` of {}", whose));
}

void look_at(const Touchpoint& touchpoint, Marks& marks) {
    const std::string whose = fmt::format("touchpoint \"{}\"", touchpoint.id.value);
    look_at(touchpoint.behaviour, whose, marks);
    for (const auto& [persona, own] : touchpoint.for_persona)
        look_at(own, fmt::format("{} for \"{}\"", whose, persona.value), marks);
}

void look_at(const Scenario& scenario, Marks& marks) {
    const std::string whose = fmt::format("scenario \"{}\"", scenario.id.value);
    marks.money(scenario.cost, fmt::format("`cost` of {}", whose));
    marks.money(scenario.cost_per_customer, fmt::format("`cost_per_customer` of {}", whose));
    for (const Each& each : scenario.each)
        if (each.cost_add) marks.money(*each.cost_add, fmt::format("`cost_add` of {}", whose));
    for (const Touchpoint& touchpoint : scenario.touchpoints) look_at(touchpoint, marks);
}

}  // namespace

void find_thousands_points(const Journey& journey, Findings& findings) {
    if (!journey.source) return;
    Marks marks(journey, findings);
    marks.heads(journey.customers_per_year, "`customers_per_year` of [journey]");
    marks.money(journey.acquisition_cost, "`acquisition_cost` of [journey]");
    for (const Touchpoint& touchpoint : journey.touchpoints) look_at(touchpoint, marks);
    for (const Scenario& scenario : journey.scenarios) look_at(scenario, marks);
}

}  // namespace cjm::check
