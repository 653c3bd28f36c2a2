// Which characters an id may have.
#include <fmt/format.h>
#include <utf8proc.h>

#include "base/text_width.hpp"
#include "journey/parse/detail/values.hpp"

namespace cjm::detail {
namespace {

// Letters and digits of any script, with the marks that belong to them, - and _.
bool may_be_in_id(utf8proc_int32_t c, bool after_letter) {
    if (c == '-' || c == '_') return true;
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
            return true;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
            return after_letter;
        default:
            return false;
    }
}

// The first character that no id has, as UTF-8; empty where all are fine.
std::string first_bad_character(std::string_view id) {
    bool after_letter = false;
    while (!id.empty()) {
        utf8proc_int32_t c = -1;
        const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(id.data()),
                                            static_cast<utf8proc_ssize_t>(id.size()), &c);
        if (bytes <= 0) return std::string(id.substr(0, 1));
        if (!may_be_in_id(c, after_letter))
            return std::string(id.substr(0, static_cast<std::size_t>(bytes)));
        after_letter = c != '-' && c != '_';
        id.remove_prefix(static_cast<std::size_t>(bytes));
    }
    return {};
}

// The id with a hyphen for each stretch of what it may not have; empty if nothing is left.
std::string mended(std::string_view id) {
    std::string name;
    bool gap = false;
    for (const auto cluster : grapheme_clusters(id)) {
        if (first_bad_character(cluster).empty()) {
            if (gap && !name.empty()) name += '-';
            name += cluster;
            gap = false;
        } else {
            gap = true;
        }
    }
    return name;
}

}  // namespace

Name read_id(Findings& findings, std::string_view text, const SourceSpan& where,
             std::string_view kind) {
    Name id{compose(text), where};
    if (text.empty()) {
        findings.error(
            "invalid-id", where,
            fmt::format("the id of a {} is empty; an id has at least one letter or digit", kind));
        return id;
    }
    const auto bad = first_bad_character(id.value);
    if (bad.empty()) return id;
    const auto shown = bad == " " ? "a space" : quoted(bad);
    const auto better = mended(id.value);
    findings.error(
        "invalid-id", where,
        fmt::format("id {} holds {}; an id is letters, digits, - and _", quoted(text), shown),
        better.empty() ? "" : fmt::format("write {}", quoted(better)));
    return id;
}

}  // namespace cjm::detail
