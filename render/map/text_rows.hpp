// Owns: the rows of a map that hold the author's texts. Must not know: figures, pages.
#pragma once
#include <vector>

#include "render/map/content.hpp"

namespace cjm::render::map {

/// A built-in row; no bands where nobody filled it.
[[nodiscard]] sheet::Row text_row(const Content& content, BuiltInRow row);
/// The author's own rows that are filled, in the file's order.
[[nodiscard]] std::vector<sheet::Row> own_rows(const Content& content);
/// What backs each touchpoint's numbers; no bands where the file does not say.
[[nodiscard]] sheet::Row evidence_row(const Content& content);

/// How well an evidence is grounded, from 0 (assumed) to 4 (logged), and its mark: a circle filled
/// by quarters.
[[nodiscard]] int evidence_grade(EvidenceKind kind);
[[nodiscard]] sheet::Mark evidence_mark(EvidenceKind kind);
[[nodiscard]] Message evidence_words(EvidenceKind kind);
/// The mark before texts of a row; none = no mark.
[[nodiscard]] sheet::Mark mark_of(BuiltInRow row);
[[nodiscard]] Fill mark_fill(const Theme& theme, BuiltInRow row);
[[nodiscard]] Message label_of(BuiltInRow row);

}  // namespace cjm::render::map
