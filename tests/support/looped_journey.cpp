#include "tests/support/looped_journey.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace cjm::testing {
namespace {

class Writer {
  public:
    Writer(std::uint64_t seed, const LoopedJourneyOptions& options)
        : state_(seed * 0x9E3779B97F4A7C15ull + 1), options_(options) {}

    std::string write() {
        text_ = "[journey]\ntitle = \"Loops\"\nstart = \"t0\"\n";
        for (int stage = 0; stage * options_.loop < options_.touchpoints; ++stage)
            line("[[stage]]\nid = \"s{}\"", stage);
        for (int persona = 0; persona < options_.personas; ++persona)
            line("[[persona]]\nid = \"p{}\"\nshare = {:.17g}", persona, 1.0 / options_.personas);
        for (int i = 0; i < options_.touchpoints; ++i) touchpoint(i);
        line("[[outcome]]\nid = \"done\"\nkind = \"success\"");
        return text_;
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    double uniform(double low, double high) {  // splitmix64
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return low + (high - low) * static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
    }

    /// Mostly on to the next, some back within the loop, some over the next one.
    void touchpoint(int i) {
        const int first = i - i % options_.loop;
        const int last = std::min(first + options_.loop, options_.touchpoints) - 1;
        const auto id = [&](int j) {
            return j < options_.touchpoints ? fmt::format("t{}", j) : std::string("done");
        };
        const int back =
            i == last ? first : first + static_cast<int>(uniform(0, i - first + 0.999));
        const double leave = uniform(0.01, 0.08), returning = uniform(0.1, 0.4);
        const double over = i == last ? 0 : uniform(0.05, 0.2);
        line("[[touchpoint]]\nid = \"t{}\"\nstage = \"s{}\"", i, i / options_.loop);
        line("experience = {{ good = {:.6f}, bad = {:.6f} }}", uniform(0.2, 0.6),
             uniform(0.02, 0.2));
        std::string next = fmt::format("{} = {:.6f}, {} = {:.6f}", id(i + 1),
                                       1 - leave - returning - over, id(back), returning);
        if (over > 0 && i + 2 != back) next += fmt::format(", {} = {:.6f}", id(i + 2), over);
        line("next = {{ {} }}\ncost = {:.3f}", next, uniform(0, 2));
        line("wait = {{ {} = {{ distribution = \"exponential\", mean = \"{:.3f} d\" }} }}",
             id(back), uniform(0.1, 5));
        if (options_.sells && i % 10 == 9) line("revenue = {:.2f}", uniform(5, 50));
    }

    std::uint64_t state_;
    LoopedJourneyOptions options_;
    std::string text_;
};

}  // namespace

std::string looped_journey(std::uint64_t seed, const LoopedJourneyOptions& options) {
    return Writer(seed, options).write();
}

}  // namespace cjm::testing
