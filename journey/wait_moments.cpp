#include "journey/wait_moments.hpp"

#include <algorithm>
#include <cmath>

namespace cjm {
namespace {

/// E[X^power] of a Weibull variable of scale 1.
double weibull_moment(const Wait& wait, double power) {
    return std::tgamma(1 + power / wait.shape.likely);
}

}  // namespace

double mean_days(const Wait& wait) {
    switch (wait.kind) {
        case WaitKind::fixed:
        case WaitKind::exponential:
        case WaitKind::lognormal:
        case WaitKind::gamma:
            return wait.mean.likely;
        case WaitKind::uniform:
            return (wait.low.likely + wait.high.likely) / 2;
        case WaitKind::weibull:
            return wait.scale.likely * weibull_moment(wait, 1);
        case WaitKind::pert:
            return (wait.low.likely + 4 * wait.likely.likely + wait.high.likely) / 6;
    }
    return 0;
}

double spread_days(const Wait& wait) {
    switch (wait.kind) {
        case WaitKind::fixed:
            return 0;
        case WaitKind::exponential:
            return wait.mean.likely;
        case WaitKind::lognormal:
        case WaitKind::gamma:
            return wait.sd.likely;
        case WaitKind::uniform:
            return (wait.high.likely - wait.low.likely) / std::sqrt(12.0);
        case WaitKind::weibull: {
            const double mean = weibull_moment(wait, 1);
            return wait.scale.likely *
                   std::sqrt(std::max(0.0, weibull_moment(wait, 2) - mean * mean));
        }
        case WaitKind::pert: {  // variance of a beta law whose shape parameters sum to 6
            const double mean = mean_days(wait);
            return std::sqrt(
                std::max(0.0, (mean - wait.low.likely) * (wait.high.likely - mean) / 7));
        }
    }
    return 0;
}

}  // namespace cjm
