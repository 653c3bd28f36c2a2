#include "cli/report/json_uncertainty.hpp"

#include <nlohmann/json.hpp>

#include "cli/report/json_parts.hpp"

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json maybe(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json figure_json(const UncertainFigure& figure) {
    return {{"quantity", figure.quantity},
            {"at_likely", estimate_json(figure.at_likely)},
            {"averaged", estimate_json(figure.averaged)},
            {"input_deviation", figure.input_deviation},
            {"input_low", figure.input_low},
            {"input_high", figure.input_high}};
}

Json share_json(const std::optional<InputShare>& input) {
    if (!input) return nullptr;
    return {{"share", estimate_json(input->share)},
            {"moves", input->moves},
            {"p_value", input->p_value},
            {"rank_low", input->rank_low},
            {"rank_high", input->rank_high}};
}

}  // namespace

Json uncertainty_json(const UncertaintyResult& uncertainty) {
    Json scaled = Json::array(), figures = Json::array(), inputs = Json::array();
    for (const ScaledShares& shares : uncertainty.scaled_shares)
        scaled.push_back({{"path", shares.path}, {"draws", shares.draws}});
    for (const UncertainFigure& figure : uncertainty.figures)
        figures.push_back(figure_json(figure));
    for (const UncertainInput& input : uncertainty.inputs)
        inputs.push_back({{"path", input.path},
                          {"success", share_json(input.success)},
                          {"margin", share_json(input.margin)}});
    return {{"draws", uncertainty.draws},
            {"impossible", uncertainty.impossible},
            {"customers_per_draw", uncertainty.customers_per_draw},
            {"scaled", uncertainty.scaled},
            {"scaled_shares", std::move(scaled)},
            {"figures", std::move(figures)},
            {"inputs", std::move(inputs)},
            {"success_together", maybe(uncertainty.success_together)},
            {"margin_together", maybe(uncertainty.margin_together)}};
}

}  // namespace cjm::cli
