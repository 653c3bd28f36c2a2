#include "base/hash.hpp"

#include <array>
#include <cstdint>

#include <sha256.h>

namespace cjm {

std::string sha256_hex(std::string_view bytes) {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    SHA256_CTX context{};
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    SHA256End(&context, digits.data());
    return digits.data();
}

}  // namespace cjm
