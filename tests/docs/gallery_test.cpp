// The gallery shows what its script draws: the same pictures, with the same commands.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace {

const fs::path docs = fs::path(CJM_SOURCE_DIR) / "docs";

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Options of `cjm render` by the picture's name, from the list in the script.
std::map<std::string, std::string> pictures_of_script() {
    std::istringstream script(content_of(docs / "gallery" / "draw.sh"));
    std::map<std::string, std::string> pictures;
    bool listed = false;
    for (std::string line; std::getline(script, line);) {
        if (line == "LIST") break;
        const auto colon = line.find(": ");
        if (listed && colon != std::string::npos)
            pictures[line.substr(0, colon)] = line.substr(colon + 2);
        listed = listed || line.find("<<'LIST'") != std::string::npos;
    }
    return pictures;
}

std::set<std::string> drawn_files() {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(docs / "gallery"))
        if (entry.path().extension() == ".png") names.insert(entry.path().stem().string());
    return names;
}

}  // namespace

TEST_CASE("gallery: page, script and files name the same pictures", "[docs][gallery]") {
    const auto pictures = pictures_of_script();
    CHECK(pictures.size() >= 12);
    const std::string page = content_of(docs / "gallery.md");
    std::set<std::string> names;
    for (const auto& [name, options] : pictures) {
        INFO(name);
        names.insert(name);
        CHECK(page.find("](gallery/" + name + ".png)") != std::string::npos);
        CHECK(page.find("`cjm render " + options + " -o " + name + ".png`") != std::string::npos);
    }
    CHECK(drawn_files() == names);
    std::size_t shown = 0;
    for (auto at = page.find("](gallery/"); at != std::string::npos;
         at = page.find("](gallery/", at + 1))
        if (page.compare(at, 18, "](gallery/draw.sh)") != 0) ++shown;
    CHECK(shown == names.size());
}

TEST_CASE("gallery: every theme, language, view and kind of paper is in it", "[docs][gallery]") {
    std::string all;
    for (const auto& [name, options] : pictures_of_script()) all += options + "\n";
    for (const char* option :
         {"--theme dark", "--theme print", "-vi.toml", "eight-phases.toml", "--page A4",
          "--page A3", "--page A0", "--tile A4", "--view flow", "--view funnel", "--view worksheet",
          "--view cards", "--against", "--notes", "--columns touchpoint"}) {
        INFO(option);
        CHECK(all.find(option) != std::string::npos);
    }
}

TEST_CASE("gallery: pictures are PNG and load fast", "[docs][gallery]") {
    std::uintmax_t total = 0;
    for (const std::string& name : drawn_files()) {
        const fs::path path = docs / "gallery" / (name + ".png");
        INFO(name);
        CHECK(content_of(path).rfind("\x89PNG", 0) == 0);
        CHECK(fs::file_size(path) < 300'000);
        total += fs::file_size(path);
    }
    CHECK(total < 4'000'000);
}
