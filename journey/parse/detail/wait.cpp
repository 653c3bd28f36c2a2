// Waits: seven kinds of distributions and their parameters.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "journey/parse/detail/fields.hpp"

namespace cjm::detail {
namespace {

struct Parameter {
    std::string_view name;
    Number Wait::*member;
};

// Every parameter that some kind has; `shape` is the only one that is no duration.
constexpr std::array all_parameters{
    Parameter{"mean", &Wait::mean},  Parameter{"sd", &Wait::sd},
    Parameter{"low", &Wait::low},    Parameter{"likely", &Wait::likely},
    Parameter{"high", &Wait::high},  Parameter{"shape", &Wait::shape},
    Parameter{"scale", &Wait::scale}};

constexpr std::array<std::string_view, 7> kind_names{"fixed", "exponential", "uniform", "lognormal",
                                                     "gamma", "weibull",     "pert"};

std::vector<std::string_view> parameters_of(WaitKind kind) {
    switch (kind) {
        case WaitKind::fixed:
        case WaitKind::exponential:
            return {"mean"};
        case WaitKind::uniform:
            return {"low", "high"};
        case WaitKind::lognormal:
        case WaitKind::gamma:
            return {"mean", "sd"};
        case WaitKind::weibull:
            return {"shape", "scale"};
        case WaitKind::pert:
            return {"low", "likely", "high"};
    }
    return {};
}

template <class Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Reads the parameters of the kind; true where all of them are there and right.
bool read_parameters(Fields& fields, Wait& wait) {
    const auto needed = parameters_of(wait.kind);
    const auto kind = kind_names.at(static_cast<std::size_t>(wait.kind));
    bool complete = true;
    for (const auto& [name, member] : all_parameters) {
        const auto* given = fields.take_member(name);
        if (!contains(needed, name)) {
            if (given == nullptr) continue;
            fields.findings().error("wait-parameter", given->where,
                                    fmt::format("{} waits have no {}; they have {}", kind, name,
                                                fmt::join(needed, " and ")));
            continue;
        }
        if (given == nullptr) {
            fields.missing(name, fmt::format("{} waits have {}", kind, fmt::join(needed, " and ")));
            complete = false;
            continue;
        }
        const auto number =
            name == "shape" ? fields.number(name, positive) : fields.duration(name, not_negative);
        if (number) wait.*member = *number;
        complete = complete && number.has_value();
    }
    return complete;
}

// What the parameters must satisfy together, on their likely values.
void check_parameters(Findings& findings, const Wait& wait, const Subject& subject) {
    const auto wrong = [&](const Number& where, std::string_view what) {
        findings.error("wait-parameter", where.where, fmt::format("{} {}", subject.words(), what));
    };
    if (wait.kind == WaitKind::uniform && wait.low.likely > wait.high.likely)
        wrong(wait.low, "has its low above its high");
    if (wait.kind == WaitKind::pert && wait.low.likely > wait.likely.likely)
        wrong(wait.low, "has its low above its likely");
    if (wait.kind == WaitKind::pert && wait.likely.likely > wait.high.likely)
        wrong(wait.likely, "has its likely above its high");
    const bool has_sd = wait.kind == WaitKind::lognormal || wait.kind == WaitKind::gamma;
    if (has_sd && wait.mean.likely == 0 && wait.sd.likely > 0)
        wrong(wait.sd, "has mean 0 but an sd above 0; a wait of mean 0 has sd 0");
}

// The kind whose parameters are those given, for a table without `distribution`.
std::string kinds_hint(const Members& members) {
    std::vector<std::string> fitting;
    for (std::size_t i = 0; i < kind_names.size(); ++i) {
        const auto needed = parameters_of(static_cast<WaitKind>(i));
        const bool fits = needed.size() == members.size() &&
                          std::all_of(members.begin(), members.end(),
                                      [&](const Member& m) { return contains(needed, m.name); });
        if (fits) fitting.push_back(fmt::format("distribution = \"{}\"", kind_names.at(i)));
    }
    if (fitting.empty())
        return fmt::format("the distributions are {}", fmt::join(kind_names, ", "));
    return fmt::format("say {}", fmt::join(fitting, " or "));
}

std::optional<Wait> read_wait_table(Findings& findings, const Value& value,
                                    const Subject& subject) {
    Fields fields(findings, value, subject);
    const auto* distribution = fields.take("distribution");
    if (distribution == nullptr) {
        fields.missing("distribution", kinds_hint(*value.table()));
        return std::nullopt;
    }
    const auto kind = read_word(findings, *distribution, subject.key("distribution"), kind_names);
    if (!kind) return std::nullopt;
    Wait wait;
    wait.kind = static_cast<WaitKind>(kind->value);
    wait.where = value.where;
    const bool complete = read_parameters(fields, wait);
    fields.finish("a wait");
    if (!complete) return std::nullopt;
    check_parameters(findings, wait, subject);
    return wait;
}

}  // namespace

std::optional<Wait> read_wait(Findings& findings, const Value& value, const Subject& subject) {
    if (value.table() != nullptr) return read_wait_table(findings, value, subject);
    const auto mean = read_duration(findings, value, subject, not_negative);
    if (!mean) return std::nullopt;
    Wait wait;
    wait.mean = *mean;
    wait.where = value.where;
    return wait;
}

}  // namespace cjm::detail
