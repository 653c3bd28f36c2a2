#include "cli/report/json_parts.hpp"

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

nlohmann::ordered_json maybe_json(const std::optional<Estimate>& figure) {
    return figure ? estimate_json(*figure) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json maybe_json(const std::optional<double>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json maybe_json(const std::optional<std::uint64_t>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json word_or_null(std::string_view word) {
    return word.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(word);
}

void add_run_head(nlohmann::ordered_json& json, const RunHead& head) {
    json["method"] = head.method;
    json["program"] = head.provenance.version;
    json["generator"] = word_or_null(head.generator);
    json["input_sha256"] = head.provenance.input_sha256;
    json["customers"] = head.customers;
    json["seed"] = head.seed;
    json["confidence"] = head.confidence;
    json["horizon_days"] = maybe_json(head.horizon_days);
}

std::string json_text(const nlohmann::ordered_json& json) {
    constexpr int indent = 1;
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace cjm::cli
