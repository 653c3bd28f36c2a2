// Owns: the names of one kind that a file defines. Must not know: what refers to them.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "journey/model.hpp"
#include "journey/parse/detail/findings.hpp"

namespace cjm::detail {

/// Names of one name space and where each was first defined. Look-up: O(log names).
class Directory {
  public:
    /// Adds a name; gives the place of its first definition where it is there already. An empty
    /// name (an entry whose id could not be read) is not added.
    const SourceSpan* add(const Name& name);
    [[nodiscard]] bool has(const std::string& name) const { return places_.count(name) > 0; }
    /// The names in order of definition, for suggestions.
    [[nodiscard]] std::shared_ptr<const KnownNames> known() const { return known_; }
    /// Names of another directory that are also suggested.
    void suggest_also(const Directory& other) { known_->more = other.known_; }

  private:
    std::map<std::string, SourceSpan> places_;
    std::shared_ptr<KnownNames> known_ = std::make_shared<KnownNames>();
};

}  // namespace cjm::detail
