// Owns: the progress bar. Must not know: what is being done.
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace cjm::cli {

/// A bar on standard error, drawn only on a terminal and only for work that takes over a second;
/// gone without a trace at the end.
class Progress {
  public:
    /// total  how much there is to do, > 0; `what` it is counted in
    explicit Progress(std::uint64_t total, const char* what = "customers");
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// How much there is to do after all, at most; before any update.
    void expect(std::uint64_t total) { total_ = total; }

    /// So much is done. May be called from any thread, as often as one likes.
    void update(std::uint64_t done);

  private:
    void draw(std::uint64_t done, double seconds) const;

    std::uint64_t total_;
    const char* what_;
    bool shown_on_terminal_;
    std::chrono::steady_clock::time_point start_;
    std::atomic<std::int64_t> next_draw_ms_;
};

/// What the bar's line says: how much is done, how fast, how long it will still take; shorter than
/// `columns` (0 = unknown).
///
/// total  > 0; done <= total, counted in `what`; seconds >= 0 since the start
[[nodiscard]] std::string progress_line(std::uint64_t done, std::uint64_t total, double seconds,
                                        int columns, const char* what = "customers");

/// Erases the bar's line where one is drawn; async-signal-safe.
void erase_progress_line() noexcept;

}  // namespace cjm::cli
