// Diagnostics, word for word: each tests/golden/check/NAME.toml beside its NAME.expected; the name
// says what is wrong, `ok-` that nothing is. docs/reference/errors.md tells about each of them.
#include "journey/check/check.hpp"

#include <catch2/catch.hpp>

#include "journey/parse/parse.hpp"
#include "simulate/review/review.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/golden_files.hpp"

namespace {

namespace fs = std::filesystem;
using cjm::testing::files_of;
using cjm::testing::Ids;
using cjm::testing::ids_in;
using cjm::testing::matches;
using cjm::testing::read_file;

const fs::path folder = CJM_SOURCE_DIR "/tests/golden/check";
const fs::path answers = CJM_SOURCE_DIR "/tests/golden/answers";  // their own test reads them
const fs::path errors_page = CJM_SOURCE_DIR "/docs/reference/errors.md";

std::vector<cjm::Diagnostic> diagnostics_of(const fs::path& path) {
    const auto source = std::make_shared<cjm::SourceText>(
        cjm::SourceText{path.filename().string(), read_file(path)});
    auto [journey, diagnostics] = cjm::parse_journey(source);
    if (!journey) return diagnostics;
    auto found = cjm::check_journey(*journey);
    if (cjm::has_errors(found)) return found;
    for (auto& advice : cjm::simulate::review_journey(*journey)) found.push_back(std::move(advice));
    cjm::sort_by_place(found);
    return found;
}

Ids ids_on_the_page() {
    return matches(read_file(errors_page), "\n### ([a-z-]+)\n");
}

}  // namespace

TEST_CASE("diagnostics: word for word", "[golden][check]") {
    const auto paths = files_of(folder, ".toml");
    REQUIRE(paths.size() > 100);
    for (const auto& path : paths) {
        DYNAMIC_SECTION(path.stem().string()) {
            std::string text;
            for (const auto& diagnostic : diagnostics_of(path))
                text += cjm::format_diagnostic(diagnostic);
            cjm::testing::check_golden("check/" + path.stem().string() + ".expected", text);
            CHECK(text.empty() == path.filename().string().starts_with("ok-"));
        }
    }
}

TEST_CASE("diagnostics: every expectation has its journey", "[golden][check]") {
    for (auto path : files_of(folder, ".expected"))
        CHECK(fs::exists(path.replace_extension(".toml")));
}

TEST_CASE("diagnostics: every id has a golden and an entry among the errors", "[golden][check]") {
    Ids seen;
    for (const auto& path : files_of(folder, ".toml"))
        for (const auto& diagnostic : diagnostics_of(path)) seen.emplace(diagnostic.id);
    // their files would be too large; tests/unit/journey has them
    seen.insert("file-too-large");
    seen.insert("scenarios-unchecked");
    Ids in_code = ids_in(CJM_SOURCE_DIR "/journey");
    in_code.merge(ids_in(CJM_SOURCE_DIR "/base"));
    in_code.merge(ids_in(CJM_SOURCE_DIR "/simulate/review"));
    CHECK(in_code == seen);
    // said by render; tests/unit/render/flow has them
    seen.insert("too-large-to-draw");
    seen.insert("page-too-small");
    seen.insert("small-boxes");
    seen.insert("no-notes");
    seen.merge(ids_in(CJM_SOURCE_DIR "/calibrate"));
    CHECK(ids_on_the_page() == seen);
}

TEST_CASE("diagnostics: the examples among the errors are what the program says",
          "[golden][check]") {
    std::string said;
    for (const auto& where : {folder, answers})
        for (const auto& path : files_of(where, ".expected")) said += read_file(path);
    const auto page = read_file(errors_page);
    const std::string open = "```text\n", close = "```";
    std::size_t examples = 0;
    for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at), ++examples) {
        at += open.size();
        const auto example = page.substr(at, page.find(close, at) - at);
        INFO(example);
        CHECK(said.find(example) != std::string::npos);
    }
    CHECK(examples + 5 == ids_on_the_page().size());  // all but the two largest and those of render
}
