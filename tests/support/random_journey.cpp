#include "tests/support/random_journey.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/format.h>

namespace cjm::testing {
namespace {

class Writer {
  public:
    Writer(std::uint64_t seed, const RandomJourneyOptions& options)
        : state_(seed * 0x9E3779B97F4A7C15ull + 1), options_(options) {}

    std::string write() {
        journey();
        goodwill();
        cause_and_stages();
        personas();
        for (int i = 0; i < options_.touchpoints; ++i) touchpoint(i);
        outcomes();
        if (options_.scenario) scenario();
        return text_;
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    /// splitmix64: small, and the same everywhere
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    double uniform(double low, double high) {
        return low + (high - low) * static_cast<double>(bits() >> 11) * 0x1p-53;
    }
    int whole(int low, int high) {
        return low + static_cast<int>(bits() % static_cast<std::uint64_t>(high - low + 1));
    }
    bool chance(double p) { return uniform(0, 1) < p; }

    std::string touchpoint_id(int i) const {
        return i % 3 == 2 ? fmt::format("điểm-{}", i) : fmt::format("t{}", i);
    }
    std::string any_touchpoint() { return touchpoint_id(whole(0, options_.touchpoints - 1)); }
    std::string end_id() {
        static constexpr const char* ids[] = {"won", "also-won", "competitor"};
        return ids[whole(0, 2)];
    }

    void journey() {
        line("[journey]\ntitle = \"Ngẫu nhiên\"\nlanguage = \"{}\"\ncurrency = \"EUR\"",
             chance(0.5) ? "en" : "vi");
        if (chance(0.5))
            line("start = \"t0\"");
        else
            line("start = {{ t0 = 0.75, \"{}\" = 0.25 }}", touchpoint_id(options_.touchpoints - 1));
        if (options_.horizon) {
            line("horizon = \"{} d\"\nghost_after = \"5 d\"", whole(5, 40));
            if (chance(0.3)) line("success = [\"won\", \"in_progress\"]");
        }
        line("acquisition_cost = {:.2f}", uniform(0, 3));
    }

    void goodwill() {
        line(
            "[goodwill]\ngood = {}\nbad = {}\nfloor = {}\nceiling = {}\nhazard_ratio = "
            "{:.3f}\nfade = {:.2f}",
            whole(0, 3), -whole(1, 14), -whole(12, 60), whole(5, 60), uniform(0.6, 3),
            chance(0.5) ? 0.0 : uniform(0.05, 0.6));
        line("[friction]\ngoodwill = {}\neffort = {:.1f}", -whole(0, 5), uniform(0, 2));
    }

    void cause_and_stages() {
        line("[[cause]]\nid = \"moved\"");
        line("[[stage]]\nid = \"before\"\n[[stage]]\nid = \"sau\"\ntitle = \"Sau khi mua\"");
    }

    void personas() {
        personas_ = whole(1, 3);
        static constexpr double shares[3][3] = {{1, 0, 0}, {0.6, 0.4, 0}, {0.5, 0.3, 0.2}};
        for (int i = 0; i < personas_; ++i) {
            line("[[persona]]\nid = \"p{}\"\nshare = {}", i, shares[personas_ - 1][i]);
            if (chance(0.4)) line("goodwill = {}", whole(-5, 5));
            if (chance(0.6))
                line(
                    "hazard = {{ price = {:.2f}, dissatisfaction = {:.2f}, delay = {:.2f}, moved = "
                    "{:.2f} }}",
                    uniform(0.5, 2), uniform(0.5, 2), chance(0.2) ? 0.0 : uniform(0.5, 3),
                    uniform(0, 2));
            if (chance(0.3)) line("start = \"{}\"", any_touchpoint());
        }
    }

    void experience() {
        const double bad = uniform(0, 0.5);
        line("experience = {{ good = {:.4f}, bad = {:.4f} }}", uniform(0, 0.99 - bad), bad);
    }

    /// Two or three distinct targets, an outcome among them, that sum to at most 0.95.
    std::vector<std::string> some_targets() {
        std::vector<std::string> targets{end_id()};
        for (int k = whole(1, 2); k > 0; --k) {
            auto target = any_touchpoint();
            if (std::find(targets.begin(), targets.end(), target) == targets.end())
                targets.push_back(target);
        }
        if (chance(0.5)) std::reverse(targets.begin(), targets.end());
        return targets;
    }

    std::string shares_of(const std::vector<std::string>& targets) {
        std::string entries;
        for (const auto& target : targets)
            fmt::format_to(std::back_inserter(entries), "{}\"{}\" = {:.5f}",
                           entries.empty() ? "" : ", ", target,
                           uniform(0.02, 0.95 / static_cast<double>(targets.size())));
        return entries;
    }

    void next(const std::vector<std::string>& targets) {
        if (chance(0.7)) {
            line("next = {{ {} }}", shares_of(targets));
            return;
        }
        std::string entries;
        for (const auto& target : targets)
            fmt::format_to(std::back_inserter(entries), "\"{}\" = {}, ", target, whole(1, 300));
        line("counts = {{ {}leave = {} }}", entries, whole(40, 200));
    }

    std::string wait_text() {
        const double mean = uniform(0.2, 8), sd = mean * uniform(0.1, 1.4);
        switch (whole(0, 6)) {
            case 0:
                return fmt::format("\"{:.2f} d\"", mean);
            case 1:
                return fmt::format("{{ distribution = \"exponential\", mean = \"{:.3f} d\" }}",
                                   mean);
            case 2:
                return fmt::format(
                    "{{ distribution = \"uniform\", low = \"{:.3f} h\", high = \"{:.3f} d\" }}",
                    mean, mean);
            case 3:
                return fmt::format(
                    "{{ distribution = \"lognormal\", mean = \"{:.3f} d\", sd = \"{:.3f} d\" }}",
                    mean, sd);
            case 4:
                return fmt::format(
                    "{{ distribution = \"gamma\", mean = \"{:.3f} d\", sd = \"{:.3f} d\" }}", mean,
                    sd);
            case 5:
                return fmt::format(
                    "{{ distribution = \"weibull\", shape = {:.3f}, scale = \"{:.3f} d\" }}",
                    uniform(0.8, 3), mean);
            default:
                return fmt::format(
                    "{{ distribution = \"pert\", low = \"{:.3f} d\", likely = \"{:.3f} d\", high = "
                    "\"{:.3f} d\" }}",
                    mean, mean * 1.5, mean * 4);
        }
    }

    void waits(const std::vector<std::string>& targets) {
        if (!options_.waits) return;
        std::string wait, patience;
        for (const auto& target : targets) {
            if (chance(0.7)) wait += fmt::format("\"{}\" = {}, ", target, wait_text());
            if (chance(0.4))
                patience += fmt::format("\"{}\" = \"{:.2f} d\", ", target, uniform(1, 20));
        }
        if (!wait.empty()) line("wait = {{ {} }}", wait.substr(0, wait.size() - 2));
        if (!patience.empty()) line("patience = {{ {} }}", patience.substr(0, patience.size() - 2));
    }

    void amounts() {
        if (chance(0.7))
            line(
                "causes = {{ dissatisfaction = {:.2f}, price = {:.2f}, moved = {:.2f}, neglect = "
                "{:.2f} }}",
                uniform(0.1, 2), uniform(0, 1), chance(0.3) ? 0.0 : uniform(0, 1), uniform(0, 1));
        if (chance(0.7)) line("silent = {:.3f}", uniform(0, 1));
        if (chance(0.6)) line("effort = {:.2f}", uniform(0, 3));
        if (chance(0.6)) line("cost = {:.2f}", uniform(0, 5));
        if (chance(0.3)) line("revenue = {:.2f}", uniform(1, 50));
        if (chance(0.3)) line("weight = {}", whole(1, 3));
    }

    void touchpoint(int i) {
        static constexpr const char* channels[] = {"web", "điện thoại", "shop", ""};
        line("[[touchpoint]]\nid = \"{}\"\nstage = \"{}\"\nchannel = \"{}\"", touchpoint_id(i),
             i * 2 < options_.touchpoints ? "before" : "sau", channels[whole(0, 3)]);
        line("owner = \"{}\"\ntags = [\"{}\"]", i % 4 == 0 ? "partner" : "us",
             i % 2 ? "odd" : "even");
        auto targets = some_targets();
        if (i + 1 < options_.touchpoints &&
            std::find(targets.begin(), targets.end(), touchpoint_id(i + 1)) == targets.end())
            targets.push_back(touchpoint_id(i + 1));
        experience();
        next(targets);
        amounts();
        waits(targets);
        if (chance(0.3)) line("seamless = {{ \"{}\" = {} }}", targets.front(), chance(0.7));
        if (chance(0.3)) line("after.bad.next = {{ {} }}", shares_of(targets));
        if (chance(0.2)) line("after.good.next = {{ {} }}", shares_of(targets));
        for (int p = 0; p < personas_; ++p)
            if (chance(0.25)) own_behaviour(i, p, targets);
    }

    void own_behaviour(int, int persona, const std::vector<std::string>& targets) {
        line("[touchpoint.for.p{}]", persona);
        if (chance(0.5)) experience();
        if (chance(0.4)) next(targets);
        if (chance(0.2)) line("after.neutral.next = {{ {} }}", shares_of(targets));
        if (chance(0.4)) amounts();
        if (chance(0.4)) waits(targets);
    }

    void outcomes() {
        line(
            "[[outcome]]\nid = \"won\"\nkind = \"success\"\n[[outcome]]\nid = \"also-won\"\nkind = "
            "\"success\"");
        line("[[outcome]]\nid = \"competitor\"\nkind = \"lost\"");
    }

    void scenario() {
        line(
            "[[scenario]]\nid = \"redesign\"\ncost = 100\ncost_per_customer = 0.25\nhazard = {{ "
            "price = {:.2f}, delay = {:.2f} }}",
            uniform(0.3, 1.2), uniform(0.3, 1.2));
        line(
            "[[scenario.each]]\nwhere = {{ tag = \"odd\" }}\nbad = {:.2f}\ngood = {:.2f}\nleave = "
            "{:.2f}",
            uniform(0, 1.5), uniform(0.8, 1.6), uniform(0.3, 1.3));
        line(
            "[[scenario.each]]\nwait = {:.2f}\ncost = 1.5\ncost_add = 0.5\neffort = 0.5\npatience "
            "= 2\nrevenue = 1.1",
            uniform(0.3, 1.2));
        line("[scenario.touchpoint.t0]");
        experience();
        line("next = {{ chat = 0.3, t1 = 0.4, won = 0.1 }}");
        line("[scenario.touchpoint.t0.after.bad]\nnext = {{ chat = 0.5 }}");
        line("[scenario.touchpoint.t0.for.p0]\nsilent = 0.5");
        line(
            "[scenario.touchpoint.chat]\nnew = true\nstage = \"sau\"\nchannel = \"web\"\nnext = {{ "
            "t1 = 0.6, also-won = 0.2 }}");
        line("experience = {{ good = 0.5, bad = 0.1 }}\nwait = {{ t1 = \"6 h\" }}");
    }

    std::uint64_t state_;
    RandomJourneyOptions options_;
    std::string text_;
    int personas_ = 1;
};

}  // namespace

std::string random_journey(std::uint64_t seed, const RandomJourneyOptions& options) {
    return Writer(seed, options).write();
}

}  // namespace cjm::testing
