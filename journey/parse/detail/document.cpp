#include "journey/parse/detail/document.hpp"

#include <algorithm>

#include <toml++/toml.h>

#include "journey/parse/detail/limits.hpp"
#include "journey/parse/detail/syntax_error.hpp"

namespace cjm::detail {
namespace {

// Copies the library's tree into ours. Its tables iterate by name; ours keep the file's order.
// Recursion is bounded by the nesting that `find_limit_error` allows.
class TreeReader {
  public:
    explicit TreeReader(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {}

    [[nodiscard]] Value read(const toml::node& node) const {
        Value value;
        value.where = span(node.source());
        if (const auto* table = node.as_table()) {
            value.content = read_table(*table);
        } else if (const auto* array = node.as_array()) {
            List list;
            list.reserve(array->size());
            for (const auto& element : *array) list.push_back(read(element));
            value.content = std::move(list);
        } else {
            read_scalar(node, value);
        }
        return value;
    }

  private:
    [[nodiscard]] Members read_table(const toml::table& table) const {
        Members members;
        members.reserve(table.size());
        for (const auto& [key, node] : table)
            members.push_back({std::string(key.str()), span(key.source()), read(node)});
        std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
            return a.where.begin < b.where.begin;
        });
        return members;
    }

    static void read_scalar(const toml::node& node, Value& value) {
        if (const auto* text = node.as_string())
            value.content = text->get();
        else if (const auto* integer = node.as_integer())
            value.content = integer->get();
        else if (const auto* number = node.as_floating_point())
            value.content = number->get();
        else if (const auto* flag = node.as_boolean())
            value.content = flag->get();
        else
            value.content = Date{};
    }

    [[nodiscard]] SourceSpan span(const toml::source_region& region) const {
        const auto point = [](const toml::source_position& position) {
            return SourcePoint{position.line, position.column};
        };
        return {source_, point(region.begin), point(region.end)};
    }

    std::shared_ptr<const SourceText> source_;
};

}  // namespace

Parsed<Value> read_document(const std::shared_ptr<const SourceText>& source) {
    if (auto error = find_limit_error(source)) return {std::nullopt, {std::move(*error)}};
    try {
        const toml::table root = toml::parse(std::string_view(source->text));
        return {TreeReader(source).read(root), {}};
    } catch (const toml::parse_error& error) {
        const auto& place = error.source().begin;
        return {std::nullopt,
                {explain_syntax_error(source, error.description(), {place.line, place.column})}};
    }
}

}  // namespace cjm::detail
