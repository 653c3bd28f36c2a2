// Owns: the numbers that stand for touchpoint names in random keys. Must not know: generators,
// journeys.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cjm::simulate {

/// The number that stands for a name (UTF-8, NFC) in random keys: FNV-1a over its bytes, 64 bits,
/// then the finaliser of MurmurHash3 (Appleby), which lets every byte reach every bit.
[[nodiscard]] std::uint64_t luck_of(std::string_view name);

/// One number per name, all distinct, and distinct from that of the empty name, which the draws of
/// customers use.
///
/// names   distinct, not empty
/// hash    `luck_of` outside tests
/// returns hash(name); where an earlier name or the empty one has that number already, the hash of
/// the name
///         with a byte 0xff appended (no text holds one), as often as needed
/// cost    O(n log n)
[[nodiscard]] std::vector<std::uint64_t> distinct_luck(
    std::span<const std::string> names, std::uint64_t (*hash)(std::string_view) = luck_of);

}  // namespace cjm::simulate
