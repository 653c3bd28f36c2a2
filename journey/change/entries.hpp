// Owns: what the fields of a journey's parts hold, as a list that can be compared. Must not know:
// what differs.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "journey/change/fields.hpp"

namespace cjm {

/// What a field holds, and of what.
struct Entry {
    ChangedField field{};
    std::string of;
    std::optional<Experience> experience;
    FieldValue value;

    [[nodiscard]] bool same_place(const Entry& other) const {
        return std::tie(field, of, experience) == std::tie(other.field, other.of, other.experience);
    }
};
using Entries = std::vector<Entry>;

/// What is the same for all personas at a touchpoint; texts of the map aside.
[[nodiscard]] Entries described(const Touchpoint& touchpoint);

/// Which experiences have a `next` of their own, by Experience.
using OwnNext = std::array<bool, 3>;
[[nodiscard]] OwnNext own_next(const Touchpoint& touchpoint, std::string_view persona);

/// What holds at a touchpoint for a persona, ways aside.
///
/// apart  the experiences whose `next` is told apart; where they have none of their own, that of
///        all holds
[[nodiscard]] Entries behaviour_entries(const PlacedTouchpoint& placed, std::string_view persona,
                                        const OwnNext& apart);

/// What holds on the way to a target for a persona; `apart` as above.
[[nodiscard]] Entries way_entries(const PlacedTouchpoint& placed, std::string_view persona,
                                  std::string_view to, const OwnNext& apart);

/// Where a persona starts.
[[nodiscard]] Entries start_entries(const Journey& journey, const Persona& persona);

/// Who a persona is.
[[nodiscard]] Entries persona_entries(const Journey& journey, const Persona& persona);

/// What is said of a field that is not mentioned.
[[nodiscard]] FieldValue unmentioned(ChangedField field);

}  // namespace cjm
