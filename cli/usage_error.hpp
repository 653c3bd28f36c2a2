// Owns: mistakes on the command line. Must not know: which commands there are.
#pragma once
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cjm::cli {

/// The command line is wrong; what() says how, hint() what to do, in words for the user.
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(const std::string& message, std::string hint = {});
    [[nodiscard]] const std::string& hint() const { return hint_; }

  private:
    std::string hint_;
};

/// The error for a name that is not among those there are: `unknown KIND "TYPED"`, with the nearest
/// right name as the hint, or all of them where none is near and they are few.
[[nodiscard]] UsageError unknown_name(std::string_view kind, std::string_view typed,
                                      std::span<const std::string> names);

/// `did you mean "…"?`, or empty where no name is near.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string> names);

}  // namespace cjm::cli
