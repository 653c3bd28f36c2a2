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
            value.in_braces = table->is_inline();
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

// The offset of a line's first byte, and of the line after it.
std::pair<std::size_t, std::size_t> bounds_of_line(std::string_view text, std::uint32_t line) {
    std::size_t begin = 0;
    for (std::uint32_t i = 1; i < line && begin < text.size(); ++i)
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    return {begin, std::min(text.find('\n', begin), text.size())};
}

// What the lines before this one say; none where they end in the middle of something.
std::optional<Value> read_before(const std::shared_ptr<const SourceText>& source,
                                 std::string_view text, std::uint32_t line) {
    try {
        return TreeReader(source).read(
            toml::parse(text.substr(0, bounds_of_line(text, line).first)));
    } catch (const toml::parse_error&) {
        return std::nullopt;
    }
}

// The library stops at the first syntax error. Where that lies within its line, the line is blanked
// and the rest read on, so that the author sees more than one at once.
std::vector<Diagnostic> all_syntax_errors(const std::shared_ptr<const SourceText>& source,
                                          const toml::parse_error& first) {
    constexpr std::size_t most_errors = 20;
    constexpr std::size_t largest_reread_bytes = 300'000;
    std::vector<Diagnostic> diagnostics;
    std::string text = source->text;
    const auto explain = [&](const toml::parse_error& error) {
        const auto& place = error.source().begin;
        const auto before = read_before(source, text, place.line);
        auto explained = explain_syntax_error(
            source, error.description(), {place.line, place.column}, before ? &*before : nullptr);
        diagnostics.push_back(std::move(explained.diagnostic));
        const auto [begin, end] = bounds_of_line(text, place.line);
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
                  text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        return explained.within_line && text.size() <= largest_reread_bytes;
    };
    bool go_on = explain(first);
    // the same line twice: blanking it did not help
    const auto is_new = [&] {
        const auto last = diagnostics.size() - 1;
        return last == 0 ||
               diagnostics[last].where.begin.line > diagnostics[last - 1].where.begin.line;
    };
    while (go_on && is_new() && diagnostics.size() < most_errors) {
        try {
            (void)toml::parse(std::string_view(text));
            go_on = false;
        } catch (const toml::parse_error& error) {
            go_on = explain(error);
        }
    }
    if (!is_new()) diagnostics.pop_back();
    return diagnostics;
}

}  // namespace

Parsed<Value> read_document(const std::shared_ptr<const SourceText>& source) {
    if (auto error = find_limit_error(source)) return {std::nullopt, {std::move(*error)}};
    try {
        const toml::table root = toml::parse(std::string_view(source->text));
        return {TreeReader(source).read(root), {}};
    } catch (const toml::parse_error& error) {
        return {std::nullopt, all_syntax_errors(source, error)};
    }
}

}  // namespace cjm::detail
