#include "cli/shipped_list.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace cjm::cli {

std::vector<std::string> names_of(std::span<const ShippedText> texts) {
    std::vector<std::string> names;
    for (const ShippedText& text : texts) names.emplace_back(text.name);
    return names;
}

std::string listed(std::span<const ShippedText> texts, Language language) {
    std::size_t width = 0;
    for (const ShippedText& text : texts) width = std::max(width, text.name.size());
    std::string lines;
    for (const ShippedText& text : texts)
        lines += fmt::format("{:<{}}  {}\n", text.name, width, text.summary(language));
    return lines;
}

bool looks_like_file(const std::string& word) {
    return word.find_first_of("./") != std::string::npos;
}

}  // namespace cjm::cli
