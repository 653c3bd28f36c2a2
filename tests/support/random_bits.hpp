// Owns: random bits for journeys of tests, the same everywhere. Must not know: journeys.
#pragma once
#include <cstdint>

namespace cjm::testing {

/// splitmix64: small, and the same on every machine.
class RandomBits {
  public:
    explicit RandomBits(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 7) {}

    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    /// In [low, high].
    int whole(int low, int high) {
        return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double p) { return static_cast<double>(bits() >> 11) * 0x1p-53 < p; }

  private:
    std::uint64_t state_;
};

}  // namespace cjm::testing
