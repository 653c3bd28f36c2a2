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
        : state_(seed * 0x9E3779B97F4A7C15ull + 1),
          more_state_(seed * 0xBF58476D1CE4E5B9ull + 7),
          options_(options) {}

    std::string write() {
        journey();
        goodwill();
        cause_and_stages();
        personas();
        for (int i = 0; i < options_.touchpoints; ++i) touchpoint(i);
        outcomes();
        if (options_.scenario) scenario();
        if (options_.every_key) survey();
        return text_;
    }

  private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    /// splitmix64: small, and the same everywhere
    std::uint64_t bits() { return bits_of(state_); }
    static std::uint64_t bits_of(std::uint64_t& state) {
        std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
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

    /// With `every_key` only; draws of their own, so that the rest of the file stays the same.
    bool more(double p) {
        return options_.every_key && static_cast<double>(bits_of(more_state_) >> 11) * 0x1p-53 < p;
    }
    /// A number, sometimes an uncertain one; `most` bounds what it can be.
    std::string number(double likely, int digits, double most = 1e9) {
        if (!more(0.2)) return fmt::format("{:.{}f}", likely, digits);
        return fmt::format("[{:.{}f}, {:.{}f}, {:.{}f}]", likely * 0.8, digits, likely, digits,
                           std::max(likely, std::min(likely * 1.3, most)), digits);
    }
    std::string days(double likely, int digits) {
        if (!more(0.2)) return fmt::format("\"{:.{}f} d\"", likely, digits);
        return fmt::format("[\"{:.{}f} d\", \"{:.{}f} d\", \"{:.{}f} d\"]", likely * 0.5, digits,
                           likely, digits, likely * 2, digits);
    }

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
        line("acquisition_cost = {}", number(uniform(0, 3), 2));
        if (more(0.5)) line("discount_rate = {}", number(0.1, 2));
        if (more(0.5)) line("customers_per_year = 12000");
        if (!options_.horizon && more(0.4)) line("success = [\"won\"]");
    }

    void goodwill() {
        line(
            "[goodwill]\ngood = {}\nbad = {}\nfloor = {}\nceiling = {}\nhazard_ratio = "
            "{}\nfade = {}",
            whole(0, 3), -whole(1, 14), -whole(12, 60), whole(5, 60), number(uniform(0.6, 3), 3),
            number(chance(0.5) ? 0.0 : uniform(0.05, 0.6), 2, 0.9));
        if (more(0.4)) line("start = -2");
        line("[friction]\ngoodwill = {}\neffort = {}", -whole(0, 5), number(uniform(0, 2), 1));
    }

    void cause_and_stages() {
        line("[[cause]]\nid = \"moved\"");
        line("[[stage]]\nid = \"before\"\n[[stage]]\nid = \"sau\"\ntitle = \"Sau khi mua\"");
        if (more(0.5)) line("does = [\"chờ\"]\nrows = {{ legal = [\"consent\"] }}");
        if (options_.every_key) line("[[row]]\nid = \"legal\"\ntitle = \"Legal\"");
    }

    void personas() {
        personas_ = whole(1, 3);
        static constexpr double shares[3][3] = {{1, 0, 0}, {0.6, 0.4, 0}, {0.5, 0.3, 0.2}};
        for (int i = 0; i < personas_; ++i) {
            line("[[persona]]\nid = \"p{}\"\nshare = {}", i, shares[personas_ - 1][i]);
            if (chance(0.4)) line("goodwill = {}", whole(-5, 5));
            if (chance(0.6))
                line("hazard = {{ price = {}, dissatisfaction = {}, delay = {}, moved = {} }}",
                     number(uniform(0.5, 2), 2), number(uniform(0.5, 2), 2),
                     number(chance(0.2) ? 0.0 : uniform(0.5, 3), 2), number(uniform(0, 2), 2));
            if (chance(0.3))
                line("start = \"{}\"", any_touchpoint());
            else if (more(0.3))
                line("start = {{ {} }}", own_start());
            if (more(0.5))
                line(
                    "title = \"Người {}\"\ngoals = [\"mua\"]\nneeds = [\"help\"]\nfrustrations = "
                    "[\"queues\"]\nquote = \"so\"\nabout = \"x\"",
                    i);
        }
    }

    /// The first two touchpoints and the last, where these are three.
    std::string own_start() const {
        if (options_.touchpoints < 3) return "t0 = 0.8, t1 = 0.2";
        return fmt::format("t0 = 0.5, t1 = 0.2, \"{}\" = 0.3",
                           touchpoint_id(options_.touchpoints - 1));
    }

    void experience() {
        const double bad = uniform(0, 0.5);
        const std::string good = number(uniform(0, 0.99 - bad), 4, 1);
        if (more(0.15)) return line("experience = {{ bad = {:.4f} }}", bad);
        if (more(0.15)) return line("experience = {{ good = {} }}", good);
        line("experience = {{ good = {}, bad = {} }}", good, number(bad, 4, 1));
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
            fmt::format_to(std::back_inserter(entries), "{}\"{}\" = {}",
                           entries.empty() ? "" : ", ", target,
                           number(uniform(0.02, 0.95 / static_cast<double>(targets.size())), 5, 1));
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
                return days(mean, 2);
            case 1:
                return fmt::format("{{ distribution = \"exponential\", mean = {} }}",
                                   days(mean, 3));
            case 2:
                return fmt::format(
                    "{{ distribution = \"uniform\", low = \"{:.3f} h\", high = \"{:.3f} d\" }}",
                    mean, mean);
            case 3:
                return fmt::format("{{ distribution = \"lognormal\", mean = {}, sd = {} }}",
                                   days(mean, 3), days(sd, 3));
            case 4:
                return fmt::format(
                    "{{ distribution = \"gamma\", mean = \"{:.3f} d\", sd = \"{:.3f} d\" }}", mean,
                    sd);
            case 5:
                return fmt::format("{{ distribution = \"weibull\", shape = {}, scale = {} }}",
                                   number(uniform(0.8, 3), 3), days(mean, 3));
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
                patience += fmt::format("\"{}\" = {}, ", target, days(uniform(1, 20), 2));
        }
        if (!wait.empty()) line("wait = {{ {} }}", wait.substr(0, wait.size() - 2));
        if (!patience.empty()) line("patience = {{ {} }}", patience.substr(0, patience.size() - 2));
    }

    void amounts() {
        if (chance(0.7))
            line("causes = {{ dissatisfaction = {}, price = {}, moved = {}, neglect = {} }}",
                 number(uniform(0.1, 2), 2), number(uniform(0, 1), 2),
                 number(chance(0.3) ? 0.0 : uniform(0, 1), 2), number(uniform(0, 1), 2));
        if (chance(0.7)) line("silent = {}", number(uniform(0, 1), 3, 1));
        if (chance(0.6)) line("effort = {}", number(uniform(0, 3), 2));
        if (chance(0.6)) line("cost = {}", number(uniform(0, 5), 2));
        if (chance(0.3)) line("revenue = {}", number(uniform(1, 50), 2));
        if (chance(0.3)) line("weight = {}", whole(1, 3));
        if (more(0.3)) line("refers = {}", number(0.05, 2));
    }

    /// What a map shows and nothing simulates.
    void shown(int i) {
        if (!options_.every_key) return;
        static constexpr const char* moments[] = {"know", "go", "do", "buy"};
        line("title = \"Điểm {}\"\nresponsible = \"Quầy\"\nlinks = [\"https://example.org\"]", i);
        line("moment = \"{}\"\nmoment_of_truth = {}\nemotion = {}", moments[i % 4], more(0.5),
             number(0.5, 1));
        line("evidence = {{ kind = \"survey\", n = 12, source = \"own\" }}");
        for (const char* row : {"does", "thinks", "feels", "pains", "ideas", "evidence_shown",
                                "frontstage", "backstage", "support", "metrics"})
            if (more(0.3)) line("{} = [\"x\"]", row);
        if (more(0.3)) line("rows = {{ legal = [\"consent\"] }}");
    }

    void touchpoint(int i) {
        static constexpr const char* channels[] = {"web", "điện thoại", "shop", ""};
        line("[[touchpoint]]\nid = \"{}\"\nstage = \"{}\"\nchannel = \"{}\"", touchpoint_id(i),
             i * 2 < options_.touchpoints ? "before" : "sau", channels[whole(0, 3)]);
        line("owner = \"{}\"\ntags = [\"{}\"]", i % 4 == 0 ? "partner" : "us",
             i % 2 ? "odd" : "even");
        shown(i);
        auto targets = some_targets();
        if (i + 1 < options_.touchpoints &&
            std::find(targets.begin(), targets.end(), touchpoint_id(i + 1)) == targets.end())
            targets.push_back(touchpoint_id(i + 1));
        if (!more(0.1)) experience();
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
        if (options_.every_key) second_scenario();
    }

    /// Every key of `where`, and replacements that the first scenario has not.
    void second_scenario() {
        line("[[scenario]]\nid = \"second\"\ntitle = \"Lần hai\"");
        for (const char* where : {"id = \"t1\"", "stage = \"sau\"", "channel = \"web\"",
                                  "owner = \"us\"", "moment = \"go\"", "tag = \"even\""})
            line(
                "[[scenario.each]]\nwhere = {{ {} }}\nbad = {}\nleave = {}\nrefers = 1.5\nwait = "
                "{}",
                where, number(1.1, 2), number(0.9, 2), number(0.9, 2));
        line("[[scenario.each]]\nwhere = {{ stage = \"before\", tag = \"odd\" }}\ngood = 1.3");
        line("[scenario.touchpoint.t1]\ncounts = {{ t0 = 20, won = 50, leave = 30 }}\nweight = 2");
        line(
            "causes = {{ price = 1, moved = 1 }}\nsilent = 0.3\nrevenue = 5\ncost = 1\neffort = "
            "0.2");
        if (options_.waits) line("wait = {{ t0 = \"1 d\" }}\npatience = {{ t0 = \"5 d\" }}");
        line("seamless = {{ t0 = true }}\nafter.good.next = {{ won = 0.8 }}");
        line("[scenario.touchpoint.t1.for.p0]\nexperience = {{ good = 0.6, bad = 0.1 }}");
        line("after.neutral.next = {{ t0 = 0.3, competitor = 0.2 }}");
    }

    void survey() {
        line("[survey]\nresponse = {}", number(uniform(0, 1), 2, 1));
        question("csat", uniform(2, 4.5), chance(0.2) ? 0 : uniform(0.3, 2));
        question("nps", uniform(5, 9), chance(0.2) ? 0 : uniform(0.5, 4));
        question("ces", uniform(4, 7), uniform(0.3, 2));
        line("csi = {{ service = [\"t0\", \"t1\"], \"giá\" = [\"{}\", \"t0\"] }}",
             any_touchpoint());
    }
    void question(const char* name, double centre, double spread) {
        line("{} = {{ centre = {}, slope = {}, spread = {} }}", name, number(centre, 2),
             number(uniform(0, 2), 2), number(spread, 2));
    }

    std::uint64_t state_, more_state_;
    RandomJourneyOptions options_;
    std::string text_;
    int personas_ = 1;
};

}  // namespace

std::string random_journey(std::uint64_t seed, const RandomJourneyOptions& options) {
    return Writer(seed, options).write();
}

}  // namespace cjm::testing
