// Every folder of tests/cli/cases is a case: `cmd`, a script for sh that finds `cjm` on its path
// and copies of tests/cli/journeys in its folder; what it prints is in `stdout` and `stderr` (no
// file: nothing), its exit status in `exit`. Version and timing are masked, nothing else.
// CJM_UPDATE_GOLDEN=1 in the environment rewrites.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <sys/wait.h>

namespace fs = std::filesystem;

namespace {

const fs::path home = fs::path(CJM_SOURCE_DIR) / "tests/cli";

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string masked(std::string text) {
    static const std::regex version(R"(cjm [0-9]+\.[0-9]+\.[0-9]+)");
    static const std::regex program(R"rx("program": "[0-9.]+")rx");
    static const std::regex program_row("run,,program,[0-9.]+");
    static const std::regex timing(R"rx("timing": \{[^}]*\})rx");
    text = std::regex_replace(text, version, "cjm VERSION");
    text = std::regex_replace(text, program, "\"program\": VERSION");
    text = std::regex_replace(text, program_row, "run,,program,VERSION");
    return std::regex_replace(text, timing, "\"timing\": MASKED");
}

/// What a case printed and how it ended, masked.
struct Outcome {
    std::string out, err, exit;
};

Outcome run_case(const fs::path& cmd) {
    std::string name = (fs::temp_directory_path() / "cjm-case-XXXXXX").string();
    const fs::path folder = ::mkdtemp(name.data());
    const fs::path work = folder / "work";
    fs::copy(home / "journeys", work);
    const std::string command =
        "cd '" + work.string() + "' && PATH='" + fs::path(CJM_PROGRAM).parent_path().string() +
        "':\"$PATH\" && export PATH && unset NO_COLOR COLUMNS && TERM=dumb LC_ALL=C.UTF-8 sh '" +
        cmd.string() + "' >../stdout 2>../stderr </dev/null";
    const int status = std::system(command.c_str());
    Outcome outcome{masked(read(folder / "stdout")), masked(read(folder / "stderr")),
                    std::to_string(WEXITSTATUS(status)) + "\n"};
    fs::remove_all(folder);
    return outcome;
}

void compare(const fs::path& folder, const std::string& what, const std::string& actual) {
    const char* update = std::getenv("CJM_UPDATE_GOLDEN");
    if (update != nullptr && std::string(update) == "1") {
        if (actual.empty()) {
            fs::remove(folder / what);
        } else {
            write(folder / what, actual);
        }
    }
    const std::string expected = read(folder / what);
    const fs::path beside =
        fs::path(CJM_BINARY_DIR) / "cli-cases" / folder.filename() / (what + ".actual");
    if (actual != expected) write(beside, actual);
    INFO("diff " << (folder / what) << " " << beside);
    CHECK(actual == expected);
}

std::vector<fs::path> all_cases() {
    std::vector<fs::path> cases;
    for (const auto& entry : fs::directory_iterator(home / "cases")) cases.push_back(entry.path());
    std::sort(cases.begin(), cases.end());
    return cases;
}

}  // namespace

TEST_CASE("cases: the program prints and exits as written down", "[cli][cases]") {
    const std::vector<fs::path> cases = all_cases();
    REQUIRE(cases.size() > 30);
    for (const fs::path& folder : cases) {
        DYNAMIC_SECTION(folder.filename().string()) {
            REQUIRE(fs::exists(folder / "cmd"));
            const Outcome outcome = run_case(folder / "cmd");
            compare(folder, "stdout", outcome.out);
            compare(folder, "stderr", outcome.err);
            compare(folder, "exit", outcome.exit);
        }
    }
}
