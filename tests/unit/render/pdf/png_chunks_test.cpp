#include "render/pdf/png_chunks.hpp"

#include <catch2/catch.hpp>

#include "base/contract.hpp"

using namespace cjm::render::detail;

TEST_CASE("png chunks: length, type, data and the CRC that zlib gives", "[render][png]") {
    const std::string size("\0\0\0\x09pHYs\0\0\x0b\x13\0\0\x0b\x13\x01\x00\x9a\x9c\x18", 21);
    CHECK(physical_size_chunk(72) == size);
    const std::string words("\0\0\0\x0fiTXtTitle\0\0\0\0\0T\u1EBFt\x58\x45\xb6\x62", 27);
    CHECK(text_chunk("Title", "T\u1EBFt") == words);
}

TEST_CASE("png chunks: come after the header", "[render][png]") {
    const std::string header =
        std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + std::string(17, 'x');
    CHECK(with_chunks(header + "rest", "new") == header + "new" + "rest");
    CHECK_THROWS_AS(with_chunks("no PNG", "new"), cjm::ContractViolation);
}
