#include "calibrate/survey/survey.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "base/contract.hpp"
#include "base/text_width.hpp"
#include "calibrate/survey/nps_interval.hpp"
#include "calibrate/survey/responses.hpp"
#include "calibrate/survey/unreadable_answers.hpp"
#include "calibrate/survey/weighted_mean.hpp"

namespace cjm::calibrate {
namespace {

constexpr AnswerScale satisfaction_scale{1, 5};
constexpr AnswerScale promoter_scale{0, 10};
constexpr AnswerScale percent_scale{0, 100, false};
constexpr double satisfied_from = 4, promoter_from = 9, detractor_to = 6;

Estimate scaled(Estimate estimate, double factor, double offset = 0) {
    estimate.estimate = estimate.estimate * factor + offset;
    estimate.standard_error *= factor;
    estimate.low = estimate.low * factor + offset;
    estimate.high = estimate.high * factor + offset;
    return estimate;
}

/// All questions of a survey, read from the table.
struct Columns {
    std::optional<Answers> csat, nps, ces;
    std::vector<Answers> csi;
    std::vector<double> weights;
};

/// The scores of some of the rows.
class Scorer {
  public:
    Scorer(const Responses& responses, const SurveyQuestions& questions, const Columns& columns,
           const std::vector<std::size_t>& rows)
        : responses_(responses), questions_(questions), columns_(columns), rows_(rows) {
        for (const std::size_t row : rows) weights_.push_back(columns.weights[row]);
    }

    [[nodiscard]] SurveyScores scores() const {
        SurveyScores scores;
        scores.responses = rows_.size();
        if (columns_.csat) scores.csat = satisfied(*columns_.csat);
        if (columns_.nps) scores.nps = net_promoters(*columns_.nps);
        if (columns_.ces) {
            scores.ces = mean_effort(*columns_.ces);
            scores.easy = easy(*columns_.ces);
        }
        if (!columns_.csi.empty()) index(scores);
        return scores;
    }

  private:
    using Part = std::vector<double>;

    /// The answers of the rows, each as `value` says.
    template <class Value>
    [[nodiscard]] Part part(const Answers& answers, Value value) const {
        Part part;
        for (const std::size_t row : rows_) {
            const double answer = answers.values[row];
            part.push_back(std::isnan(answer) ? no_answer : static_cast<double>(value(answer)));
        }
        return part;
    }

    [[nodiscard]] bool weighs(const Part& part) const {
        for (std::size_t i = 0; i < part.size(); ++i)
            if (!std::isnan(part[i]) && weights_[i] > 0) return true;
        return false;
    }

    /// The mean of one question; none where nobody of positive weight answers.
    [[nodiscard]] std::optional<WeightedMean> mean_of(const Part& part) const {
        if (!weighs(part)) return std::nullopt;
        const AnswersTo question{part, 1};
        return weighted_mean({&question, 1}, weights_);
    }

    [[nodiscard]] Score counted(const Answers& answers) const {
        Score score;
        score.columns.push_back(responses_.count(answers, rows_));
        score.answers = score.columns.front().answers;
        score.missing = score.columns.front().missing;
        return score;
    }

    static void spread(Score& score, const WeightedMean& mean, double trials) {
        const double answers = static_cast<double>(mean.respondents);
        score.effective_answers = mean.effective;
        score.spread.mean = std::clamp(mean.mean, 0.0, 1.0);
        score.spread.trials_per_answer = trials / answers;
        score.spread.weight_efficiency = mean.effective / answers;
    }

    /// Percent of the answers of which `yes` is true.
    template <class Yes>
    [[nodiscard]] Score percent(const Answers& answers, Yes yes) const {
        Score score = counted(answers);
        if (const auto mean = mean_of(part(answers, yes))) {
            score.estimate = scaled(estimate_of_share(*mean, questions_.confidence), 100);
            spread(score, *mean, trials_of_share(*mean));
        }
        return score;
    }

    [[nodiscard]] Score satisfied(const Answers& answers) const {
        return percent(answers, [](double answer) { return answer >= satisfied_from; });
    }

    /// Percent on the easy side of the middle of the scale.
    [[nodiscard]] Score easy(const Answers& answers) const {
        const double middle = (questions_.ces_scale.low + questions_.ces_scale.high) / 2;
        const bool high_is_easy = questions_.ces_direction == EffortDirection::high_is_easy;
        return percent(answers, [=](double answer) {
            return high_is_easy ? answer > middle : answer < middle;
        });
    }

    /// Means of answers from low to high.
    [[nodiscard]] Score mean_score(const Answers& answers, double low, double high) const {
        Score score = counted(answers);
        const double width = high - low;
        const auto mean =
            mean_of(part(answers, [=](double answer) { return (answer - low) / width; }));
        if (!mean) return score;
        const Estimate estimate = estimate_of_mean(*mean, questions_.confidence);
        score.estimate = scaled(estimate, width, low);
        // without the rounding of there and back
        score.estimate->estimate =
            mean_of(part(answers, [](double answer) { return answer; }))->mean;
        const double error = estimate.standard_error;
        spread(score, *mean,
               mean->standard_error > 0 ? mean->mean * (1 - mean->mean) / (error * error)
                                        : mean->effective);
        return score;
    }

    [[nodiscard]] Score mean_effort(const Answers& answers) const {
        return mean_score(answers, questions_.ces_scale.low, questions_.ces_scale.high);
    }

    [[nodiscard]] Score net_promoters(const Answers& answers) const {
        Score score = counted(answers);
        const auto promoters =
            mean_of(part(answers, [](double answer) { return answer >= promoter_from; }));
        if (!promoters) return score;
        const auto detractors =
            mean_of(part(answers, [](double answer) { return answer <= detractor_to; }));
        const auto net = mean_of(part(answers, [](double answer) {
            return (answer >= promoter_from ? 1 : 0) - (answer <= detractor_to ? 1 : 0);
        }));
        score.estimate = scaled(
            nps_interval({*promoters, *detractors, net->standard_error}, questions_.confidence),
            100);
        const double variance = promoters->mean + detractors->mean - net->mean * net->mean;
        const double square = net->standard_error * net->standard_error;
        spread(score, *net,
               square > 0 ? std::min(variance / square, static_cast<double>(net->answers))
                          : net->effective);
        score.spread.promoters = promoters->mean;
        score.spread.detractors = detractors->mean;
        return score;
    }

    [[nodiscard]] bool by_shares() const {
        return questions_.csi_scale == AttributeScale::one_to_five;
    }

    /// An attribute's answers between 0 and 1.
    [[nodiscard]] Part attribute_part(const Answers& answers) const {
        if (by_shares())
            return part(answers, [](double answer) { return answer >= satisfied_from; });
        return part(answers, [](double answer) { return answer / 100; });
    }

    /// The index and its attributes; no index where an attribute has no answers.
    void index(SurveyScores& scores) const {
        double total = 0;
        for (const Attribute& attribute : questions_.csi) total += attribute.weight;
        CJM_EXPECTS(total > 0);
        Score score;
        std::vector<Part> parts;
        bool complete = true;
        for (std::size_t i = 0; i < columns_.csi.size(); ++i) {
            const Answers& answers = columns_.csi[i];
            scores.attributes.push_back(
                {questions_.csi[i].weight / total,
                 by_shares() ? satisfied(answers) : mean_score(answers, 0, 100)});
            const Score& attribute = scores.attributes.back().score;
            score.columns.push_back(attribute.columns.front());
            parts.push_back(attribute_part(answers));
            complete = complete && attribute.estimate.has_value();
        }
        for (std::size_t row = 0; row < rows_.size(); ++row)
            score.answers += std::any_of(parts.begin(), parts.end(),
                                         [&](const Part& p) { return !std::isnan(p[row]); })
                                 ? 1
                                 : 0;
        score.missing = scores.responses - score.answers;
        if (complete) combine(score, parts, scores.attributes);
        scores.csi = std::move(score);
    }

    void combine(Score& score, const std::vector<Part>& parts,
                 const std::vector<AttributeScore>& attributes) const {
        std::vector<AnswersTo> asked;
        for (std::size_t i = 0; i < parts.size(); ++i)
            asked.push_back({parts[i], attributes[i].weight});
        const WeightedMean mean = weighted_mean(asked, weights_);
        const Estimate estimate = by_shares() ? estimate_of_share(mean, questions_.confidence)
                                              : estimate_of_mean(mean, questions_.confidence);
        score.estimate = scaled(estimate, 100);
        const double error = estimate.standard_error;
        spread(score, mean,
               by_shares() || !(mean.standard_error > 0)
                   ? trials_of_share(mean)
                   : mean.mean * (1 - mean.mean) / (error * error));
    }

    const Responses& responses_;
    const SurveyQuestions& questions_;
    const Columns& columns_;
    const std::vector<std::size_t>& rows_;
    std::vector<double> weights_;
};

const AnswerScale& scale_of_attributes(const SurveyQuestions& questions) {
    return questions.csi_scale == AttributeScale::one_to_five ? satisfaction_scale : percent_scale;
}

Columns read_columns(const Responses& responses, const SurveyQuestions& questions) {
    Columns columns;
    if (questions.csat) columns.csat = responses.answers(*questions.csat, satisfaction_scale);
    if (questions.nps) columns.nps = responses.answers(*questions.nps, promoter_scale);
    if (questions.ces) columns.ces = responses.answers(*questions.ces, questions.ces_scale);
    for (const Attribute& attribute : questions.csi)
        columns.csi.push_back(responses.answers(attribute.column, scale_of_attributes(questions)));
    return columns;
}

std::vector<Diagnostic> find_all_unreadable(const Responses& responses, const Columns& columns,
                                            const SurveyQuestions& questions) {
    std::vector<Diagnostic> errors;
    const auto look = [&](const std::optional<Answers>& answers, const AnswerScale& scale) {
        if (!answers) return;
        if (auto error = find_unreadable(responses, *answers, scale))
            errors.push_back(*std::move(error));
    };
    look(columns.csat, satisfaction_scale);
    look(columns.nps, promoter_scale);
    look(columns.ces, questions.ces_scale);
    for (const Answers& attribute : columns.csi) look(attribute, scale_of_attributes(questions));
    return errors;
}

Diagnostic too_many_segments(const CsvTable& table, std::size_t column, std::size_t count) {
    return {Severity::error,
            "too-many-segments",
            table.header_place(column),
            fmt::format("{} has {} different values; at most {} are told apart",
                        quoted(table.header(column)), count, most_segments),
            "choose a column of a few groups",
            {}};
}

}  // namespace

Parsed<SurveyResult> measure_survey(const CsvTable& table, const SurveyQuestions& questions) {
    const Responses responses(table, questions.missing_codes);
    auto [weights, errors] = responses.weights(questions.weight);
    if (!weights) return {std::nullopt, std::move(errors)};
    Columns columns = read_columns(responses, questions);
    errors = find_all_unreadable(responses, columns, questions);
    std::vector<Responses::Group> groups;
    if (questions.by) groups = responses.groups(*questions.by);
    if (groups.size() > most_segments)
        errors.push_back(too_many_segments(table, *questions.by, groups.size()));
    if (!errors.empty()) return {std::nullopt, std::move(errors)};
    columns.weights = *std::move(weights);
    const auto score = [&](const std::vector<std::size_t>& rows) {
        return Scorer(responses, questions, columns, rows).scores();
    };
    std::vector<std::size_t> all(table.rows());
    std::iota(all.begin(), all.end(), std::size_t{0});
    SurveyResult result{score(all), {}};
    for (const auto& group : groups) result.segments.push_back({group.value, score(group.rows)});
    return {std::move(result), {}};
}

}  // namespace cjm::calibrate
