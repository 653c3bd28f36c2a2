#include "base/safe_file.hpp"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t limit = 1000;

/// An empty folder that vanishes with the test.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "cjm-safe-file-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    [[nodiscard]] std::string at(const char* name) const { return (path / name).string(); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(path), fs::directory_iterator());
    }
};

void put(const std::string& path, const std::string& bytes) {
    std::ofstream(path) << bytes;
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("read: the bytes as they are, up to the limit and not beyond", "[base][safe_file]") {
    const Folder folder;
    const std::string exactly(limit, 'x');
    put(folder.at("exact"), exactly);
    CHECK(cjm::read_whole_file(folder.at("exact"), limit) == exactly);
    put(folder.at("larger"), exactly + "y");
    CHECK_THROWS_WITH(cjm::read_whole_file(folder.at("larger"), limit),
                      Catch::EndsWith("larger: it is larger than 1000 bytes"));
    const std::string with_nul("a\0b", 3);
    put(folder.at("nul"), with_nul);
    CHECK(cjm::read_whole_file(folder.at("nul"), limit) == with_nul);
}

TEST_CASE("read: what cannot be read says why", "[base][safe_file]") {
    const Folder folder;
    CHECK_THROWS_WITH(cjm::read_whole_file(folder.at("none"), limit),
                      "cannot read " + folder.at("none") + ": no such file");
    CHECK_THROWS_WITH(cjm::read_whole_file(folder.path.string(), limit),
                      Catch::EndsWith("it is a directory"));
    CHECK_THROWS_AS(cjm::read_whole_file("", limit), cjm::FileError);
}

TEST_CASE("read: an endless device ends at the limit", "[base][safe_file]") {
    CHECK_THROWS_WITH(cjm::read_whole_file("/dev/zero", 8U << 20U),
                      "cannot read /dev/zero: it is larger than 8 MB");
    CHECK(cjm::read_whole_file("/dev/null", limit).empty());
}

TEST_CASE("read: a pipe is read to its end", "[base][safe_file]") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    std::jthread writer([&] {
        cjm::write_descriptor(ends[1], "pipe", "first ");
        cjm::write_descriptor(ends[1], "pipe", "second");
        ::close(ends[1]);
    });
    CHECK(cjm::read_descriptor(ends[0], "pipe", limit) == "first second");
    ::close(ends[0]);
}

TEST_CASE("write: a new file follows the umask and nothing stays beside it", "[base][safe_file]") {
    const Folder folder;
    const mode_t before = ::umask(027);
    cjm::write_whole_file(folder.at("new"), "content");
    ::umask(before);
    CHECK(cjm::read_whole_file(folder.at("new"), limit) == "content");
    CHECK(mode_of(folder.at("new")) == 0640);
    CHECK(folder.entries() == 1);
}

TEST_CASE("write: an existing file keeps its permissions, a link stays a link",
          "[base][safe_file]") {
    const Folder folder;
    put(folder.at("old"), "a longer text than the new one");
    ::chmod(folder.at("old").c_str(), 0604);
    fs::create_symlink("old", folder.at("link"));
    cjm::write_whole_file(folder.at("link"), "new");
    CHECK(fs::is_symlink(folder.at("link")));
    CHECK(cjm::read_whole_file(folder.at("old"), limit) == "new");
    CHECK(mode_of(folder.at("old")) == 0604);
    fs::create_symlink("made", folder.at("dangling"));
    cjm::write_whole_file(folder.at("dangling"), "through");
    CHECK(cjm::read_whole_file(folder.at("made"), limit) == "through");
}

TEST_CASE("write: what cannot be written says why and leaves nothing", "[base][safe_file]") {
    const Folder folder;
    CHECK_THROWS_WITH(cjm::write_whole_file(folder.path.string(), "x"),
                      Catch::EndsWith("it is a directory"));
    CHECK_THROWS_WITH(cjm::write_whole_file(folder.at("no/file"), "x"),
                      Catch::Contains("there is no folder " + folder.at("no")));
    CHECK_THROWS_WITH(cjm::write_whole_file("/dev/full", "x"),
                      "cannot write /dev/full: no space left");
    CHECK_THROWS_AS(cjm::write_whole_file("", "x"), cjm::FileError);
    CHECK_THROWS_AS(cjm::write_whole_file(folder.at("new/"), "x"), cjm::FileError);
    if (::geteuid() != 0) {  // root may write everywhere
        put(folder.at("protected"), "kept");
        ::chmod(folder.at("protected").c_str(), 0444);
        CHECK_THROWS_WITH(cjm::write_whole_file(folder.at("protected"), "x"),
                          Catch::EndsWith("permission denied"));
        CHECK(cjm::read_whole_file(folder.at("protected"), limit) == "kept");
        fs::remove(folder.at("protected"));
    }
    CHECK(folder.entries() == 0);
}

TEST_CASE("write: devices and pipes are written to, not replaced", "[base][safe_file]") {
    const Folder folder;
    CHECK(cjm::write_whole_file("/dev/null", "x") == cjm::Delivery::complete);
    CHECK(fs::is_character_file("/dev/null"));
    const std::string pipe = folder.at("pipe");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::string received;
    std::jthread reader([&] { received = cjm::read_whole_file(pipe, limit); });
    CHECK(cjm::write_whole_file(pipe, "through the pipe") == cjm::Delivery::complete);
    reader.join();
    CHECK(received == "through the pipe");
    CHECK(fs::is_fifo(pipe));
}

TEST_CASE("write: a path that names a descriptor continues where it stands", "[base][safe_file]") {
    const Folder folder;
    const int file = ::open(folder.at("log").c_str(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(file >= 0);
    cjm::write_descriptor(file, "log", "before ");
    cjm::write_whole_file("/dev/fd/" + std::to_string(file), "after");
    ::close(file);
    CHECK(cjm::read_whole_file(folder.at("log"), limit) == "before after");
}

TEST_CASE("write: a pipe that nobody reads is reported, not thrown", "[base][safe_file]") {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    CHECK(cjm::write_descriptor(ends[1], "pipe", "x") == cjm::Delivery::reader_gone);
    ::close(ends[1]);
    std::signal(SIGPIPE, before);
}

TEST_CASE("same file: by what it is, not by how it is written", "[base][safe_file]") {
    const Folder folder;
    put(folder.at("a"), "");
    put(folder.at("b"), "");
    fs::create_symlink("a", folder.at("link"));
    CHECK(cjm::same_file(folder.at("a"), folder.at("./a")));
    CHECK(cjm::same_file(folder.at("a"), folder.at("link")));
    CHECK_FALSE(cjm::same_file(folder.at("a"), folder.at("b")));
    CHECK_FALSE(cjm::same_file(folder.at("none"), folder.at("none")));
}

TEST_CASE("write several: all of them or none", "[base][safe_file]") {
    const Folder folder;
    cjm::write_whole_files({{folder.at("a"), "1"}, {folder.at("b"), "2"}});
    CHECK(cjm::read_whole_file(folder.at("b"), limit) == "2");
    CHECK(folder.entries() == 2);
    // the second cannot be written: the first keeps what it held, and nothing is left beside it
    fs::create_directory(folder.at("c"));
    CHECK_THROWS_WITH(cjm::write_whole_files({{folder.at("a"), "new"}, {folder.at("c"), "3"}}),
                      Catch::EndsWith("it is a directory"));
    CHECK_THROWS_AS(cjm::write_whole_files({{folder.at("a"), "new"}, {folder.at("none/d"), "4"}}),
                    cjm::FileError);
    CHECK(cjm::read_whole_file(folder.at("a"), limit) == "1");
    CHECK(folder.entries() == 3);
    cjm::write_whole_files({});
}

TEST_CASE("write several: what a new file may take the place of", "[base][safe_file]") {
    const Folder folder;
    put(folder.at("old"), "x");
    CHECK(cjm::is_replaceable(folder.at("old")));
    CHECK(cjm::is_replaceable(folder.at("new")));
    for (const char* device : {"/dev/null", "/dev/stdout", "/dev/fd/1"})
        CHECK_FALSE(cjm::is_replaceable(device));
}

TEST_CASE("appended: what a descriptor is put at the end of", "[base][safe_file]") {
    const Folder folder;
    put(folder.at("old"), "x");
    const int appends = ::open(folder.at("old").c_str(), O_WRONLY | O_APPEND);
    REQUIRE(appends >= 0);
    CHECK(cjm::read_appended_file(appends, limit) == "x");
    CHECK_FALSE(cjm::read_appended_file(appends, 0));
    ::close(appends);
    CHECK_FALSE(cjm::read_appended_file(appends, limit));
    const int writes = ::open(folder.at("old").c_str(), O_WRONLY);
    REQUIRE(writes >= 0);
    CHECK_FALSE(cjm::read_appended_file(writes, limit));
    ::close(writes);
}
