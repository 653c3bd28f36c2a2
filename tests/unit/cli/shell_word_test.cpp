#include "cli/shell_word.hpp"

#include <cstdio>
#include <memory>
#include <string>

#include <catch2/catch.hpp>

using cjm::cli::shell_word;

namespace {

/// What a shell makes of a word.
std::string read_by_shell(const std::string& word) {
    const std::string command = "printf %s " + word;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"),
                                                               ::pclose);
    REQUIRE(pipe);
    std::string text;
    for (int byte = std::fgetc(pipe.get()); byte != EOF; byte = std::fgetc(pipe.get()))
        text += static_cast<char>(byte);
    return text;
}

}  // namespace

TEST_CASE("shell word: quoted only where a shell would read something else", "[cli]") {
    CHECK(shell_word("journey.toml") == "journey.toml");
    CHECK(shell_word("hành-trình.toml") == "hành-trình.toml");
    CHECK(shell_word("my journey.toml") == "'my journey.toml'");
    CHECK(shell_word("") == "''");
    CHECK(shell_word("it's") == "'it'\\''s'");
}

TEST_CASE("shell word: a shell reads back what was written", "[cli]") {
    for (const std::string text : {"journey.toml", "hẹn khám.toml", "it's", "a\"b", "$HOME", "`ls`",
                                   "a;b", "*", "~", "a\\b", "#x", "a&b", "!"}) {
        INFO(text);
        CHECK(read_by_shell(shell_word(text)) == text);
    }
}
