#include "simulate/walk/wait_table.hpp"

#include <cmath>
#include <functional>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <catch2/catch.hpp>

using namespace cjm;
using namespace cjm::simulate;

namespace {

struct Moments {
    double mean = 0, variance = 0;
};

/// Mean and variance in days over all 2^32 words, by summing the straight stretches between cell
/// borders.
Moments over_all_words(const WaitTables& tables, std::uint32_t wait) {
    long double mean = 0, square = 0;
    const auto add_straight = [&](std::uint64_t first, std::uint64_t count) {
        const auto at = [&](std::uint64_t word) {
            return static_cast<long double>(
                       wait_ticks(tables, wait, static_cast<std::uint32_t>(word))) /
                   static_cast<long double>(ticks_per_day);
        };
        const long double n = static_cast<long double>(count), a = at(first),
                          b = at(first + count - 1), middle = (a + b) / 2;
        const long double spread = count > 1 ? (b - a) * (b - a) * (n + 1) / (12 * (n - 1)) : 0;
        mean += n * 0x1p-32L * middle;
        square += n * 0x1p-32L * (middle * middle + spread);
    };
    const auto add_stretch = [&](std::uint64_t first, std::uint64_t count) {
        const std::uint64_t parts = count >= 1024 ? 32 : 1;
        for (std::uint64_t part = 0; part < parts; ++part)
            add_straight(first + part * (count / parts), count / parts);
    };
    for (std::uint64_t v = 0; v < 32; ++v) {
        add_stretch(v, 1);
        add_stretch(0xffff'ffffU - v, 1);
    }
    for (unsigned octave = 5; octave < 31; ++octave)
        for (std::uint64_t part = 32; part < 64; ++part) {
            const std::uint64_t count = std::uint64_t{1} << (octave - 5), first = part * count;
            add_stretch(first, count);
            add_stretch(0x1'0000'0000U - first - count, count);
        }
    return {static_cast<double>(mean), static_cast<double>(square - mean * mean)};
}

WaitLaw law_of(WaitKind kind, double mean, double sd = 0) {
    WaitLaw law;
    law.kind = kind;
    law.mean = mean;
    law.sd = sd;
    return law;
}

WaitLaw weibull_law(double shape, double scale) {
    WaitLaw law;
    law.kind = WaitKind::weibull;
    law.shape = shape;
    law.scale = scale;
    return law;
}

WaitLaw bounded_law(WaitKind kind, double low, double likely, double high) {
    WaitLaw law;
    law.kind = kind;
    law.low = low;
    law.likely = likely;
    law.high = high;
    return law;
}

/// One wait with its tables.
struct Sampled {
    explicit Sampled(const WaitLaw& law) {
        WaitTableBuilder builder;
        wait = builder.add(law);
        tables = builder.take();
    }
    [[nodiscard]] double quantile_days(double probability) const {
        const auto word = static_cast<std::uint32_t>(probability * 0x1p32);
        return static_cast<double>(wait_ticks(tables, wait, word)) / ticks_per_day;
    }
    std::uint32_t wait = 0;
    WaitTables tables;
};

void check_moments(const WaitLaw& law, double mean, double variance, double tolerance = 1e-4) {
    const Sampled sampled(law);
    const Moments moments = over_all_words(sampled.tables, sampled.wait);
    CAPTURE(mean, variance);
    CHECK(std::fabs(moments.mean / mean - 1) < tolerance / 100);
    CHECK(std::fabs(moments.variance / variance - 1) < tolerance);
}

void check_quantiles(const WaitLaw& law, const std::function<double(double)>& truth) {
    const Sampled sampled(law);
    for (const double p :
         {0.01, 0.1, 0.123, 0.25, 0.4999, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999}) {
        CAPTURE(p, sampled.quantile_days(p), truth(p));
        CHECK(std::fabs(sampled.quantile_days(p) / truth(p) - 1) < 1e-3);
    }
}

/// Below the 1st percentile what is stored of the longest wait counts too, and whole milliseconds.
void check_small_quantiles(const WaitLaw& law, const std::function<double(double)>& truth) {
    const Sampled sampled(law);
    const double longest = sampled.quantile_days(1 - 0x1p-32);
    for (const double p : {1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
        // the word found for p stands for the middle of its share
        const double word = std::floor(p * 0x1p32), exact = truth((word + 0.5) * 0x1p-32);
        CAPTURE(p, sampled.quantile_days(p), exact);
        CHECK(std::fabs(sampled.quantile_days(p) - exact) <=
              1e-3 * exact + 1 / ticks_per_day + 0x1p-32 * longest);
    }
}

}  // namespace

TEST_CASE("wait: the cells of a shape follow each other in the order of the words",
          "[simulate][wait]") {
    CHECK(place_in_shape(0).cell == 0);
    CHECK(place_in_shape(31).cell == 31);
    CHECK(place_in_shape(63).cell == 63);
    CHECK(place_in_shape(64).cell == 64);
    CHECK(place_in_shape(65).cell == 64);
    CHECK(place_in_shape(65).fraction == 1U << 31);
    CHECK(place_in_shape(0x7fff'ffffU).cell == WaitTables::cells_per_half - 1);
    CHECK(place_in_shape(0x8000'0000U).cell == WaitTables::cells_per_half);
    CHECK(place_in_shape(0x8000'0000U).fraction == 0);
    CHECK(place_in_shape(0xffff'ffffU).cell == WaitTables::cells_per_shape - 1);
    for (std::uint32_t word = 0; word < 0xff00'0000U; word += 0x0010'0123U) {
        const WaitPlace here = place_in_shape(word), there = place_in_shape(word + 1);
        const bool onward =
            there.cell == here.cell ? there.fraction > here.fraction : there.cell == here.cell + 1;
        CHECK(onward);
    }
}

TEST_CASE("wait: exponential, moments and quantiles", "[simulate][wait]") {
    const WaitLaw law = law_of(WaitKind::exponential, 2);
    check_moments(law, 2, 4, 1e-6);
    check_quantiles(law, [](double p) { return -2 * std::log1p(-p); });
}

TEST_CASE("wait: uniform, moments and ends", "[simulate][wait]") {
    const WaitLaw law = bounded_law(WaitKind::uniform, 1, 0, 4);
    check_moments(law, 2.5, 0.75, 1e-6);
    check_quantiles(law, [](double p) { return 1 + 3 * p; });
    const Sampled sampled(law);
    CHECK(wait_ticks(sampled.tables, sampled.wait, 0) == Ticks{86'400'000});
    CHECK(wait_ticks(sampled.tables, sampled.wait, 0xffff'ffffU) == Ticks{4 * 86'400'000});
}

TEST_CASE("wait: lognormal, moments and quantiles up to sd / mean of 1.5", "[simulate][wait]") {
    for (const double cv : {0.0005, 0.002, 0.019, 0.02, 0.1, 0.5, 1.0, 1.5}) {
        CAPTURE(cv);
        const WaitLaw law = law_of(WaitKind::lognormal, 5, 5 * cv);
        check_moments(law, 5, 25 * cv * cv);
        const double variance = std::log1p(cv * cv);
        const boost::math::lognormal truth(std::log(5) - variance / 2, std::sqrt(variance));
        check_quantiles(law, [&](double p) { return quantile(truth, p); });
    }
}

TEST_CASE("wait: lognormal of mean 5 and sd / mean of a half, by its closed form",
          "[simulate][wait]") {
    const Sampled sampled(law_of(WaitKind::lognormal, 5, 2.5));
    CHECK(sampled.quantile_days(0.5) == Approx(4.472135955).epsilon(1e-4));
    CHECK(sampled.quantile_days(0.9) == Approx(8.192723621).epsilon(1e-4));
}

TEST_CASE("wait: heavier tails keep the mean and say what they lose", "[simulate][wait]") {
    const auto moments = [](double cv) {
        const Sampled sampled(law_of(WaitKind::lognormal, 5, 5 * cv));
        return over_all_words(sampled.tables, sampled.wait);
    };
    CHECK(moments(3).mean == Approx(5).epsilon(1e-6));
    CHECK(moments(3).variance == Approx(225).epsilon(2e-4));
    CHECK(moments(10).mean == Approx(5).epsilon(1e-5));
    CHECK(moments(10).variance == Approx(2500).epsilon(0.01));
    CHECK(moments(50).mean == Approx(5).epsilon(1e-4));
}

TEST_CASE("wait: gamma, moments and quantiles up to sd / mean of 1.5", "[simulate][wait]") {
    for (const double cv : {0.005, 0.02, 0.5, 1.0, 1.5}) {
        CAPTURE(cv);
        const WaitLaw law = law_of(WaitKind::gamma, 8, 8 * cv);
        check_moments(law, 8, 64 * cv * cv);
        const boost::math::gamma_distribution<> truth(1 / (cv * cv), 8 * cv * cv);
        check_quantiles(law, [&](double p) { return quantile(truth, p); });
    }
}

TEST_CASE("wait: weibull, moments and quantiles", "[simulate][wait]") {
    for (const double shape : {0.69, 1.5, 5.0, 49.0, 51.0, 1e4, 1e6}) {
        CAPTURE(shape);
        const WaitLaw law = weibull_law(shape, 10);
        const boost::math::weibull truth(shape, 10);
        check_moments(law, mean(truth), variance(truth));
        check_quantiles(law, [&](double p) { return quantile(truth, p); });
    }
    check_moments(weibull_law(1.5, 10), 9.02745293, 37.56902848, 1e-5);
    CHECK(Sampled(weibull_law(1.5, 10)).quantile_days(0.9) == Approx(17.43721514).epsilon(1e-4));
}

TEST_CASE("wait: quantiles below the 1st percentile, of laws that are powers near 0 too",
          "[simulate][wait]") {
    for (const double cv : {0.5, 1.0, 1.5}) {
        CAPTURE(cv);
        const boost::math::gamma_distribution<> gamma(1 / (cv * cv), 8 * cv * cv);
        check_small_quantiles(law_of(WaitKind::gamma, 8, 8 * cv),
                              [&](double p) { return quantile(gamma, p); });
        const double variance = std::log1p(cv * cv);
        const boost::math::lognormal lognormal(std::log(8) - variance / 2, std::sqrt(variance));
        check_small_quantiles(law_of(WaitKind::lognormal, 8, 8 * cv),
                              [&](double p) { return quantile(lognormal, p); });
    }
    for (const double shape : {0.69, 1.5, 5.0}) {
        CAPTURE(shape);
        const boost::math::weibull truth(shape, 10);
        check_small_quantiles(weibull_law(shape, 10), [&](double p) { return quantile(truth, p); });
    }
}

TEST_CASE("wait: pert, moments and quantiles", "[simulate][wait]") {
    check_moments(bounded_law(WaitKind::pert, 1, 3, 11), 4, 3, 1e-5);
    const Sampled sampled(bounded_law(WaitKind::pert, 1, 3, 11));
    CHECK(sampled.quantile_days(0.1) == Approx(1.899021305).epsilon(1e-4));
    CHECK(sampled.quantile_days(0.9) == Approx(6.453340504).epsilon(1e-4));
    for (const double likely : {1.0, 6.0, 11.0}) {
        const WaitLaw law = bounded_law(WaitKind::pert, 1, likely, 11);
        const boost::math::beta_distribution<> truth(1 + 0.4 * (likely - 1),
                                                     5 - 0.4 * (likely - 1));
        check_quantiles(law, [&](double p) { return 1 + 10 * quantile(truth, p); });
    }
}

TEST_CASE("wait: the moments of independent waits add up", "[simulate][wait]") {
    const std::array laws{law_of(WaitKind::exponential, 2), law_of(WaitKind::gamma, 8, 4),
                          law_of(WaitKind::lognormal, 5, 2.5), law_of(WaitKind::fixed, 1)};
    Moments sum;
    for (const WaitLaw& law : laws) {
        const Sampled sampled(law);
        const Moments one = over_all_words(sampled.tables, sampled.wait);
        sum.mean += one.mean;
        sum.variance += one.variance;
    }
    CHECK(sum.mean == Approx(16).epsilon(1e-6));
    CHECK(sum.variance == Approx(26.25).epsilon(1e-5));
}

TEST_CASE("wait: fixed waits are exact to the tick, for every word", "[simulate][wait]") {
    for (const double days : {1.0, 10.0, 1.0 / 3, 0.5 / 86'400, 36'500.0}) {
        const Sampled sampled(law_of(WaitKind::fixed, days));
        for (const std::uint32_t word : {0U, 77U, 0x7fff'ffffU, 0x8000'0000U, 0xffff'ffffU})
            CHECK(wait_ticks(sampled.tables, sampled.wait, word) ==
                  std::llround(days * ticks_per_day));
    }
}

TEST_CASE("wait: nothing to wait for is no wait", "[simulate][wait]") {
    CHECK(Sampled(law_of(WaitKind::fixed, 0)).wait == no_wait);
    CHECK(Sampled(law_of(WaitKind::lognormal, 0)).wait == no_wait);
    CHECK(Sampled(bounded_law(WaitKind::uniform, 0, 0, 0)).wait == no_wait);
    CHECK(Sampled(law_of(WaitKind::exponential, 0)).wait == no_wait);
}

TEST_CASE("wait: an sd of 0, and a span of 0, are fixed", "[simulate][wait]") {
    for (const WaitLaw& law :
         {law_of(WaitKind::lognormal, 2), law_of(WaitKind::gamma, 2),
          bounded_law(WaitKind::uniform, 2, 0, 2), bounded_law(WaitKind::pert, 2, 2, 2)}) {
        const Sampled sampled(law);
        CHECK(sampled.quantile_days(0) == 2);
        CHECK(sampled.quantile_days(0.999999) == 2);
    }
}

TEST_CASE("wait: lognormal waits share one curve, gamma waits of one sd / mean theirs",
          "[simulate][wait]") {
    WaitTableBuilder builder;
    const std::uint32_t first = builder.add(law_of(WaitKind::lognormal, 1, 0.6));
    const std::uint32_t second = builder.add(law_of(WaitKind::lognormal, 1.8, 1.7));
    const std::uint32_t third = builder.add(law_of(WaitKind::gamma, 1.133148, 0.603901));
    const std::uint32_t fourth = builder.add(law_of(WaitKind::gamma, 1.813038, 0.966241));
    const std::uint32_t fifth = builder.add(law_of(WaitKind::gamma, 1.813038, 0.97));
    const WaitTables tables = builder.take();
    const auto curve = [&](std::uint32_t wait) { return tables.scales[wait].first_cell; };
    CHECK(curve(first) == curve(second));
    CHECK(curve(third) == curve(fourth));
    CHECK(curve(third) != curve(fifth));
    CHECK(tables.cells.size() == 3 * WaitTables::cells_per_shape);
}

TEST_CASE("wait: the falling power", "[simulate][wait]") {
    WaitTableBuilder builder;
    (void)builder.add(law_of(WaitKind::lognormal, 1, 1));
    const WaitTables tables = builder.take();
    for (double x = 0; x < 40; x += 0.01739) {
        const auto units = static_cast<std::uint64_t>(x * 0x1p56);
        const double power = static_cast<double>(falling_power(tables.powers.data(), units));
        CHECK(std::fabs(power - std::exp2(32 - x)) < 1 + 1e-6 * std::exp2(32 - x));
    }
    CHECK(falling_power(tables.powers.data(), 0) >= 0xffff'f000U);
    CHECK(falling_power(tables.powers.data(), ~std::uint64_t{0}) == 0);
}

TEST_CASE("wait: the longest and the wildest waits stay in range", "[simulate][wait]") {
    const double huge = 1e300;
    for (const WaitLaw& law :
         {law_of(WaitKind::fixed, huge), law_of(WaitKind::exponential, huge),
          law_of(WaitKind::lognormal, huge, huge), law_of(WaitKind::lognormal, 1, huge),
          law_of(WaitKind::lognormal, 1e-300, huge), law_of(WaitKind::gamma, 1, huge),
          law_of(WaitKind::gamma, huge, 1), weibull_law(1e-3, 1), weibull_law(1e-300, 1),
          weibull_law(1e300, 1), bounded_law(WaitKind::uniform, 0, 0, huge),
          bounded_law(WaitKind::pert, 0, 0, huge)}) {
        const Sampled sampled(law);
        if (sampled.wait == no_wait) continue;
        for (const std::uint32_t word : {0U, 0x7fff'ffffU, 0x8000'0000U, 0xffff'ffffU}) {
            const Ticks ticks = wait_ticks(sampled.tables, sampled.wait, word);
            CHECK(ticks >= 0);
            CHECK(ticks <= longest_wait);
        }
    }
}

TEST_CASE("wait: the tables have the same bits everywhere", "[simulate][wait]") {
    WaitTableBuilder builder;
    for (const WaitLaw& law :
         {law_of(WaitKind::exponential, 2), law_of(WaitKind::lognormal, 3, 2),
          law_of(WaitKind::gamma, 4, 3), law_of(WaitKind::gamma, 4, 0.03), weibull_law(1.7, 2),
          bounded_law(WaitKind::uniform, 1, 0, 2), bounded_law(WaitKind::pert, 1, 2, 5)})
        (void)builder.add(law);
    const WaitTables tables = builder.take();
    std::uint64_t digest = 1469598103934665603U;
    const auto add = [&](std::uint64_t value) { digest = (digest ^ value) * 1099511628211U; };
    for (const auto* cells : {&tables.cells, &tables.powers})
        for (const WaitCell& cell : *cells) {
            add(cell.base);
            add(cell.slope);
        }
    for (const WaitScale& scale : tables.scales) {
        add(scale.bias);
        add(scale.scale);
        add(scale.shift);
        add(scale.spread);
    }
    CHECK(digest == 0xba787c8dc3debda0U);
}
