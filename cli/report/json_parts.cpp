#include "cli/report/json_estimate.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

namespace cjm::cli {

nlohmann::ordered_json estimate_json(const Estimate& figure) {
    using Json = nlohmann::ordered_json;
    if (std::isnan(figure.estimate)) return nullptr;
    Json json = {{"estimate", figure.estimate},
                 {"standard_error", figure.standard_error},
                 {"low", figure.low},
                 {"high", figure.high},
                 {"exact", figure.exact ? Json(*figure.exact) : Json(nullptr)}};
    if (figure.exact_error) json["exact_error"] = *figure.exact_error;
    return json;
}

}  // namespace cjm::cli
