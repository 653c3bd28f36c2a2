// Owns: packing files into a ZIP archive. Must not know: what they hold.
#pragma once
#include <string>
#include <vector>

namespace cjm::render::detail {

struct ZipMember {
    std::string name, bytes;
};

/// An archive of the members in their order, deflated; all are dated 1980-01-01, so that the same
/// members give the same bytes. errors   std::runtime_error where libzip fails
[[nodiscard]] std::string zip_of(const std::vector<ZipMember>& members);

}  // namespace cjm::render::detail
