// Owns: a bar on either side of a mark, as text. Must not know: what it stands for.
#pragma once
#include <string>

namespace cjm::cli {

/// Places on an axis from 0 to 1.
struct TornadoBar {
    double mark = 0.5;  ///< drawn as │
    double low = 0.5,
           high = 0.5;  ///< ░ from the mark to low, █ from it to high, the shorter on top
};

/// width  columns, at least 3; blanks are no-break spaces, so that nobody takes them off
[[nodiscard]] std::string tornado_bar(const TornadoBar& bar, int width);

}  // namespace cjm::cli
