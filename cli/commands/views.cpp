#include "cli/commands/views.hpp"

#include "render/flow/flow.hpp"

namespace cjm::cli {

const std::vector<std::string>& view_names() {
    static const std::vector<std::string> names{"flow"};
    return names;
}

std::string view_help() {
    return "flow: the graph of touchpoints (the default)";
}

std::vector<std::string> usual_papers(View view, PictureFormat format) {
    switch (view) {
        case View::flow:
            break;
    }
    if (format == PictureFormat::pdf) return {"A3", "A2", "A1", "A0"};
    return {"fit"};
}

std::size_t touchpoint_limit(View view) {
    switch (view) {
        case View::flow:
            break;
    }
    return render::flow_touchpoint_limit;
}

}  // namespace cjm::cli
