// Owns: a client's logo: what files are taken, how they are checked. Must not know: files on disk,
// where it is drawn.
#pragma once
#include <memory>
#include <optional>
#include <string>

namespace cjm::render {

struct Logo {
    std::shared_ptr<const std::string> png;  ///< made anew from what was read
    std::shared_ptr<const std::string> svg;  ///< as read, or none where a PNG was read
    double aspect = 1;                       ///< width over height, in (1/most_aspect, most_aspect)
};

/// A file of more bytes, or a PNG of more dots, is refused before it is unpacked.
inline constexpr std::size_t logo_byte_limit = 4 << 20;
inline constexpr double logo_dot_limit = 16e6, most_logo_aspect = 20;

struct ReadLogo {
    std::optional<Logo> logo;
    std::string mistake;  ///< what is wrong with the bytes, where there is no logo: "it is ..."
};

/// A logo from the bytes of a PNG or SVG file, told apart by what they begin with. Nothing outside
/// the bytes is read. Never throws for any bytes.
[[nodiscard]] ReadLogo read_logo(const std::string& bytes);

}  // namespace cjm::render
