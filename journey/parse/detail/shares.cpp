#include "journey/parse/detail/shares.hpp"

#include <cmath>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "journey/parse/detail/stray_key.hpp"

namespace cjm::detail {
namespace {

// Sums this near to 1 are 1: decimal fractions have no exact doubles.
constexpr double sum_tolerance = 1e-9;
// Beyond this a double would not hold every whole number.
constexpr std::int64_t largest_count = 9'007'199'254'740'992;

// A sum as people expect it: 1.1, not 1.1000000000000001.
std::string shown_sum(double sum) {
    const auto rounded = fmt::format("{:.10g}", sum);
    return rounded == "1" ? fmt::format("{:.17g}", sum) : rounded;
}

bool may_be_number(const Value& value, const Range& range) {
    if (const auto* integer = value.integer()) return range.contains(static_cast<double>(*integer));
    if (const auto* number = value.number()) return range.contains(*number);
    return value.list() != nullptr;
}

std::optional<Next> read_shares(Findings& findings, const Member& member, const Subject& subject) {
    auto numbers = read_named_numbers(findings, member.value, member.where, subject, probability);
    if (!numbers) return std::nullopt;
    Next next{std::move(numbers->table.entries), {}, member.where};
    if (!numbers->complete) return next;
    const double sum = likely_sum(next.shares);
    if (!(sum > 0))
        findings.error("sum-not-positive", member.where,
                       fmt::format("{} leads nowhere; at least one share must be more than 0",
                                   subject.words()));
    else if (sum > 1 + sum_tolerance)
        findings.error("sum-over-one", member.where,
                       fmt::format("{} sums to {}; shares sum to at most 1, the rest leaves here",
                                   subject.words(), shown_sum(sum)));
    return next;
}

// Shares from counts: count / total of every name but `leave`.
void set_shares(Next& next) {
    double total = 0;
    for (const auto& [name, count] : next.counts) total += static_cast<double>(count.value);
    for (const auto& [name, count] : next.counts) {
        if (name.value == "leave") continue;
        const double share = total > 0 ? static_cast<double>(count.value) / total : 0;
        next.shares.push_back({name, Number(share, share, share, count.where)});
    }
}

std::optional<Next> read_counts(Findings& findings, const Member& member, const Subject& subject) {
    const auto* members =
        read_table(findings, member.value, subject, "write counts = { target = 812, leave = 93 }");
    if (members == nullptr) return std::nullopt;
    Next next{{}, {}, member.where};
    bool complete = true;
    NamesSeen seen;
    for (const auto& entry : *members) {
        if (is_stray_key(findings, entry, entry.value.integer() != nullptr)) continue;
        auto name = name_of(entry);
        const auto entry_subject = subject.entry(name.value);
        const auto count = read_integer(findings, entry.value, entry_subject, 0, largest_count);
        complete = complete && count;
        if (!seen.repeats(findings, name, subject) && count)
            next.counts.push_back({std::move(name), *count});
    }
    set_shares(next);
    if (complete && !(likely_sum(next.shares) > 0))
        findings.error(
            "sum-not-positive", member.where,
            fmt::format("{} leads nowhere; at least one target must have a count above 0",
                        subject.words()));
    return next;
}

}  // namespace

bool NamesSeen::repeats(Findings& findings, const Name& name, const Subject& subject) {
    const auto [first, is_new] = first_.emplace(name.value, name.where);
    if (is_new) return false;
    findings.error("named-twice", name.where,
                   fmt::format("{} is named twice in {}", quoted(name.value), subject.words()),
                   "keep one of them", {{first->second, "first named here"}});
    return true;
}

double likely_sum(const std::vector<NamedNumber>& numbers) {
    double sum = 0;
    for (const auto& entry : numbers) sum += entry.number.likely;
    return sum;
}

void check_sum_is_one(Findings& findings, const SourceSpan& where, double sum,
                      std::string_view what) {
    if (std::abs(sum - 1) <= sum_tolerance) return;
    findings.error("sum-not-one", where,
                   fmt::format("{} sum to {}; they must sum to 1", what, shown_sum(sum)));
}

std::optional<NamedNumbers> read_named_numbers(Findings& findings, const Value& value,
                                               const SourceSpan& key, const Subject& subject,
                                               const Range& range) {
    const auto* members = read_table(findings, value, subject, "write { name = number }");
    if (members == nullptr) return std::nullopt;
    NamedNumbers numbers;
    numbers.table.where = key;
    numbers.table.entries.reserve(members->size());
    NamesSeen seen;
    for (const auto& member : *members) {
        if (is_stray_key(findings, member, may_be_number(member.value, range))) continue;
        auto name = name_of(member);
        auto number = read_number(findings, member.value, subject.entry(name.value), range);
        numbers.complete = numbers.complete && number;
        if (!seen.repeats(findings, name, subject) && number)
            numbers.table.entries.push_back({std::move(name), std::move(*number)});
    }
    return numbers;
}

std::optional<Next> read_next(Fields& fields) {
    const auto* next = fields.take_member("next");
    const auto* counts = fields.take_member("counts");
    auto& findings = fields.findings();
    if (next != nullptr && counts != nullptr) {
        const bool next_first = next->where.begin < counts->where.begin;
        const auto* first = next_first ? next : counts;
        const auto* second = next_first ? counts : next;
        findings.error("next-and-counts", second->where,
                       fmt::format("{} has both next and counts; they say the same thing twice",
                                   fields.subject().words()),
                       "keep counts where they were observed, else next",
                       {{first->where, fmt::format("{} is here", first->name)}});
    }
    // what is given but wrong stays as an empty one, so that nobody calls it missing
    if (next != nullptr)
        return read_shares(findings, *next, fields.subject().key("next"))
            .value_or(Next{{}, {}, next->where});
    if (counts != nullptr)
        return read_counts(findings, *counts, fields.subject().key("counts"))
            .value_or(Next{{}, {}, counts->where});
    return std::nullopt;
}

std::optional<Start> read_start(Fields& fields) {
    const auto* member = fields.take_member("start");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("start");
    auto& findings = fields.findings();
    if (member->value.text() != nullptr) {
        const auto name = read_name(findings, member->value, subject);
        if (!name) return std::nullopt;
        return Start{{{*name, Number(1, 1, 1, name->where)}}, member->value.where};
    }
    if (member->value.table() == nullptr) {
        wrong_type(findings, member->value, subject,
                   "the id of a touchpoint, or a table of shares { id = 0.7, other = 0.3 }");
        return std::nullopt;
    }
    auto numbers = read_named_numbers(findings, member->value, member->where, subject, probability);
    if (numbers->complete)
        check_sum_is_one(findings, member->where, likely_sum(numbers->table.entries),
                         fmt::format("the shares in {}", subject.words()));
    return Start{std::move(numbers->table.entries), member->where};
}

std::optional<Table<NamedNumber>> read_causes(Fields& fields) {
    const auto* member = fields.take_member("causes");
    if (member == nullptr) return std::nullopt;
    const auto subject = fields.subject().key("causes");
    auto numbers =
        read_named_numbers(fields.findings(), member->value, member->where, subject, not_negative);
    if (!numbers) return std::nullopt;
    if (numbers->complete && !(likely_sum(numbers->table.entries) > 0))
        fields.findings().error(
            "sum-not-positive", member->where,
            fmt::format("{} name nothing; at least one weight must be more than 0",
                        subject.words()));
    return std::move(numbers->table);
}

Table<NamedNumber> read_hazard(Fields& fields) {
    const auto* member = fields.take_member("hazard");
    if (member == nullptr) return {};
    auto numbers = read_named_numbers(fields.findings(), member->value, member->where,
                                      fields.subject().key("hazard"), not_negative);
    return numbers ? std::move(numbers->table) : Table<NamedNumber>{};
}

}  // namespace cjm::detail
