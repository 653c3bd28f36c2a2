#include "render/sheet/note_paragraph.hpp"

#include "render/marks.hpp"
#include "render/notes/note.hpp"

namespace cjm::render::sheet {

Paragraph note_paragraph(const Tokens& tokens, const Theme& theme,
                         const std::vector<std::size_t>& numbers) {
    TextStyle style = tokens.small(theme.soft_ink);
    style.weight = Weight::semibold;
    return {note_references(numbers), style, folded_page, Fill{theme.soft_ink}, 0, {}};
}

}  // namespace cjm::render::sheet
