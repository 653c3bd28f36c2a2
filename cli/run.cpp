#include "cli/run.hpp"

#include <algorithm>
#include <new>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/safe_file.hpp"
#include "base/text_width.hpp"
#include "cli/command_line.hpp"
#include "cli/commands/commands.hpp"
#include "cli/drawing_program.hpp"
#include "cli/help.hpp"
#include "cli/output.hpp"
#include "cli/terminal/signals.hpp"
#include "cli/usage_error.hpp"
#include "cli/version.hpp"
#include "simulate/uncertainty/uncertainty.hpp"
#include "simulate/walk/walker.hpp"

namespace cjm::cli {
namespace {

/// The words before the command's name: options of the program itself.
struct Opening {
    bool help = false, version = false;
    std::size_t command_at = 0;  ///< position of the command's name; the number of words = none
};

Opening read_opening(std::span<const std::string> words, Session& session) {
    Opening opening;
    Command program{.options = {colour_option(session),
                                {.name = "--version",
                                 .set = [&](const std::string&) { opening.version = true; }}}};
    std::size_t end = 0;
    while (end < words.size() && words[end].starts_with('-') && words[end] != "-") {
        end += words[end] == "--color" ? 2 : 1;
    }
    end = std::min(end, words.size());
    if (end == 0) return opening;
    const CommandLine line = read_command_line(program, words.first(end));
    opening.help = line.help;
    opening.command_at = end;
    return opening;
}

ExitStatus run_command(const Command& command, const Session& session,
                       std::span<const std::string> words, char** argv) {
    const CommandLine line = read_command_line(command, words);
    if (line.help) {
        deliver({}, command_help(command));
        return ExitStatus::done;
    }
    if (command.drawn_elsewhere) become_drawing_program(argv);
    return command.run(session, line.arguments);
}

ExitStatus run_words(std::span<const std::string> words, Session& session, const Drawing& drawing,
                     char** argv) {
    const Commands commands(session, drawing);
    const Opening opening = read_opening(words, session);
    if (opening.help) {
        deliver({}, program_help(commands.all()));
        return ExitStatus::done;
    }
    if (opening.version) {
        deliver({}, fmt::format("cjm {}\n", program_version));
        return ExitStatus::done;
    }
    if (opening.command_at == words.size()) {
        tell(program_help(commands.all()));
        return ExitStatus::usage;
    }
    words = words.subspan(opening.command_at);
    if (words.front() == "help") {  // what many type; the same as --help
        deliver({}, words.size() > 1 ? command_help(commands.named(words[1]))
                                     : program_help(commands.all()));
        return ExitStatus::done;
    }
    return run_command(commands.named(words.front()), session, words.subspan(1), argv);
}

ExitStatus report_defect(const Session& session, std::string_view what) {
    tell_error(session.colour, fmt::format("internal error: {}", what),
               fmt::format("this is a defect of cjm {}; please report it with this message, the "
                           "command line and the journey file",
                           program_version));
    return ExitStatus::internal;
}

}  // namespace

int run(int argc, char** argv, const Drawing& drawing) {
    guard_standard_descriptors();
    install_signal_handlers();
    Session session;
    ExitStatus status = ExitStatus::done;
    try {
        const std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
        status = run_words(words, session, drawing, argv);
    } catch (const UsageError& error) {
        tell_error(session.colour, error.what(), error.hint());
        status = ExitStatus::usage;
    } catch (const FileError& error) {
        tell_error(session.colour, error.what());
        status = ExitStatus::file;
    } catch (const simulate::TooManyVisits& error) {
        tell_error(session.colour, error.what(),
                   "lengthen the waits of the loop, or shorten the horizon");
        status = ExitStatus::input_errors;
    } catch (const simulate::TooFewDraws& error) {
        tell_error(session.colour, error.what(),
                   "lower how much of a loop's customers may go on in it");
        status = ExitStatus::input_errors;
    } catch (const std::bad_alloc&) {
        status = report_defect(session, "out of memory");
    } catch (const std::exception& error) {
        status = report_defect(session, error.what());
    } catch (...) {
        status = report_defect(session, "an exception of an unknown kind");
    }
    return static_cast<int>(status);
}

}  // namespace cjm::cli
