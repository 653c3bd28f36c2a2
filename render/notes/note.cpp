#include "render/notes/note.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace cjm::render {

CarriedNotes::CarriedNotes(std::vector<Note> notes) : notes_(std::move(notes)) {
    for (std::size_t i = 0; i < notes_.size(); ++i) numbers_[notes_[i].text] = i + 1;
}

std::optional<std::size_t> CarriedNotes::number_of(const Text& text) const {
    const auto found = numbers_.find(&text);
    if (found == numbers_.end()) return std::nullopt;
    return found->second;
}

std::string note_references(const std::vector<std::size_t>& numbers) {
    std::string words;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
        if (!words.empty()) words += ", ";
        words += std::to_string(numbers[i]);
        if (end - i == 2) words += ", " + std::to_string(numbers[i + 1]);
        if (end - i > 2) words += "–" + std::to_string(numbers[end - 1]);
        i = end;
    }
    return words;
}

CarriedNotes carry_longest(const std::vector<Note>& candidates, std::size_t count) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return candidates[one].words.size() > candidates[other].words.size();
    });
    order.resize(std::min(count, order.size()));
    std::sort(order.begin(), order.end());
    std::vector<Note> notes;
    for (const std::size_t at : order) notes.push_back(candidates[at]);
    return CarriedNotes(std::move(notes));
}

namespace {

/// Takes texts back into the picture, the shortest first, many at a time where that goes.
class Returner {
  public:
    Returner(const std::vector<Note>& candidates, CarriedNotes carried,
             const std::function<bool(const CarriedNotes&)>& fits)
        : candidates_(candidates), best_(std::move(carried)), fits_(fits) {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            stays_.push_back(!best_.number_of(*candidates_[i].text));
            if (!stays_.back()) order_.push_back(i);
        }
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t one, std::size_t other) {
            return candidates_[one].words.size() < candidates_[other].words.size();
        });
    }
    CarriedNotes take() {
        take_back(0, order_.size());
        return std::move(best_);
    }

  private:
    /// A try costs the more, the more texts there are.
    [[nodiscard]] std::size_t most_tries() const {
        constexpr std::size_t least = 20, texts = 12000;
        return std::max(least, texts / candidates_.size());
    }

    void take_back(std::size_t first, std::size_t last) {
        if (first == last || tries_ == most_tries()) return;
        ++tries_;
        for (std::size_t i = first; i < last; ++i) stays_[order_[i]] = true;
        std::vector<Note> rest;
        for (std::size_t i = 0; i < candidates_.size(); ++i)
            if (!stays_[i]) rest.push_back(candidates_[i]);
        CarriedNotes tried(std::move(rest));
        if (fits_(tried)) {
            best_ = std::move(tried);
            return;
        }
        for (std::size_t i = first; i < last; ++i) stays_[order_[i]] = false;
        if (last - first == 1) return;
        const std::size_t middle = (first + last) / 2;
        take_back(first, middle);
        take_back(middle, last);
    }

    const std::vector<Note>& candidates_;
    CarriedNotes best_;
    const std::function<bool(const CarriedNotes&)>& fits_;
    std::vector<bool> stays_;         ///< in the picture, by candidate
    std::vector<std::size_t> order_;  ///< of those carried at first, the shortest first
    std::size_t tries_ = 0;
};

}  // namespace

std::optional<CarriedNotes> carry_fewest(const std::vector<Note>& candidates,
                                         const std::function<bool(const CarriedNotes&)>& fits) {
    std::size_t low = 0, high = candidates.size();
    CarriedNotes best = carry_longest(candidates, high);
    if (!fits(best)) return std::nullopt;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        CarriedNotes tried = carry_longest(candidates, middle);
        if (fits(tried)) {
            best = std::move(tried);
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return Returner(candidates, std::move(best), fits).take();
}

Diagnostic nothing_carried(const Journey& journey, const std::string& why) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::warning;
    diagnostic.id = "no-notes";
    diagnostic.where = journey.title.where;
    diagnostic.message = "no text stands on pages of notes: " + why;
    return diagnostic;
}

}  // namespace cjm::render
