// Owns: which instruction sets the fast walk is compiled for, and which this machine has. Must not
// know: the walk.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cjm::simulate {

/// What the fast walk may use. All give the same bits; they differ in speed alone.
enum class InstructionSet : std::uint8_t {
    baseline,  ///< whatever the compiler's target has
    avx2,      ///< x86-64-v3
    avx512,    ///< x86-64-v4
};

/// "baseline", "avx2" or "avx512".
[[nodiscard]] std::string_view name_of(InstructionSet set);

/// The set of this name; none of any other.
[[nodiscard]] std::optional<InstructionSet> instruction_set_named(std::string_view name);

/// The sets that this program was compiled for and this machine runs, slowest first. Never empty.
[[nodiscard]] std::vector<InstructionSet> available_instruction_sets();

}  // namespace cjm::simulate
