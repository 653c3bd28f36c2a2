#include "cli/run.hpp"

int main(int argc, char** argv) {
    return cjm::cli::run(argc, argv);
}
