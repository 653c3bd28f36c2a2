// Owns: which random word decides what, and where words come from. Must not know: journeys, what
// the decisions lead to.
#pragma once
#include <array>
#include <cstdint>

#include <Random123/threefry.h>

namespace cjm::simulate {

/// Name of the generator, as results state it.
inline constexpr const char* generator_name = "threefry4x32-20";

/// What the words of one visit decide, by position: word p % 4 of block p / 4. Only ever appended
/// to, since every figure hangs on it. `silent` and `wait` share a word: who leaves does not wait.
enum class VisitPurpose : std::uint8_t {
    experience = 0,
    leave = 1,  ///< whether, and out of which cause
    edge = 2,   ///< which target
    silent = 3,
    wait = 3,
    patience = 4,
    silent_after_patience = 5,
};

/// What the words of a customer decide before the first visit, and when asked at the end; their key
/// is that of the empty name.
enum class CustomerPurpose : std::uint8_t {
    persona = 0,
    start = 1,
    response = 4,  ///< whether they answer a survey
    csat = 5,
    nps = 6,
    ces = 7,
};

/// The block of a customer's words that a survey is answered by.
inline constexpr std::uint32_t survey_block = 1;

/// Four random words.
using WordBlock = std::array<std::uint32_t, 4>;

/// The random words of a run: a pure function of the seed and the place of the draw.
///
/// Threefry4x32 with 20 rounds (Salmon et al. 2011) under the key {seed, luck}, the counter
/// {customer, visit, block}; 64-bit halves with the low word first. No state: any order, any
/// thread.
class ThreefryWords {
  public:
    explicit ThreefryWords(std::uint64_t seed) : seed_(seed) {}

    /// luck   what stands for the touchpoint's name, see luck.hpp
    /// visit  how often the customer was there before
    [[nodiscard]] WordBlock operator()(std::uint64_t luck, std::uint64_t customer,
                                       std::uint32_t visit, std::uint32_t block) const {
        const threefry4x32_key_t key{{low(seed_), high(seed_), low(luck), high(luck)}};
        const threefry4x32_ctr_t counter{{low(customer), high(customer), visit, block}};
        const threefry4x32_ctr_t words = threefry4x32_R(20, counter, key);
        return {words.v[0], words.v[1], words.v[2], words.v[3]};
    }

  private:
    static constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
    static constexpr std::uint32_t high(std::uint64_t x) {
        return static_cast<std::uint32_t>(x >> 32U);
    }
    std::uint64_t seed_;
};

}  // namespace cjm::simulate
