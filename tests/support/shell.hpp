// Owns: running another program and reading what it prints. Must not know: which program.
#pragma once
#include <array>
#include <cstdio>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace cjm::testing {

struct Said {
    std::string text;  ///< standard output and error
    bool succeeded = false;
};

/// Runs a shell command and reads all it prints.
inline Said run(const std::string& command) {
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Said said;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 1; n > 0;) {
        n = fread(buffer.data(), 1, buffer.size(), pipe);
        said.text.append(buffer.data(), n);
    }
    said.succeeded = pclose(pipe) == 0;
    return said;
}

/// A file in the build folder that is there as long as the object is; its name begins with the
/// process's number, since tests run side by side.
class ScratchFile {
  public:
    ScratchFile(const std::string& name, const std::string& bytes)
        : path_(std::string(CJM_BINARY_DIR) + "/" + std::to_string(getpid()) + "-" + name) {
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~ScratchFile() { std::remove(path_.c_str()); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace cjm::testing
