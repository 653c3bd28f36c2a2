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
    return best;
}

}  // namespace cjm::render
