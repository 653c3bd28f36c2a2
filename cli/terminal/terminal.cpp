#include "cli/terminal/terminal.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/safe_file.hpp"

namespace cjm::cli {
namespace {

constexpr std::string_view bold_red = "\x1b[1;31m", bold_yellow = "\x1b[1;33m",
                           bold_cyan = "\x1b[1;36m", plain = "\x1b[0m";

/// The value of an environment variable, empty where it is not set.
std::string_view environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return value == nullptr ? std::string_view() : value;
}

void tell_labelled(std::string_view label, std::string_view colour, std::string_view message,
                   std::string_view hint) {
    std::string text = fmt::format("cjm: {}{}{} {}\n", colour, label,
                                   colour.empty() ? std::string_view() : plain, message);
    if (!hint.empty()) {
        text += fmt::format("{}hint:{} {}\n", colour.empty() ? colour : bold_cyan,
                            colour.empty() ? colour : plain, hint);
    }
    tell(text);
}

}  // namespace

bool is_terminal(Stream stream) {
    return ::isatty(static_cast<int>(stream)) == 1;
}

bool use_colour(ColourChoice choice, Stream stream) {
    if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
    return is_terminal(stream) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

int terminal_columns(Stream stream) {
    winsize size{};
    const bool known =
        is_terminal(stream) && ::ioctl(static_cast<int>(stream), TIOCGWINSZ, &size) == 0;
    return known ? size.ws_col : 0;
}

int output_width(bool on_screen) {
    constexpr int narrowest = 40, usual = 80;
    int columns = on_screen ? terminal_columns(Stream::output) : 0;
    if (columns == 0) {
        const std::string_view stated = environment("COLUMNS");
        std::from_chars(stated.data(), stated.data() + stated.size(), columns);
    }
    return columns <= 0 ? usual : std::max(columns, narrowest);
}

void tell(std::string_view text) noexcept {
    try {
        write_descriptor(static_cast<int>(Stream::messages), "standard error", text);
    } catch (...) {  // NOLINT(bugprone-empty-catch): there is nowhere left to say so
    }
}

void tell_warning(ColourChoice colour, std::string_view message) {
    const bool coloured = use_colour(colour, Stream::messages);
    tell_labelled("warning:", coloured ? bold_yellow : std::string_view(), message, {});
}

void tell_note(std::string_view message) {
    tell(fmt::format("cjm: {}\n", message));
}

void tell_error(ColourChoice colour, std::string_view message, std::string_view hint) {
    const bool coloured = use_colour(colour, Stream::messages);
    tell_labelled("error:", coloured ? bold_red : std::string_view(), message, hint);
}

void guard_standard_descriptors() {
    for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
        if (::fcntl(number, F_GETFD) != -1) continue;
        // the lowest free number is taken; output opened for reading fails, as a closed one would
        const int mode = number == STDERR_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", mode) < 0) return;  // NOLINT: kept open on purpose
    }
}

}  // namespace cjm::cli
