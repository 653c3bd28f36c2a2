#include "cli/terminal/progress.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "base/number_format.hpp"
#include "cli/terminal/terminal.hpp"

namespace cjm::cli {
namespace {

constexpr std::int64_t first_draw_ms = 1000, draw_every_ms = 100;

std::atomic<bool> line_is_drawn{false};

}  // namespace

Progress::Progress(std::uint64_t total)
    : total_(total),
      shown_on_terminal_(is_terminal(Stream::messages)),
      start_(std::chrono::steady_clock::now()),
      next_draw_ms_(first_draw_ms) {}

Progress::~Progress() {
    erase_progress_line();
}

void Progress::update(std::uint64_t done) {
    if (!shown_on_terminal_) return;
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    const std::int64_t now = std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count();
    std::int64_t due = next_draw_ms_.load();
    if (now < due || !next_draw_ms_.compare_exchange_strong(due, now + draw_every_ms)) return;
    draw(done, static_cast<double>(now) / 1000.0);
}

void Progress::draw(std::uint64_t done, double seconds) const {
    constexpr int columns = 30;
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total_));
    const int filled = static_cast<int>(share * columns);
    constexpr double seconds_a_day = 86400;
    const double left = share > 0 ? std::ceil(seconds * (1 - share) / share) : 0;
    const NumberFormat number(Language::english);
    line_is_drawn = true;
    tell(fmt::format("\r[{}{}] {:3.0f} % of {} customers, {} left \x1b[K",
                     std::string(static_cast<std::size_t>(filled), '#'),
                     std::string(static_cast<std::size_t>(columns - filled), '.'),
                     std::floor(100 * share), number.count(static_cast<double>(total_)),
                     number.duration(left / seconds_a_day)));
}

void erase_progress_line() noexcept {
    if (!line_is_drawn.exchange(false)) return;
    constexpr char erase[] = "\r\x1b[K";
    if (::write(STDERR_FILENO, erase, sizeof erase - 1) < 0) return;
}

}  // namespace cjm::cli
