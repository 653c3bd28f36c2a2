// Owns: what two languages of a template must share. Must not know: the parser, which templates
// there are.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace cjm::testing {

/// A word of a journey file.
struct ShapeWord {
    std::string
        text;  ///< what both languages have in common, such as "next", "#3", "text" or "12 d"
    bool is_amount = false;  ///< a number of the file's currency
    double amount = 0;       ///< where it is one; `text` is then "amount"
    std::size_t line = 0;    ///< of the file, from 1
};

/// A journey file without comments, word by word: names of its own (ids, tags, channels,
/// attributes) as "#" and the order they are first met in, what people read as "text", numbers and
/// the format's own words as they are. Two files with the same list but for the currency of amounts
/// are the same journey in two languages.
[[nodiscard]] std::vector<ShapeWord> template_shape(std::string_view journey_file);

}  // namespace cjm::testing
