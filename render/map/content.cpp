#include "render/map/content.hpp"

#include <utility>

namespace cjm::render::map {

sheet::Band band_of(std::vector<std::vector<sheet::BlockPtr>> blocks) {
    sheet::Band band;
    for (std::size_t column = 0; column < blocks.size(); ++column)
        if (!blocks[column].empty()) band.cells.push_back({column, 1, std::move(blocks[column])});
    return band;
}

std::string quoted_words(const std::string& words) {
    for (const char* mark : {"“", "”", "\"", "«", "„", "‘", "'"})
        if (words.starts_with(mark)) return words;
    return "“" + words + "”";
}

}  // namespace cjm::render::map
