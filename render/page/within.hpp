// Owns: which items of a drawing lie in a part of its page. Must not know: why it is asked.
#pragma once
#include <vector>

#include "render/picture.hpp"

namespace cjm::render {

/// Room that the item takes at most, line widths included; of no size for an empty group.
[[nodiscard]] Box reach_of(const Item& item);

/// The group with only the items that may show in the box, groups in it likewise; those without any
/// are gone.
[[nodiscard]] Group within(const Group& group, const Box& box);

/// Whether no item of the group shows in the box.
[[nodiscard]] bool is_free(const Group& group, const Box& box);

}  // namespace cjm::render
