#include "cli/run.hpp"

#include <cstdio>

#include "cli/version.hpp"

namespace cjm::cli {

int run(int /*argc*/, char** /*argv*/) {
    std::printf("cjm %s\n", program_version);
    return 0;
}

}  // namespace cjm::cli
