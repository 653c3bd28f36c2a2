#include "journey/parse/detail/syntax_duplicate.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

constexpr std::array<std::string_view, 8> entry_headers{
    "cause", "stage", "row", "persona", "touchpoint", "outcome", "scenario", "scenario.each"};

const Value& last_of(const Value& value) {
    const auto* list = value.list();
    return list != nullptr && !list->empty() ? list->back() : value;
}

const Member* find(const Value& value, std::string_view name) {
    const auto* members = last_of(value).table();
    if (members == nullptr) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const Member& member) { return member.name == name; });
    return found == members->end() ? nullptr : &*found;
}

// The member under a dotted path of plain names; none for quoted ones.
const Member* find_path(const Value& root, std::string_view path) {
    const Value* value = &root;
    const Member* member = nullptr;
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        member = find(*value, path.substr(0, dot));
        if (member == nullptr) return nullptr;
        value = &member->value;
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return member;
}

// The table that a key at the end of the text would belong to: the one whose header stands last.
// Tables in braces and those that dotted keys make (which start at their name) have no header.
const Value& open_table(const Value& table) {
    const Value* last = &table;
    for (const auto& member : *table.table()) {
        const auto& inner = last_of(member.value);
        if (inner.table() == nullptr || inner.in_braces) continue;
        if (inner.where.begin == member.where.begin) continue;
        const auto& candidate = open_table(inner);
        if (candidate.where.begin >= last->where.begin) last = &candidate;
    }
    return *last;
}

Diagnostic twice(SourceSpan where, std::string message, std::string hint, const SourceSpan* first) {
    Diagnostic diagnostic{Severity::error,    "duplicate-key", std::move(where),
                          std::move(message), std::move(hint), {}};
    if (first != nullptr && first->begin.line < diagnostic.where.begin.line)
        diagnostic.notes.push_back({*first, "first defined here"});
    return diagnostic;
}

Diagnostic header_twice(const SyntaxScene& scene, const Value* before) {
    const auto header = scene.text(scene.whole());
    const auto name = without_brackets(header);
    const auto* first = before ? find_path(*before, name) : nullptr;
    const bool entry =
        std::find(entry_headers.begin(), entry_headers.end(), name) != entry_headers.end();
    auto hint = entry ? fmt::format("head every {} with double brackets: [[{}]]", name, name)
                      : std::string("write all its keys under the first header");
    if (first != nullptr && !entry && first->value.table() != nullptr &&
        first->value.table()->empty())
        hint = "remove one of the headers";
    return twice(scene.span(scene.whole()),
                 fmt::format("{} is defined already", shorten_end(printable(header), 60)),
                 std::move(hint), first ? &first->where : nullptr);
}

// Where the name stands before the place: the key that is defined again.
Stretch key_before(const SyntaxScene& scene, std::string_view name) {
    const auto before = scene.line().substr(0, scene.at());
    for (const auto& form :
         {fmt::format("\"{}\"", name), fmt::format("'{}'", name), std::string(name)})
        if (const auto found = before.rfind(form); found != std::string_view::npos)
            return {found, found + form.size()};
    return scene.word();
}

}  // namespace

std::string without_brackets(std::string_view header) {
    std::string name;
    header = header.substr(0, std::min(header.find('#'), header.find(']')));
    for (const char c : header)
        if (c != '[' && c != ']' && c != ' ' && c != '\t') name += c;
    return name;
}

std::optional<Diagnostic> explain_duplicate(const SyntaxScene& scene, const Value* before) {
    if (!scene.says("cannot redefine")) return std::nullopt;
    if (scene.says("parsing table header")) return header_twice(scene, before);
    const auto& description = scene.description();
    const auto open = description.find('\''), close = description.rfind('\'');
    if (open == std::string_view::npos || open == close)
        return twice(scene.span(scene.whole()),
                     "this is defined already, as a single value or in braces",
                     "write all of it in one place", nullptr);
    const auto name = description.substr(open + 1, close - open - 1);
    const auto key = key_before(scene, name);
    const bool in_braces = scene.line().substr(0, key.begin).find('{') != std::string_view::npos;
    const Member* first = nullptr;
    if (before != nullptr && !in_braces) first = find(open_table(*before), name);
    return twice(scene.span(key), fmt::format("{} is given twice", quoted(name)),
                 "keep one of them", first ? &first->where : nullptr);
}

}  // namespace cjm::detail
