#include "cli/terminal/progress.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <unistd.h>

#include "base/number_format.hpp"
#include "cli/terminal/terminal.hpp"

namespace cjm::cli {
namespace {

constexpr std::int64_t first_draw_ms = 1000, draw_every_ms = 100;

std::atomic<bool> line_is_drawn{false};

/// A number >= 0 rounded to three digits.
double three_digits(double number) {
    double unit = 1;
    while (number / unit >= 1000) unit *= 10;
    return std::round(number / unit) * unit;
}

/// With every no-break space as a plain one, so that a byte is a column.
std::string plain_spaces(std::string text) {
    constexpr std::string_view no_break = "\u00a0";
    for (auto at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at))
        text.replace(at, no_break.size(), " ");
    return text;
}

}  // namespace

Progress::Progress(std::uint64_t total, const char* what)
    : total_(total),
      what_(what),
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
    line_is_drawn = true;
    tell(fmt::format("\r{}\x1b[K", progress_line(done, total_, seconds,
                                                 terminal_columns(Stream::messages), what_)));
}

std::string progress_line(std::uint64_t done, std::uint64_t total, double seconds, int columns,
                          const char* what) {
    constexpr int longest_bar = 30, usual_columns = 80;
    constexpr double seconds_a_day = 86400;
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
    const NumberFormat number(Language::english);
    std::string text = fmt::format("{:3.0f} %, {} {} a second", std::floor(100 * share),
                                   number.count(three_digits(rate)), what);
    if (share > 0 && share < 1) {
        const double left = std::ceil(seconds * (1 - share) / share);
        text += fmt::format(", {} left", plain_spaces(number.duration(left / seconds_a_day)));
    }
    // the last column stays free: a full line would wrap, and the next would not overwrite it
    const int room = (columns > 0 ? columns : usual_columns) - 1;
    constexpr int brackets_and_space = 3;
    const int width =
        std::min(longest_bar, room - static_cast<int>(text.size()) - brackets_and_space);
    if (width < 1) return text.substr(0, static_cast<std::size_t>(room));
    const int filled = static_cast<int>(share * width);
    return fmt::format("[{}{}] {}", std::string(static_cast<std::size_t>(filled), '#'),
                       std::string(static_cast<std::size_t>(width - filled), '.'), text);
}

void erase_progress_line() noexcept {
    if (!line_is_drawn.exchange(false)) return;
    constexpr char erase[] = "\r\x1b[K";
    if (::write(STDERR_FILENO, erase, sizeof erase - 1) < 0) return;
}

}  // namespace cjm::cli
