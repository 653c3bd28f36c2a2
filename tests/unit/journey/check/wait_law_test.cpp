#include "journey/check/wait_law.hpp"
#include "journey/wait_moments.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace cjm;
using cjm::check::can_be_positive;
using cjm::mean_days;
using cjm::check::share_out_of_patience;

namespace {

Wait by_mean(WaitKind kind, double mean, double sd = 0) {
    Wait wait;
    wait.kind = kind;
    wait.mean = mean;
    wait.sd = sd;
    return wait;
}

Wait between(WaitKind kind, double low, double likely, double high) {
    Wait wait;
    wait.kind = kind;
    wait.low = low;
    wait.likely = likely;
    wait.high = high;
    return wait;
}

Wait weibull(double shape, double scale) {
    Wait wait;
    wait.kind = WaitKind::weibull;
    wait.shape = shape;
    wait.scale = scale;
    return wait;
}

}  // namespace

TEST_CASE("wait law: means", "[journey][check]") {
    CHECK(mean_days(by_mean(WaitKind::gamma, 5, 2)) == 5);
    CHECK(mean_days(between(WaitKind::uniform, 1, 0, 4)) == 2.5);
    CHECK(mean_days(between(WaitKind::pert, 1, 3, 11)) == 4);
    CHECK(mean_days(weibull(1.5, 10)) == Approx(9.02745293).epsilon(1e-9));
}

TEST_CASE("wait law: whether time can pass", "[journey][check]") {
    CHECK_FALSE(can_be_positive(Wait{}));
    CHECK(can_be_positive(by_mean(WaitKind::fixed, 1e-9)));
    CHECK_FALSE(can_be_positive(by_mean(WaitKind::lognormal, 0)));
    CHECK(can_be_positive(between(WaitKind::uniform, 0, 0, 1)));
    CHECK_FALSE(can_be_positive(between(WaitKind::pert, 0, 0, 0)));
    CHECK_FALSE(can_be_positive(weibull(2, 0)));
}

TEST_CASE("wait law: closed forms of running out of patience", "[journey][check]") {
    const auto share = [](const Wait& wait, double rate) {
        return share_out_of_patience(wait, rate);
    };
    CHECK(share(by_mean(WaitKind::exponential, 10), 0.03) == Approx(0.2307692308).epsilon(1e-9));
    CHECK(share(by_mean(WaitKind::fixed, 10), 0.03) == Approx(1 - 0.7408182207).epsilon(1e-9));
    CHECK(share(by_mean(WaitKind::gamma, 10, 5), 0.03) == Approx(1 - 0.7488005298).epsilon(1e-9));
    CHECK(share(between(WaitKind::uniform, 1, 0, 3), 0.5) ==
          Approx(1 - std::exp(-0.5) * (1 - std::exp(-1.0))).epsilon(1e-12));
    CHECK(share(between(WaitKind::uniform, 0, 0, 2), 1e-9) == Approx(1e-9).epsilon(1e-6));
}

TEST_CASE("wait law: sums over points, large and tiny shares", "[journey][check]") {
    // reference: the midpoint rule with 400,000 points, apart from the program
    const auto share = [](const Wait& wait, double rate) {
        return share_out_of_patience(wait, rate);
    };
    CHECK(share(by_mean(WaitKind::lognormal, 5, 2.5), 1.0 / 30) ==
          Approx(0.1506991578).epsilon(1e-6));
    CHECK(share(by_mean(WaitKind::lognormal, 5, 2.5), 1e-9) ==
          Approx(4.999999984e-09).epsilon(1e-6));
    CHECK(share(by_mean(WaitKind::lognormal, 1, 10), 0.1) == Approx(0.05644473381).epsilon(1e-4));
    CHECK(share(weibull(1.5, 10), 0.03) == Approx(0.225056591).epsilon(1e-4));
    CHECK(share(weibull(0.7, 2), 1e-7) == Approx(2.531646006e-07).epsilon(1e-3));
    CHECK(share(between(WaitKind::pert, 1, 3, 11), 0.1) == Approx(0.3198938153).epsilon(1e-4));
    CHECK(share(between(WaitKind::pert, 0, 0, 4), 1e-8) == Approx(6.666666629e-09).epsilon(1e-3));
}

TEST_CASE("wait law: the edges of what a file may say", "[journey][check]") {
    CHECK(share_out_of_patience(by_mean(WaitKind::lognormal, 1e-300, 1e300), 1.0) <= 1);
    CHECK(share_out_of_patience(by_mean(WaitKind::gamma, 3, 0), 1.0) == Approx(1 - std::exp(-3.0)));
    CHECK(share_out_of_patience(between(WaitKind::pert, 2, 2, 2), 1.0) ==
          Approx(1 - std::exp(-2.0)));
    CHECK(share_out_of_patience(by_mean(WaitKind::fixed, 1e308), 1e300) == 1);
    CHECK(share_out_of_patience(by_mean(WaitKind::exponential, 1e200), 1e200) == 1);
    CHECK(share_out_of_patience(weibull(1e-3, 1), 1.0) == Approx(std::exp(-1.0)).epsilon(0.02));
    CHECK(share_out_of_patience(between(WaitKind::uniform, 0, 0, 1e300), 1e308) == 1);
    CHECK(share_out_of_patience(by_mean(WaitKind::gamma, 1e-200, 1e200), 1.0) ==
          Approx(0).margin(1e-9));
    CHECK(share_out_of_patience(by_mean(WaitKind::fixed, 5), 0.0) == 0);
}
