#include "cli/report/diagnostics_json.hpp"

#include <nlohmann/json.hpp>

namespace cjm::cli {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Diagnostic& diagnostic) {
    const SourceSpan& where = diagnostic.where;
    const auto number = [&where](std::uint32_t value) {
        return where.somewhere() ? Json(value) : Json(nullptr);
    };
    return {{"file", where.somewhere() ? Json(where.source->path) : Json(nullptr)},
            {"line", number(where.begin.line)},
            {"column", number(where.begin.column)},
            {"end_line", number(where.end.line)},
            {"end_column", number(where.end.column)},
            {"severity", to_string(diagnostic.severity)},
            {"id", diagnostic.id},
            {"message", diagnostic.message},
            {"hint", diagnostic.hint}};
}

}  // namespace

std::string diagnostics_json(const std::vector<Diagnostic>& diagnostics) {
    std::string text = "[";
    for (const Diagnostic& diagnostic : diagnostics) {
        text += text.size() == 1 ? "\n  " : ",\n  ";
        // paths and texts may hold bytes that are not UTF-8; JSON may not
        text += to_json(diagnostic).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + (diagnostics.empty() ? "]\n" : "\n]\n");
}

}  // namespace cjm::cli
