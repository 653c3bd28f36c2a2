// Owns: librsvg's document as a C++ handle. Must not know: what is done with it.
#pragma once
#include <memory>
#include <string>

#include <librsvg/rsvg.h>

namespace cjm::render::detail {

struct UnrefSvg {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
};
using SvgHandle = std::unique_ptr<RsvgHandle, UnrefSvg>;

/// The document; it has no address, so that what it refers to outside itself is not read. On a
/// mistake none, and `why` says what is wrong.
[[nodiscard]] SvgHandle open_svg(const std::string& bytes, std::string& why);

}  // namespace cjm::render::detail
