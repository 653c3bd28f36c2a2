// The program linked with the drawing libraries; `cjm` becomes it where a command draws.
#include "cli/commands/render_file.hpp"
#include "cli/run.hpp"

int main(int argc, char** argv) {
    return cjm::cli::run(argc, argv, {.render = cjm::cli::render_file});
}
