// Owns: typed indices. Must not know: what they index.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

#include "base/contract.hpp"

namespace cjm {

/// Position of an entry in the list of its kind, 0-based, in the file's order; a type of its own per
/// kind of thing, so that a touchpoint's index cannot be used for a persona. Default: none.
template <class Kind>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}

    [[nodiscard]] constexpr bool has_value() const { return index_ != none; }
    constexpr explicit operator bool() const { return has_value(); }

    /// The index. Expects: has_value().
    [[nodiscard]] constexpr std::size_t index() const {
        CJM_EXPECTS(has_value());
        return index_;
    }
    friend constexpr auto operator<=>(Id, Id) = default;

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t index_ = none;
};

}  // namespace cjm
