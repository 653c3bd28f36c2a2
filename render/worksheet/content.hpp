// Owns: what all parts of a worksheet are made from. Must not know: pages.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "render/flow/scene.hpp"
#include "render/map/plan.hpp"
#include "render/notes/note.hpp"
#include "render/sheet/sheet.hpp"

namespace cjm::render::worksheet {

struct Content {
    const flow::Scene& scene;
    const map::Plan& plan;
    sheet::Tokens tokens{};
    CarriedNotes carried = {};  ///< texts that stand as numbers
};

enum class Step : std::uint8_t { investigate, observe, personalise, surprise };

struct Prompt {
    Step step;
    Message words;
};

/// The rows of a worksheet from the top down.
enum class RowKind : std::uint8_t { touchpoints, does, thinks, curve, pains, ideas, count_ };
inline constexpr std::size_t row_kinds = static_cast<std::size_t>(RowKind::count_);

/// How the sheet is filled, in its natural size.
struct Filling {
    double note = 20;         ///< side of a box, millimetres
    std::size_t prompts = 2;  ///< questions for each row, at most
    std::array<std::size_t, row_kinds> lines{1, 1, 1, 1, 1, 1};  ///< of boxes; curve: 1
};

/// The questions of a row, so many at most; each names its step.
[[nodiscard]] std::string prompts_of(const Content& content, RowKind row, std::size_t most);
/// Those of the persona.
[[nodiscard]] std::string persona_prompts(const Content& content, std::size_t most);

/// Columns of the map as rows of boxes; headings as the map has them.
[[nodiscard]] sheet::Sheet make_sheet(const Content& content, const Filling& filling);

}  // namespace cjm::render::worksheet
