#include "journey/parse/detail/directory.hpp"

namespace cjm::detail {

const SourceSpan* Directory::add(const Name& name) {
    if (name.value.empty()) return nullptr;
    const auto [entry, is_new] = places_.emplace(name.value, name.where);
    if (!is_new) return &entry->second;
    known_->names.push_back(name.value);
    known_->places.push_back(name.where);
    return nullptr;
}

}  // namespace cjm::detail
