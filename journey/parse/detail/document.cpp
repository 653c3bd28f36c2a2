#include "journey/parse/detail/document.hpp"

#include <algorithm>
#include <tuple>

// The parser of the library states things that broken files make false, and then answers them with
// an error all the same: neither abort there nor let the compiler count on them.
#undef NDEBUG
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include "journey/parse/detail/limits.hpp"
#include "journey/parse/detail/syntax_error.hpp"

namespace cjm::detail {
namespace {

// Moves the library's tree into ours, which it empties on the way so that only one of them is
// whole. Its tables iterate by name; ours keep the file's order. Recursion is bounded by the
// nesting that `find_limit_error` allows.
class TreeReader {
  public:
    explicit TreeReader(std::shared_ptr<const SourceText> source) : source_(std::move(source)) {}

    [[nodiscard]] Value read(toml::table root) const {
        Value value;
        read(root, value);
        return value;
    }

  private:
    void read(toml::node& node, Value& value) const {
        value.where = span(node.source());
        if (auto* table = node.as_table()) {
            value.in_braces = table->is_inline();
            read_table(*table, value.content.emplace<Members>());
        } else if (auto* array = node.as_array()) {
            auto& list = value.content.emplace<List>();
            list.reserve(array->size());
            for (auto& element : *array) read(element, list.emplace_back());
        } else {
            read_scalar(node, value);
        }
    }

    void read_table(toml::table& table, Members& members) const {
        std::vector<toml::table::iterator> in_order;
        in_order.reserve(table.size());
        for (auto entry = table.begin(); entry != table.end(); ++entry) in_order.push_back(entry);
        std::ranges::stable_sort(in_order, [](const auto& a, const auto& b) {
            const auto &one = a->first.source().begin, &other = b->first.source().begin;
            return std::tie(one.line, one.column) < std::tie(other.line, other.column);
        });
        members.reserve(in_order.size());
        for (const auto& entry : in_order) {
            auto& member = members.emplace_back();
            member.name = entry->first.str();
            member.where = span(entry->first.source());
            read(entry->second, member.value);
            table.erase(entry);
        }
    }

    static void read_scalar(toml::node& node, Value& value) {
        if (auto* text = node.as_string())
            value.content = std::move(text->get());
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
        return {TreeReader(source).read(toml::parse(std::string_view(source->text))), {}};
    } catch (const toml::parse_error& error) {
        return {std::nullopt, all_syntax_errors(source, error)};
    }
}

}  // namespace cjm::detail
