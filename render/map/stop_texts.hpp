// Owns: texts of several touchpoints in one cell, told apart. Must not know: rows, pages.
#pragma once
#include <vector>

#include "render/map/content.hpp"

namespace cjm::render::map {

/// What a row says of one stop.
struct StopTexts {
    Stop stop;
    std::vector<sheet::Paragraph> paragraphs;
};

/// Texts of stops of one column: each below the card of its stop and with the number that stands on
/// the card; without numbers where the column holds one stop only. texts  of the same column, in
/// the order of its stops, none empty; not empty
[[nodiscard]] sheet::BlockPtr stop_texts(const Content& content, std::vector<StopTexts> texts);

}  // namespace cjm::render::map
