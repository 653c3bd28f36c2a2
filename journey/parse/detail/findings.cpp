#include "journey/parse/detail/findings.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/nearest.hpp"
#include "base/text_width.hpp"

namespace cjm::detail {
namespace {

constexpr std::size_t most_shown = 100;
constexpr std::size_t most_listed = 12;    // names that a hint may list
constexpr std::size_t most_kept = 10'000;  // a file of nothing but errors must not fill the memory

// "defined are a, b"; nothing for long lists, keys and words.
std::string list_of(const std::vector<std::string>& names) {
    if (names.empty() || names.size() > most_listed) return {};
    std::vector<std::string> shown;
    for (const auto& name : names) shown.push_back(shorten_end(printable(name), 40));
    return fmt::format("defined are {}", fmt::join(shown, ", "));
}

std::string nearest_hint(const std::string& typed, const KnownNames& known,
                         const Diagnostic& diagnostic) {
    auto names = known.names;
    auto places = known.places;
    places.resize(names.size());
    if (known.more) {
        names.insert(names.end(), known.more->names.begin(), known.more->names.end());
        places.insert(places.end(), known.more->places.begin(), known.more->places.end());
        places.resize(names.size());
    }
    const auto nearest = nearest_name(typed, names);
    if (!nearest) {
        const bool list = diagnostic.hint.empty() && !known.places.empty();
        return list ? list_of(names) : diagnostic.hint;
    }
    auto hint = fmt::format("did you mean {}?", quoted(*nearest));
    const auto at = std::find(names.begin(), names.end(), *nearest) - names.begin();
    const auto& place = places[static_cast<std::size_t>(at)];
    if (place.somewhere() && place.begin.line != diagnostic.where.begin.line)
        hint += fmt::format(" it is defined at line {}", place.begin.line);
    return hint;
}

}  // namespace

void Findings::error(std::string_view id, SourceSpan where, std::string message, std::string hint,
                     std::vector<Note> notes) {
    add({{Severity::error, id, std::move(where), std::move(message), std::move(hint),
          std::move(notes)},
         {},
         nullptr});
}

void Findings::unknown_name(std::string_view id, SourceSpan where, std::string message,
                            std::string_view typed, std::shared_ptr<const KnownNames> known,
                            std::string otherwise) {
    add({{Severity::error, id, std::move(where), std::move(message), std::move(otherwise), {}},
         std::string(typed),
         std::move(known)});
}

void Findings::add(Finding finding) {
    ++count_;
    if (findings_.size() < most_kept) findings_.push_back(std::move(finding));
}

std::vector<Diagnostic> Findings::take() {
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
        return a.diagnostic.where.begin < b.diagnostic.where.begin;
    });
    std::vector<Diagnostic> shown;
    for (auto& [diagnostic, typed, known] : findings_) {
        if (shown.size() == most_shown) {
            diagnostic.id = "too-many-errors";
            diagnostic.message =
                fmt::format("from here on {} more errors are not shown", count_ - most_shown);
            diagnostic.hint = "mend the errors above first; some of the rest may go with them";
            diagnostic.notes.clear();
            shown.push_back(std::move(diagnostic));
            break;
        }
        if (known) diagnostic.hint = nearest_hint(typed, *known, diagnostic);
        shown.push_back(std::move(diagnostic));
    }
    findings_.clear();
    count_ = 0;
    return shown;
}

}  // namespace cjm::detail
