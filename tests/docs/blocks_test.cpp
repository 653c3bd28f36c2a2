// Every TOML block of the documentation is a journey that checks without error, or part of a file
// that its page builds up; every `cjm` line of its shell blocks runs, and prints what the page
// shows.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/document_blocks.hpp"

namespace fs = std::filesystem;
using namespace cjm::testing;

namespace {

/// A fresh folder with a copy of the examples, so that commands may write; one per page, since
/// tests run side by side.
fs::path playground(const std::string& name) {
    const fs::path folder = fs::path(CJM_BINARY_DIR) / "docs-playground" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::copy(fs::path(CJM_SOURCE_DIR) / "examples", folder / "examples",
             fs::copy_options::recursive);
    return folder;
}

int run_in(const fs::path& folder, const std::string& command) {
    const auto program_folder = fs::path(CJM_PROGRAM).parent_path().string();
    std::ofstream(folder / "command.sh") << command << "\n";
    const auto line = fmt::format("cd '{}' && PATH='{}':\"$PATH\" sh command.sh >out.txt 2>&1",
                                  folder.string(), program_folder);
    return std::system(line.c_str());
}

std::string output_of(const fs::path& folder) {
    std::ifstream in(folder / "out.txt");
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Plays a page from top to bottom: writes the files that it builds up, runs its commands and
/// compares the output that it shows behind them. Returns how many commands ran.
class Page {
  public:
    explicit Page(const fs::path& page) : blocks_(blocks_of(page)) {
        std::string name = fs::relative(page, CJM_SOURCE_DIR).string();
        for (char& letter : name)
            if (letter == '/') letter = '-';
        folder_ = playground(name);
    }

    int play() {
        for (const Block& block : blocks_) {
            if (block.language == "sh") run(block);
            if (block.language == "text" && after_commands_) compare(block);
            if (!block.file.empty())
                std::ofstream(folder_ / block.file, std::ios::app) << block.text << "\n";
            after_commands_ = block.language == "sh";
        }
        return commands_;
    }

    [[nodiscard]] int compared() const { return compared_; }

  private:
    void run(const Block& block) {
        output_.clear();
        std::istringstream lines(block.text);
        for (std::string line; std::getline(lines, line);) {
            if (line.rfind("cjm ", 0) != 0) continue;
            ++commands_;
            const int status = run_in(folder_, line.substr(0, line.find("  #")));
            output_ += output_of(folder_);
            INFO(block.place << ": " << line << "\n" << output_of(folder_));
            CHECK(status == 0);
        }
    }

    void compare(const Block& block) {
        ++compared_;
        INFO(block.place << "\n" << output_);
        CHECK(first_line_missing(block.text, output_) == "");
    }

    std::vector<Block> blocks_;
    fs::path folder_;
    std::string output_;
    bool after_commands_ = false;
    int commands_ = 0, compared_ = 0;
};

struct Played {
    int commands = 0, compared = 0;
};

Played play(const std::string& below) {
    Played played;
    for (const auto& file : pages_of_documentation(CJM_SOURCE_DIR)) {
        if (fs::relative(file, CJM_SOURCE_DIR).string().rfind(below, 0) != 0) continue;
        Page page(file);
        played.commands += page.play();
        played.compared += page.compared();
    }
    return played;
}

}  // namespace

TEST_CASE("documentation: every TOML block is a journey without errors", "[docs]") {
    const auto folder = playground("toml");
    int blocks = 0;
    for (const auto& page : pages_of_documentation(CJM_SOURCE_DIR))
        for (const auto& block : blocks_of(page)) {
            if (block.language != "toml" || !block.file.empty()) continue;
            ++blocks;
            std::ofstream(folder / "block.toml") << block.text;
            const int status = run_in(folder, "cjm check block.toml");
            INFO(block.place << "\n" << output_of(folder));
            CHECK(status == 0);
        }
    CHECK(blocks >= 5);
}

TEST_CASE("documentation: the commands of README and examples run", "[docs]") {
    CHECK(play("README").commands >= 3);
    play("examples");
}

TEST_CASE("documentation: the tutorial runs and prints what it shows", "[docs]") {
    const Played played = play("docs/tutorial");
    CHECK(played.commands >= 12);
    CHECK(played.compared >= 6);
}

TEST_CASE("documentation: the how-to pages run and print what they show", "[docs]") {
    const Played played = play("docs/how-to");
    CHECK(played.commands >= 12);
    CHECK(played.compared >= 3);
}

TEST_CASE("documentation: the pages of explanation and reference run and print what they show",
          "[docs]") {
    const Played played = play("docs/explanation");
    CHECK(played.commands >= 12);
    CHECK(played.compared >= 10);
    play("docs/reference");
}

TEST_CASE("documentation: no page with commands is left out", "[docs]") {
    for (const auto& page : pages_of_documentation(CJM_SOURCE_DIR)) {
        const std::string name = fs::relative(page, CJM_SOURCE_DIR).string();
        bool played = false, commands = false;
        for (const char* below : {"README", "examples", "docs/tutorial", "docs/how-to",
                                  "docs/explanation", "docs/reference"})
            played = played || name.rfind(below, 0) == 0;
        for (const auto& block : blocks_of(page)) commands = commands || block.language == "sh";
        INFO(name);
        CHECK((played || !commands));
    }
}

TEST_CASE("documentation: a line that is not printed is noticed", "[docs]") {
    CHECK(first_line_missing("one\n…\nthree\n", "one\ntwo\nthree\n") == "");
    CHECK(first_line_missing("three\none\n", "one\ntwo\nthree\n") == "one");
    CHECK(first_line_missing("tw\n", "one\ntwo\n") == "tw");
}
