#include "journey/parse/detail/syntax_error.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text_place.hpp"
#include "base/text_width.hpp"
#include "journey/parse/detail/key_meant.hpp"
#include "journey/parse/detail/limits.hpp"
#include "journey/parse/detail/syntax_duplicate.hpp"
#include "journey/parse/detail/syntax_scene.hpp"
#include "journey/parse/detail/syntax_value.hpp"

namespace cjm::detail {
namespace {

using Explained = std::optional<SyntaxError>;

SyntaxError made(SourceSpan where, std::string message, std::string hint, bool within_line = true) {
    return {{Severity::error, "syntax", std::move(where), std::move(message), std::move(hint), {}},
            within_line};
}

bool is_plain_name(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
    });
}

// Where a bracket or a text was opened that never ends.
Explained never_closed(const SyntaxScene& scene) {
    const std::string_view text = scene.source()->text;
    if (scene.says("while parsing string") || scene.says("literal string")) {
        const bool at_end = scene.says("end-of-file") || scene.at() >= scene.line().size();
        if (!at_end) return std::nullopt;
        const auto triple = std::max(text.rfind("\"\"\"") + 1, text.rfind("'''") + 1);
        if (scene.says("end-of-file") && triple > 0)
            return made(place_of(scene.source(), triple - 1, 3), "this text never ends",
                        "close it with three quotes", false);
        const auto value = scene.value();
        const auto begun = scene.text(value);
        return made(scene.span(value), "the quotes of this text are not closed",
                    fmt::format("close them at the end: {}{}", shorten_start(begun, 40),
                                begun.starts_with('\'') ? '\'' : '"'));
    }
    if (!scene.says("end-of-file")) return std::nullopt;
    const auto open = find_open_bracket(text);
    if (open == std::string_view::npos) return std::nullopt;
    return made(place_of(scene.source(), open, 1), "this bracket is never closed",
                fmt::format("close it with {}", text[open] == '[' ? ']' : '}'), false);
}

// `50 %` or `2 d` in a list or table: the library stops at the space.
Explained number_with_more(const SyntaxScene& scene) {
    const auto value = scene.value();
    const auto text = scene.text(value);
    const auto number_end = text.find_first_not_of("0123456789. ");
    if (number_end == 0 || number_end == std::string_view::npos ||
        text.find('=') != std::string_view::npos)
        return std::nullopt;
    const auto slip = explain_value(text);
    return made(scene.span(value), slip.message, slip.hint);
}

Explained broken_inline_table(const SyntaxScene& scene) {
    if (scene.says("dangling comma"))
        return made(scene.span(scene.letter()), "a table in braces has no comma before its }",
                    "remove the comma");
    if (scene.says("inline table") && scene.says("saw '\\n'")) {
        const auto open = std::min(scene.line().rfind('{'), scene.line().size());
        return made(scene.span({open, scene.line().size()}),
                    "a table in braces must end on its line",
                    "write it on one line, or under a header of its own", false);
    }
    if (!scene.says("expected comma or closing")) return std::nullopt;
    if (auto unit = number_with_more(scene)) return unit;
    const bool semicolon = scene.text(scene.letter()) == ";";
    return made(scene.span(scene.letter()),
                fmt::format("a comma or a closing {} is missing before this",
                            scene.says("'}'") ? '}' : ']'),
                semicolon ? "write , instead of each ;" : "", false);
}

Explained broken_header(const SyntaxScene& scene) {
    if (!scene.says("parsing table header")) return std::nullopt;
    const auto whole = scene.span(scene.whole());
    if (scene.says("blank bare keys"))
        return made(whole, "the brackets hold no name", "write [journey], [[touchpoint]] or such");
    if (scene.says("existing inline table"))
        return made(whole, "this table is already written in braces",
                    "write all of it in one place, either in braces or under headers");
    const auto name = shorten_end(without_brackets(scene.text(scene.whole())), 40);
    const bool list = scene.text(scene.whole()).starts_with("[[");
    const auto header = list ? fmt::format("[[{}]]", name) : fmt::format("[{}]", name);
    return made(whole, "this header is not written as it should be",
                fmt::format("write {} on a line of its own", header));
}

// The name that a word is part of: all before the next =, back to where it begins.
Stretch name_around(const SyntaxScene& scene, Stretch word) {
    const auto line = scene.line();
    const auto equals = std::min(line.find('=', word.begin), line.size());
    const auto opener = line.substr(0, word.begin).find_last_of("{,=.[");
    auto begin = opener == std::string_view::npos ? 0 : opener + 1;
    begin = std::min(line.find_first_not_of(" \t", begin), word.begin);
    const auto end = line.substr(0, equals).find_last_not_of(" \t");
    return equals == line.size() || end < word.begin ? word : Stretch{begin, end + 1};
}

// Whether entries that the author names stand here, rather than keys of the format.
bool names_stand_here(const SyntaxScene& scene, Stretch name) {
    const auto before = scene.line().substr(0, name.begin);
    if (before.find_first_of("{.[") != std::string_view::npos) return true;
    std::string_view header;
    for (std::uint32_t line = scene.place().line; line-- > 1 && header.empty();) {
        const auto above = line_of(scene.source()->text, line);
        if (above.starts_with('[')) header = above.substr(0, above.find(']'));
    }
    return header.find('.') != std::string_view::npos;
}

// A key of the format in another language, or a name that lacks its quotes.
SyntaxError foreign_key(const SyntaxScene& scene, Stretch word) {
    const auto stretch = name_around(scene, word);
    const auto name = scene.text(stretch);
    if (const auto key = key_meant(name); !key.empty())
        return made(scene.span(stretch), "the keys of the format are in English",
                    fmt::format("write {}", key));
    if (!names_stand_here(scene, stretch))
        return made(scene.span(stretch),
                    "the keys of the format are in English, and this is none of them",
                    "remove the line, or begin it with # to make it a comment");
    std::string id(name);
    std::replace(id.begin(), id.end(), ' ', '-');
    return made(scene.span(stretch), "a name with letters beyond a to z must be in quotes",
                id == name ? fmt::format("write {}", quoted(id))
                           : fmt::format("an id has no spaces: write {}", quoted(id)));
}

// A name with letters beyond a-z outside of quotes.
Explained unquoted_name(const SyntaxScene& scene) {
    const bool name_expected =
        scene.says("expected keys") || scene.says("expected key or closing") ||
        scene.says("expected bare key") || scene.says("expected '='") || scene.says("expected ']'");
    if (!name_expected) return std::nullopt;
    const auto word = scene.word();
    const auto text = scene.text(word);
    const bool foreign =
        std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
    if (!foreign) return std::nullopt;
    for (const auto* quote : {"“", "”", "‘", "’", "«"})
        if (text.find(quote) != std::string_view::npos)
            return made(scene.span(word), "this is no quote that TOML knows",
                        "write straight quotes: \"");
    return foreign_key(scene, word);
}

Explained missing_equals(const SyntaxScene& scene) {
    const bool missing =
        scene.says("expected '='") || (scene.says("key-value pair: encountered end-of-file") &&
                                       scene.line().find('=') == std::string_view::npos);
    if (!missing) return std::nullopt;
    const auto before = scene.line().substr(0, scene.at());
    const auto word_end = before.find_last_not_of(" \t");
    const auto word_begin = before.find_last_of(" \t{,", word_end);
    const auto word = before.substr(word_begin == std::string_view::npos ? 0 : word_begin + 1);
    const bool digits = !word.empty() && word[0] >= '0' && word[0] <= '9';
    if (digits && word_begin != std::string_view::npos && word_begin > 0 &&
        before[word_begin] == ',' && before[word_begin - 1] >= '0' &&
        before[word_begin - 1] <= '9') {
        const auto begin = before.find_last_of(" =", word_begin) + 1;
        const auto slip = explain_value(before.substr(begin, word_end + 1 - begin));
        return made(scene.span({begin, word_end + 1}), slip.message, slip.hint);
    }
    if (scene.says("saw ':'"))
        return made(scene.span(scene.letter()),
                    "a key and its value are joined by =", "write = instead of :");
    const bool several_words = is_plain_name(scene.text(scene.word())) &&
                               scene.line().find('=', scene.at()) != std::string_view::npos &&
                               scene.line().find('=', scene.at()) > scene.word().end - 1;
    if (several_words)
        return made(scene.span(scene.whole()), "a key is one word",
                    "put it in quotes, or check what is meant before the =");
    return made(scene.span(scene.at() < scene.line().size() ? scene.letter() : scene.whole()),
                "= is missing behind the key", "write key = value");
}

Explained broken_text(const SyntaxScene& scene) {
    if (scene.says("unknown escape") || scene.says("unicode scalar"))
        return made(scene.span(scene.value()),
                    "a backslash in quotes starts a special letter, and this is none",
                    "write \\\\ for a backslash");
    if (scene.says("control characters"))
        return made(scene.span(scene.letter()),
                    "a control character stands here, which nobody can see",
                    "remove it; in a text write \\n for a new line");
    return std::nullopt;
}

Explained too_large_number(const SyntaxScene& scene) {
    if (!scene.says("not representable") && !scene.says("could not be interpreted"))
        return std::nullopt;
    return made(scene.span(scene.value()), "this number is too large or too small", "");
}

Explained broken_value(const SyntaxScene& scene) {
    if (scene.says("expected keys, tables")) {
        const auto here = scene.text(scene.letter());
        if (here == "=") return made(scene.span(scene.letter()), "the key before = is missing", "");
        if (scene.line().substr(scene.at()).starts_with("//") || here == ";")
            return made(scene.span(scene.whole()), "a comment starts with #", "write # before it");
        return made(scene.span(scene.whole()),
                    "this is neither a header, nor key = value, nor a comment",
                    "a list over several lines must be open before this line");
    }
    if (scene.says("expected key or closing")) {
        if (auto unit = number_with_more(scene)) return unit;
        return made(scene.span(scene.letter()), "a key should stand here", "write { key = value }");
    }
    // the library names what it was reading: everything left happened in a value
    const auto value = scene.value();
    const auto text = scene.text(value);
    if (scene.says("expected a comment or whitespace") &&
        (text.starts_with('"') || text.starts_with('\'') ||
         text.find('=') != std::string_view::npos)) {
        const auto rest = Stretch{scene.at(), scene.whole().end};
        return made(scene.span(rest), "something stands behind the value",
                    text.find('=') == std::string_view::npos ? "a quote in a text is written \\\""
                                                             : "one key = value on a line");
    }
    const auto slip = explain_value(text);
    return made(scene.span(value.begin < value.end ? value : scene.letter()), slip.message,
                slip.hint);
}

// Without a line that is a header or opens a bracket, the lines after it would mean something else.
bool carries_others(const SyntaxScene& scene) {
    const auto line = scene.line();
    const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
    return scene.text(scene.whole()).starts_with('[') || count('[') != count(']') ||
           count('{') != count('}');
}

SyntaxError explain(const SyntaxScene& scene, const Value* before) {
    if (auto duplicate = explain_duplicate(scene, before)) return {std::move(*duplicate), true};
    for (const auto explanation : {never_closed, broken_text, broken_inline_table, unquoted_name,
                                   missing_equals, broken_header, too_large_number})
        if (auto explained = explanation(scene)) return std::move(*explained);
    return *broken_value(scene);
}

}  // namespace

SyntaxError explain_syntax_error(const std::shared_ptr<const SourceText>& source,
                                 std::string_view description, SourcePoint place,
                                 const Value* before) {
    const SyntaxScene scene(source, description, place);
    auto explained = explain(scene, before);
    explained.within_line = explained.within_line && !carries_others(scene);
    return explained;
}

}  // namespace cjm::detail
