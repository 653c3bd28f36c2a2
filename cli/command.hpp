// Owns: how a command describes itself: one description that parsing, help and completion all read.
// Must not know: which commands there are, the library that splits the command line.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/exit_status.hpp"
#include "cli/terminal/terminal.hpp"

namespace cjm::cli {

/// What a shell offers while a value is typed.
enum class Offer { nothing, choices, any_file, journey_file };

/// One option of a command.
struct Option {
    std::string name;  ///< long name, such as "--output"
    std::string value =
        {};                 ///< what stands for the value in the help, such as "FILE"; empty = none
    std::string help = {};  ///< lower case, no full stop; says the default
    std::string short_name = {};  ///< such as "-o", or empty
    Offer offer = Offer::nothing;
    std::vector<std::string> choices = {};  ///< with Offer::choices
    bool repeatable = false;
    /// Not in this version: using it is refused, help and completion keep silent about it.
    bool refused = false;
    /// Takes a value as typed (empty for an option without one). Throws UsageError.
    std::function<void(const std::string&)> set = {};
};

/// What a command is told about its surroundings.
struct Session {
    ColourChoice colour = ColourChoice::automatic;
};

/// A command: its words for the user, its options, and what it does.
struct Command {
    std::string name = {};
    std::string summary = {};      ///< a line for the list of commands
    std::string usage = {};        ///< its arguments, such as "FILE [options]"
    std::string description = {};  ///< a paragraph for the help page
    std::string example = {};      ///< lines of the help page, printed as they are
    Offer arguments_offer = Offer::nothing;
    std::vector<std::string> arguments_choices = {};
    std::vector<Option> options = {};
    bool drawn_elsewhere = false;  ///< the drawing program does it; `run` must not be called
    /// Runs with the arguments that are not options, in order. Throws UsageError, FileError.
    std::function<ExitStatus(const Session&, const std::vector<std::string>& arguments)> run = {};
};

}  // namespace cjm::cli
