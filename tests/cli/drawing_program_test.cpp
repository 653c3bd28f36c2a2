// The program starts without the drawing libraries and becomes the one that has them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <sys/wait.h>

namespace fs = std::filesystem;

namespace {

const fs::path program = CJM_PROGRAM;
const fs::path drawing_program = program.parent_path() / "cjm-draw";

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A copy of the program in a folder of its own.
class Installation {
  public:
    Installation() {
        std::string name = (fs::temp_directory_path() / "cjm-install-XXXXXX").string();
        root_ = ::mkdtemp(name.data());
        fs::create_directories(root_ / "bin");
        fs::create_directories(root_ / "libexec/cjm");
        fs::copy(program, root_ / "bin/cjm");
    }
    Installation(const Installation&) = delete;
    Installation& operator=(const Installation&) = delete;
    ~Installation() { fs::remove_all(root_); }

    [[nodiscard]] const fs::path& root() const { return root_; }

    /// Draws; the exit status.
    [[nodiscard]] int draw() const {
        const std::string command = (root_ / "bin/cjm").string() + " render --plain " +
                                    CJM_SOURCE_DIR "/tests/cli/journeys/booking.toml >'" +
                                    (root_ / "out").string() + "' 2>'" + (root_ / "err").string() +
                                    "'";
        return WEXITSTATUS(std::system(command.c_str()));
    }

  private:
    fs::path root_;
};

}  // namespace

TEST_CASE("drawing program: only it is linked with the drawing libraries", "[cli][start]") {
    const std::string light = read(program), heavy = read(drawing_program);
    for (const std::string library : {"libcairo.so", "libpango-1.0.so", "libgvc.so"}) {
        CAPTURE(library);
        CHECK(light.find(library) == std::string::npos);
        CHECK(heavy.find(library) != std::string::npos);
    }
}

TEST_CASE("drawing program: found where the installation puts it", "[cli][start]") {
    const Installation installation;
    fs::copy(drawing_program, installation.root() / "libexec/cjm/cjm-draw");
    CHECK(installation.draw() == 0);
    CHECK(read(installation.root() / "out").starts_with("<?xml"));
    CHECK(read(installation.root() / "err").empty());
}

TEST_CASE("drawing program: says what is missing in half an installation", "[cli][start]") {
    const Installation installation;
    CHECK(installation.draw() == 3);
    CHECK(read(installation.root() / "out").empty());
    const std::string root = fs::canonical(installation.root()).string();
    CHECK(read(installation.root() / "err") ==
          "cjm: error: the part of cjm that draws is missing: neither " + root +
              "/bin/cjm-draw nor " + root +
              "/libexec/cjm/cjm-draw exists; install cjm again, "
              "whole\n");
}

TEST_CASE("drawing program: says why it cannot be started", "[cli][start]") {
    const Installation installation;
    std::ofstream(installation.root() / "bin/cjm-draw") << "not a program";
    CHECK(installation.draw() == 3);
    CHECK(read(installation.root() / "err").find("cannot be started: Permission denied") !=
          std::string::npos);
}
