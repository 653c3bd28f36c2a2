// Owns: what a message is about, in words. Must not know: TOML, values.
#pragma once
#include <string>
#include <string_view>

namespace cjm::detail {

/// A place in the journey as people say it: `cost of touchpoint "book" for "anxious"`. Cheap to
/// make; the words are put together only when a message needs them. Keeps pointers: lives shorter
/// than its parts.
class Subject {
  public:
    /// `[journey]`, or with a name `touchpoint "book"`, without one `this touchpoint`.
    static Subject section(std::string_view header) { return {Form::section, header, {}, nullptr}; }
    static Subject thing(std::string_view kind, std::string_view name,
                         const Subject* within = nullptr) {
        return {Form::thing, kind, name, within};
    }
    /// `cost of …`
    [[nodiscard]] Subject key(std::string_view name) const { return {Form::key, name, {}, this}; }
    /// `"remind" in …`
    [[nodiscard]] Subject entry(std::string_view name) const {
        return {Form::entry, name, {}, this};
    }
    /// `… for "anxious"`
    [[nodiscard]] Subject for_persona(std::string_view name) const {
        return {Form::persona, name, {}, this};
    }

    [[nodiscard]] std::string words() const;

  private:
    enum class Form { section, thing, key, entry, persona };
    Subject(Form form, std::string_view first, std::string_view second, const Subject* parent)
        : form_(form), first_(first), second_(second), parent_(parent) {}

    Form form_;
    std::string_view first_, second_;
    const Subject* parent_;
};

}  // namespace cjm::detail
