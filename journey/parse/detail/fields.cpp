#include "journey/parse/detail/fields.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/contract.hpp"
#include "base/text_width.hpp"
#include "journey/parse/detail/key_meant.hpp"
#include "journey/parse/detail/stray_key.hpp"

namespace cjm::detail {
namespace {

constexpr std::size_t most_keys_listed = 14;

// The table's members; expects a table.
const Members& members_of(const Value& table) {
    CJM_EXPECTS(table.table() != nullptr);
    return *table.table();
}

}  // namespace

Fields::Fields(Findings& findings, const Value& table, const Subject& subject)
    : findings_(findings), table_(table), subject_(subject), members_(members_of(table)) {}

const Member* Fields::take_member(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
    const auto found = std::find_if(members_.begin(), members_.end(),
                                    [&](const Member& member) { return member.name == key; });
    return found == members_.end() ? nullptr : &*found;
}

const Value* Fields::take(std::string_view key) {
    const auto* member = take_member(key);
    return member ? &member->value : nullptr;
}

std::optional<Text> Fields::text(std::string_view key) {
    const auto* value = take(key);
    return value ? read_text(findings_, *value, subject_.key(key)) : std::nullopt;
}

std::vector<Text> Fields::texts(std::string_view key) {
    const auto* value = take(key);
    return value ? read_texts(findings_, *value, subject_.key(key)) : std::vector<Text>();
}

std::optional<Text> Fields::label(std::string_view key) {
    auto read = text(key);
    if (read) read->value = compose(read->value);
    return read;
}

std::vector<Text> Fields::labels(std::string_view key) {
    auto read = texts(key);
    for (auto& label : read) label.value = compose(label.value);
    return read;
}

std::optional<Sourced<bool>> Fields::flag(std::string_view key) {
    const auto* value = take(key);
    return value ? read_flag(findings_, *value, subject_.key(key)) : std::nullopt;
}

std::optional<Integer> Fields::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    const auto* value = take(key);
    return value ? read_integer(findings_, *value, subject_.key(key), low, high) : std::nullopt;
}

std::optional<Number> Fields::number(std::string_view key, const Range& range) {
    const auto* value = take(key);
    return value ? read_number(findings_, *value, subject_.key(key), range) : std::nullopt;
}

Number Fields::number_or(std::string_view key, const Range& range, double otherwise) {
    return number(key, range).value_or(Number(otherwise));
}

std::optional<Number> Fields::duration(std::string_view key, const Range& range) {
    const auto* value = take(key);
    return value ? read_duration(findings_, *value, subject_.key(key), range) : std::nullopt;
}

std::optional<Sourced<std::size_t>> Fields::word(std::string_view key,
                                                 std::span<const std::string_view> words) {
    const auto* value = take(key);
    return value ? read_word(findings_, *value, subject_.key(key), words) : std::nullopt;
}

std::optional<Name> Fields::name(std::string_view key) {
    const auto* value = take(key);
    return value ? read_name(findings_, *value, subject_.key(key)) : std::nullopt;
}

Name Fields::id(std::string_view kind) {
    const auto* value = take("id");
    if (value == nullptr) {
        findings_.error("missing-key", table_.where, fmt::format("this {} has no id", kind),
                        "give it one: id = \"…\"");
        return {};
    }
    const auto nameless = Subject::thing(kind, "");
    const auto* text = value->text();
    if (text != nullptr) return read_id(findings_, *text, value->where, kind);
    wrong_type(findings_, *value, nameless.key("id"), "a text",
               value->integer() ? "put it in quotes" : "");
    return {};
}

void Fields::missing(std::string_view key, std::string_view hint) {
    findings_.error("missing-key", table_.where, fmt::format("{} has no {}", subject_.words(), key),
                    std::string(hint));
}

std::optional<Text> Fields::title() {
    auto title = text("title");
    if (title && title->value.empty()) title.reset();
    return title;
}

void Fields::misplaced(std::string_view key, std::string_view what, std::string_view hint) {
    if (const auto* member = take_member(key))
        findings_.error("unknown-key", member->where,
                        fmt::format("{} is not a key of {}", quoted(key), what), std::string(hint));
}

void Fields::finish(std::string_view what) {
    std::shared_ptr<KnownNames> known;
    for (const auto& member : members_) {
        if (std::find(known_.begin(), known_.end(), member.name) != known_.end()) continue;
        if (auto stray = stray_key_hint(member.name, member.where); !stray.empty()) {
            findings_.error("unknown-key", member.where,
                            fmt::format("{} is not a key of {}", quoted(member.name), what),
                            std::move(stray));
            continue;
        }
        if (!known) {
            known = std::make_shared<KnownNames>();
            known->names.assign(known_.begin(), known_.end());
        }
        const auto list = known_.size() <= most_keys_listed
                              ? fmt::format("its keys are {}", fmt::join(known_, ", "))
                              : std::string();
        const auto key = key_meant(member.name);
        if (std::find(known_.begin(), known_.end(), key) != known_.end()) {
            findings_.error("unknown-key", member.where,
                            fmt::format("{} is not a key of {}", quoted(member.name), what),
                            fmt::format("keys are in English: write {}", key));
            continue;
        }
        findings_.unknown_name("unknown-key", member.where,
                               fmt::format("{} is not a key of {}", quoted(member.name), what),
                               member.name, known, list);
    }
}

}  // namespace cjm::detail
