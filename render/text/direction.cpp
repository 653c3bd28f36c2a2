#include "render/text/direction.hpp"

#include <utf8proc.h>

namespace cjm::render {

bool is_right_to_left(std::string_view paragraph) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(paragraph.data());
    auto left = static_cast<utf8proc_ssize_t>(paragraph.size());
    while (left > 0) {
        utf8proc_int32_t letter = 0;
        const utf8proc_ssize_t bytes = utf8proc_iterate(at, left, &letter);
        const utf8proc_ssize_t step = bytes > 0 ? bytes : 1;
        at += step;
        left -= step;
        if (bytes <= 0) continue;
        switch (utf8proc_get_property(letter)->bidi_class) {
            case UTF8PROC_BIDI_CLASS_L:
                return false;
            case UTF8PROC_BIDI_CLASS_R:
            case UTF8PROC_BIDI_CLASS_AL:
                return true;
            default:
                break;
        }
    }
    return false;
}

}  // namespace cjm::render
