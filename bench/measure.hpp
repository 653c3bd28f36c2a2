// Owns: running a program and what it took. Must not know: what it does.
#pragma once
#include <string>
#include <vector>

namespace cjm::bench {

/// What a finished process took.
struct Taken {
    double wall_ms = 0;
    double cpu_ms = 0;   ///< user and system, all threads
    double peak_mb = 0;  ///< largest resident set, 2^20 bytes
};

/// Runs a program to its end, its output thrown away. Throws std::runtime_error where it cannot be
/// started or does not exit with 0.
[[nodiscard]] Taken run_program(const std::vector<std::string>& words);

/// Runs each of some programs by turns, so many rounds; `taken[i]` are those of program i.
[[nodiscard]] std::vector<std::vector<Taken>> run_by_turns(
    const std::vector<std::vector<std::string>>& programs, int rounds);

/// The median of one quantity.
[[nodiscard]] double median(const std::vector<Taken>& taken, double Taken::*quantity);
[[nodiscard]] double least(const std::vector<Taken>& taken, double Taken::*quantity);

}  // namespace cjm::bench
