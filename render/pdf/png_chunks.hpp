// Owns: the chunks of a PNG file that cairo does not write. Must not know: pictures.
#pragma once
#include <string>
#include <string_view>

namespace cjm::render::detail {

/// Chunk "pHYs": how many dots lie in a metre.
[[nodiscard]] std::string physical_size_chunk(double dpi);
/// Chunk "iTXt": UTF-8 words under one of the keywords of the PNG standard, such as "Title".
[[nodiscard]] std::string text_chunk(std::string_view keyword, std::string_view words);
/// The file with chunks put in after its header.
/// expects  a PNG file (contract)
[[nodiscard]] std::string with_chunks(std::string_view png, std::string_view chunks);

}  // namespace cjm::render::detail
