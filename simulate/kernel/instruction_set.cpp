#include "simulate/kernel/instruction_set.hpp"

#include <array>

namespace cjm::simulate {
namespace {

constexpr std::array<std::string_view, 3> names{"baseline", "avx2", "avx512"};

}  // namespace

std::string_view name_of(InstructionSet set) {
    return names[static_cast<std::size_t>(set)];
}

std::optional<InstructionSet> instruction_set_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<InstructionSet>(i);
    return std::nullopt;
}

std::vector<InstructionSet> available_instruction_sets() {
    std::vector<InstructionSet> sets{InstructionSet::baseline};
#ifdef CJM_X86_64
    __builtin_cpu_init();
    if (__builtin_cpu_supports("x86-64-v3")) sets.push_back(InstructionSet::avx2);
    if (__builtin_cpu_supports("x86-64-v4")) sets.push_back(InstructionSet::avx512);
#endif
    return sets;
}

}  // namespace cjm::simulate
