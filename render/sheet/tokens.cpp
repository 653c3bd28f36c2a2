#include "render/sheet/tokens.hpp"

namespace cjm::render::sheet {
namespace {

TextStyle styled(double size, Weight weight, Colour colour) {
    TextStyle style;
    style.size_pt = size;
    style.weight = weight;
    style.colour = colour;
    return style;
}

}  // namespace

TextStyle Tokens::heading(Colour colour) const {
    return styled(heading_type, Weight::semibold, colour);
}
TextStyle Tokens::label(Colour colour) const {
    return styled(label_type, Weight::semibold, colour);
}
TextStyle Tokens::body(Colour colour) const {
    return styled(body_type, Weight::regular, colour);
}
TextStyle Tokens::small(Colour colour) const {
    return styled(small_type, Weight::regular, colour);
}
TextStyle Tokens::smallest(Colour colour) const {
    return styled(smallest_type, Weight::regular, colour);
}

}  // namespace cjm::render::sheet
