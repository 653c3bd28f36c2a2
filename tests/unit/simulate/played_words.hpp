// Owns: random words that a test chooses, for branches at their borders. Must not know: the walk.
#pragma once
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include "simulate/random/words.hpp"

namespace cjm::simulate::testing {

/// Plays the given blocks one after the other, and remembers what was asked for; running out fails.
class PlayedWords {
  public:
    struct Call {
        std::uint64_t luck, customer;
        std::uint32_t visit, block;
        friend bool operator==(const Call&, const Call&) = default;
    };

    explicit PlayedWords(std::vector<WordBlock> blocks) : blocks_(std::move(blocks)) {}

    WordBlock operator()(std::uint64_t luck, std::uint64_t customer, std::uint32_t visit,
                         std::uint32_t block) const {
        calls.push_back({luck, customer, visit, block});
        if (calls.size() > blocks_.size()) throw std::out_of_range("no words left to play");
        return blocks_[calls.size() - 1];
    }

    mutable std::vector<Call> calls;

  private:
    std::vector<WordBlock> blocks_;
};

}  // namespace cjm::simulate::testing
