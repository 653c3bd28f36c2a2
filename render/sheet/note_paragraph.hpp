// Owns: how a sheet refers to texts that stand in the notes. Must not know: which they are.
#pragma once
#include <cstddef>
#include <vector>

#include "render/sheet/text_block.hpp"
#include "render/sheet/tokens.hpp"
#include "render/theme.hpp"

namespace cjm::render::sheet {

/// The mark of the notes and the numbers under which the texts stand there. numbers  ascending
[[nodiscard]] Paragraph note_paragraph(const Tokens& tokens, const Theme& theme,
                                       const std::vector<std::size_t>& numbers);

}  // namespace cjm::render::sheet
