// Owns: texts that a picture carries onto pages of notes, and the numbers that stand for them. Must
// not know: where they stood, pages.
#pragma once
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "journey/model.hpp"

namespace cjm::render {

/// A text of the file that may be carried.
struct Note {
    const Text* text = nullptr;  ///< in the journey, which must outlive the note
    std::string heading;         ///< whose it is: a persona, a stage, a touchpoint
    std::string row;             ///< "Pains"
    std::string words;           ///< as they are printed
};

/// Notes in the order in which they are read, numbered from 1.
class CarriedNotes {
  public:
    CarriedNotes() = default;
    explicit CarriedNotes(std::vector<Note> notes);
    [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
    [[nodiscard]] bool empty() const { return notes_.empty(); }
    /// The number that stands for a text of the journey; none = it stands in the picture itself.
    [[nodiscard]] std::optional<std::size_t> number_of(const Text& text) const;

  private:
    std::vector<Note> notes_;
    std::map<const Text*, std::size_t> numbers_;
};

/// Numbers as a reference prints them: "3, 5–7". numbers  ascending
[[nodiscard]] std::string note_references(const std::vector<std::size_t>& numbers);

/// The longest `count` of the candidates, in their order; of texts alike the first ones.
[[nodiscard]] CarriedNotes carry_longest(const std::vector<Note>& candidates, std::size_t count);
/// About the fewest texts, without which the picture fits: the longest ones, less those that find
/// room nevertheless. None where it does not fit even without all. cost  at most
/// log2(candidates) + 1 calls of `fits`, and 20 or 12000 / candidates more, whichever is greater
[[nodiscard]] std::optional<CarriedNotes> carry_fewest(
    const std::vector<Note>& candidates, const std::function<bool(const CarriedNotes&)>& fits);

/// The warning "no-notes", for when notes were asked for. why  what the picture holds as it is
[[nodiscard]] Diagnostic nothing_carried(const Journey& journey, const std::string& why);

}  // namespace cjm::render
