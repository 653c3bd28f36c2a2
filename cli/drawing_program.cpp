#include "cli/drawing_program.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "base/safe_file.hpp"
#include "cli/install_places.hpp"
#include "cli/terminal/signals.hpp"

namespace cjm::cli {

void become_drawing_program(char** argv) {
    namespace fs = std::filesystem;
    std::error_code unknown;
    const fs::path folder = fs::read_symlink("/proc/self/exe", unknown).parent_path();
    const fs::path beside = folder / "cjm-draw";
    const fs::path installed = (folder / drawing_program_from_bin).lexically_normal();
    const HeldSignals held;
    for (const fs::path& program : {beside, installed}) {
        ::execv(program.c_str(), argv);
        if (errno == ENOENT) continue;
        throw FileError(fmt::format("{}, the part of cjm that draws, cannot be started: {}",
                                    program.string(), std::generic_category().message(errno)));
    }
    throw FileError(
        fmt::format("the part of cjm that draws is missing: neither {} nor {} exists; install cjm "
                    "again, whole",
                    beside.string(), installed.string()));
}

}  // namespace cjm::cli
