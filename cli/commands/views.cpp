#include "cli/commands/views.hpp"

#include <limits>

#include "render/flow/flow.hpp"
#include "render/map/map.hpp"

namespace cjm::cli {

namespace {

bool is_paged(PictureFormat format) {
    return format == PictureFormat::pdf || format == PictureFormat::pptx;
}

}  // namespace

const std::vector<std::string>& view_names() {
    static const std::vector<std::string> names{"map", "flow", "funnel", "worksheet", "cards"};
    return names;
}

std::string view_help() {
    return "map: the journey map (the default); flow: the graph of touchpoints; funnel: who "
           "reaches "
           "each stage, who leaves there and why, and who is still on the way by day; worksheet: "
           "the "
           "map with empty boxes for a workshop; cards: personas and touchpoints to cut out";
}

std::vector<std::string> usual_papers(View view, PictureFormat format) {
    switch (view) {
        case View::worksheet:
            return {"A1"};
        case View::cards:
            if (is_paged(format)) return {"A4", "A3", "A2"};
            return {"fit"};
        case View::map:
        case View::flow:
        case View::funnel:
            break;
    }
    if (is_paged(format)) return {"A3", "A2", "A1", "A0"};
    return {"fit"};
}

std::size_t touchpoint_limit(View view) {
    switch (view) {
        case View::map:
            return render::map_touchpoint_limit;
        case View::flow:
            return render::flow_touchpoint_limit;
        case View::funnel:
        case View::worksheet:
        case View::cards:
            break;
    }
    return std::numeric_limits<std::size_t>::max();  // the view decides
}

bool needs_numbers(View view) {
    return view == View::funnel;
}

bool shows_numbers(View view) {
    return view != View::worksheet;
}

bool has_notes(View view) {
    return view == View::map || view == View::worksheet;
}

bool marks_changes(View view) {
    return view == View::map || view == View::flow || view == View::funnel;
}

}  // namespace cjm::cli
