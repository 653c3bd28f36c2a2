// Owns: a TOML file as an ordered tree with places. Must not know: journeys; the TOML library stays
// in the .cpp.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace cjm::detail {

struct Member;
struct Value;
struct Date {};  ///< any date or time of TOML; a journey holds none
using List = std::vector<Value>;
using Members = std::vector<Member>;  ///< of a table, in the file's order

/// A value of the file and where it stands: a scalar or list where it is written, a table at its
/// header.
struct Value {
    std::variant<std::string, std::int64_t, double, bool, Date, List, Members> content;
    SourceSpan where;
    bool in_braces = false;  ///< a table written as `{ … }`

    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&content); }
    [[nodiscard]] const std::int64_t* integer() const {
        return std::get_if<std::int64_t>(&content);
    }
    [[nodiscard]] const double* number() const { return std::get_if<double>(&content); }
    [[nodiscard]] const bool* flag() const { return std::get_if<bool>(&content); }
    [[nodiscard]] const List* list() const { return std::get_if<List>(&content); }
    [[nodiscard]] const Members* table() const { return std::get_if<Members>(&content); }
};

/// `name = value`, or a table under its name.
struct Member {
    std::string name;
    SourceSpan where;  ///< of the name
    Value value;
};

/// The file as a tree, its root a table; or the one diagnostic why it is no TOML file: too large,
/// not UTF-8, nested too deeply, a syntax error.
[[nodiscard]] Parsed<Value> read_document(const std::shared_ptr<const SourceText>& source);

}  // namespace cjm::detail
