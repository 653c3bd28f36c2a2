#include "render/pdf/png_chunks.hpp"

#include <cmath>
#include <cstdint>

#include "base/contract.hpp"

namespace cjm::render::detail {
namespace {

/// CRC-32 of ISO 3309, as the PNG standard asks (section 5.5), bit by bit: chunks are short.
std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/// Four bytes, the highest first.
std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

std::string chunk(std::string_view type, std::string_view data) {
    const std::string body = std::string(type) + std::string(data);
    return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc32(body));
}

}  // namespace

std::string physical_size_chunk(double dpi) {
    constexpr double inches_per_metre = 1 / 0.0254;
    constexpr char unit_is_metre = 1;
    const std::string dots =
        big_endian(static_cast<std::uint32_t>(std::lround(dpi * inches_per_metre)));
    return chunk("pHYs", dots + dots + unit_is_metre);
}

std::string text_chunk(std::string_view keyword, std::string_view words) {
    // keyword, end, not compressed (two bytes), no language, no translated keyword
    return chunk("iTXt", std::string(keyword) + std::string(5, '\0') + std::string(words));
}

std::string with_chunks(std::string_view png, std::string_view chunks) {
    constexpr std::size_t header_end =
        8 + 4 + 4 + 13 + 4;  // signature; length, type, data, CRC of IHDR
    CJM_EXPECTS(png.size() > header_end && png.substr(12, 4) == "IHDR");
    return std::string(png.substr(0, header_end)) + std::string(chunks) +
           std::string(png.substr(header_end));
}

}  // namespace cjm::render::detail
