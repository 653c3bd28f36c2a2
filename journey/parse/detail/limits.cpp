#include "journey/parse/detail/limits.hpp"

#include <vector>

#include <fmt/format.h>

#include "base/text_place.hpp"

namespace cjm::detail {
namespace {

Diagnostic too_large(const std::shared_ptr<const SourceText>& source) {
    Diagnostic diagnostic;
    diagnostic.id = "file-too-large";
    diagnostic.where.source = source;
    diagnostic.message = fmt::format("the file has {} bytes; a journey file has at most {}",
                                     source->text.size(), largest_file_bytes);
    return diagnostic;
}

// Walks over the tokens of TOML that matter for nesting: strings and comments are skipped.
class NestingScanner {
  public:
    explicit NestingScanner(std::string_view text) : text_(text) {}

    // Byte offset where the nesting becomes too deep; npos if nowhere.
    std::size_t find_too_deep() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'') {
                skip_string(c);
                continue;
            }
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
                continue;
            }
            if (!count(c)) return at_;
            ++at_;
        }
        return std::string_view::npos;
    }

    [[nodiscard]] std::size_t last_open() const {
        return open_.empty() ? std::string_view::npos : open_.back();
    }

  private:
    bool count(char c) {
        if (c == '[' || c == '{') open_.push_back(at_);
        if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
        if (c == '.')
            ++dots_;
        else if (std::string_view("[]{}=,\n").find(c) != std::string_view::npos)
            dots_ = 0;
        return open_.size() <= deepest_brackets && dots_ <= most_dots_in_a_name;
    }

    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool multi_line = text_.substr(at_, 3) == three;
        const bool escapes = quote == '"';
        at_ += multi_line ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\' && escapes) {
                ++at_;
            } else if (multi_line && text_.substr(at_, 3) == three) {
                at_ += 3;
                while (at_ < text_.size() && text_[at_] == quote) ++at_;  // """" may end a string
                return;
            } else if (!multi_line && (c == quote || c == '\n')) {
                ++at_;
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int dots_ = 0;
    std::vector<std::size_t> open_;  // where the brackets that are open were opened
};

}  // namespace

std::size_t find_open_bracket(std::string_view text) {
    NestingScanner scanner(text);
    (void)scanner.find_too_deep();
    return scanner.last_open();
}

std::optional<Diagnostic> find_limit_error(const std::shared_ptr<const SourceText>& source) {
    const std::string_view text = source->text;
    if (text.size() > largest_file_bytes) return too_large(source);
    if (auto error = find_not_text(source, "the journey")) return error;
    if (const auto at = NestingScanner(text).find_too_deep(); at != std::string_view::npos)
        return Diagnostic{
            Severity::error,
            "nested-too-deeply",
            place_of(source, at, 1),
            "tables or lists are nested too deeply here; a journey needs fewer than ten levels",
            "look for a bracket that is opened again and again",
            {}};
    return std::nullopt;
}

}  // namespace cjm::detail
