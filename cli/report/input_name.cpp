#include "cli/report/input_name.hpp"

#include "base/text_width.hpp"

namespace cjm::cli {
namespace {

/// Takes what stands before the first "." off a path, and the dot.
std::string take_part(std::string& path) {
    const auto dot = path.find('.');
    std::string part = path.substr(0, dot);
    path.erase(0, dot == std::string::npos ? dot : dot + 1);
    return part;
}

}  // namespace

std::string input_name(const JourneyWords& words, const std::string& path) {
    static const std::string of_touchpoint = "touchpoint.", of_persona = "for.";
    if (!path.starts_with(of_touchpoint)) return printable(path);
    std::string rest = path.substr(of_touchpoint.size());
    std::string title = words.touchpoint(take_part(rest));
    if (rest.starts_with(of_persona)) {
        rest.erase(0, of_persona.size());
        title += " (" + words.persona(take_part(rest)) + ")";
    }
    return title + ": " + printable(rest);
}

}  // namespace cjm::cli
