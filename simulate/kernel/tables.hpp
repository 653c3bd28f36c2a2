// Owns: a compiled journey laid out as the fast walk reads it. Must not know: customers.
#pragma once
#include <cstdint>
#include <vector>

#include "simulate/kernel/view.hpp"
#include "simulate/tally/amounts.hpp"

namespace cjm::simulate::kernel {

/// Tables of one journey, shared by all threads of a run. They say what CompiledJourney says, each
/// touchpoint of a persona and each target with its wait in one place.
class Tables {
  public:
    /// journey and amounts must outlive the tables. Cost O(their size).
    Tables(const CompiledJourney& journey, const Amounts& amounts);
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    [[nodiscard]] View view(std::uint64_t seed) const;

  private:
    void add_stops(const CompiledJourney& journey);
    void add_spots(const CompiledJourney& journey);
    void add_edges(const CompiledJourney& journey);
    void add_amounts(const CompiledJourney& journey, const Amounts& amounts);
    [[nodiscard]] Way way(const CompiledJourney& journey, std::uint32_t index);

    View view_;
    std::vector<Spot> spots_;
    std::vector<Way> ways_;
    std::vector<Edge> edges_, patience_;
    std::vector<EdgeFriction> frictions_;
    std::vector<std::uint32_t> below_, last_edge_, patience_of_, leave_below_;
    std::vector<Amount> amounts_;
    std::vector<Stop> stops_;
};

}  // namespace cjm::simulate::kernel
