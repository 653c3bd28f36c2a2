// Owns: collecting what is wrong with a file. Must not know: journeys, TOML.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace cjm::detail {

/// Names that could have been meant, and where each is defined (empty: built in, or keys).
struct KnownNames {
    std::vector<std::string> names;
    std::vector<SourceSpan> places;          ///< empty, or one per name
    std::shared_ptr<const KnownNames> more;  ///< further names, after these
};

/// Everything found wrong with a file, put in order at the end.
class Findings {
  public:
    void error(std::string_view id, SourceSpan where, std::string message, std::string hint = {},
               std::vector<Note> notes = {});

    /// An error about a name that is not known: the hint is the nearest known one, else
    /// `otherwise`. The search is put off until it is clear that the error is shown.
    void unknown_name(std::string_view id, SourceSpan where, std::string message,
                      std::string_view typed, std::shared_ptr<const KnownNames> known,
                      std::string otherwise = {});

    [[nodiscard]] bool any() const { return count_ > 0; }

    /// All errors by place; beyond the first 100 only how many more there are. Leaves nothing.
    [[nodiscard]] std::vector<Diagnostic> take();

  private:
    struct Finding {
        Diagnostic diagnostic;
        std::string typed;
        std::shared_ptr<const KnownNames> known;
    };
    void add(Finding finding);

    std::vector<Finding> findings_;
    std::size_t count_ = 0;
};

}  // namespace cjm::detail
