// How runs that take long behave at a terminal and when they are interrupted.
#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/child.hpp"

namespace fs = std::filesystem;
using cjm::testing::Child;
using cjm::testing::Ended;
using cjm::testing::Folder;
using namespace std::chrono_literals;

namespace {

const std::string w2 = CJM_SOURCE_DIR "/tests/data/w2.toml";
const std::string endless = "1e12";  // customers: years

// The promise is 0.2 s. Whoever shares the machine may keep the program waiting longer on the
// clock, never make it compute longer, and one thread computes no more than the clock shows; the
// kernel counts CPU in ticks of 10 ms.
void check_stopped_at_once(const Ended& ended) {
    CAPTURE(ended.exit, ended.seconds_since_signal, ended.cpu_since_signal, ended.said);
    CHECK(ended.exit == 130);
    CHECK((ended.seconds_since_signal < 0.2 || ended.cpu_since_signal < 0.2));
    CHECK(ended.seconds_since_signal < 20);
}

// A ring of 200 touchpoints over 1,001 levels of goodwill: over ten seconds to solve exactly.
std::string ring() {
    std::string text =
        "[journey]\ntitle = \"Ring\"\nstart = \"t0\"\n[goodwill]\nfloor = -500\nceiling = 500\n"
        "[[outcome]]\nid = \"bought\"\nkind = \"success\"\n";
    const auto target = [](int i) { return "t" + std::to_string(i % 200); };
    for (int i = 0; i < 200; ++i)
        text += "[[touchpoint]]\nid = \"" + target(i) + "\"\nnext = { " + target(i + 1) +
                " = 0.5, " + target(i + 7) + " = 0.4, " + target(i + 41) +
                " = 0.05, bought = 0.03 }\nexperience = { good = 0.4, bad = 0.05 }\n";
    return text;
}

void check_empty(const Folder& folder) {
    for (const auto& entry : fs::directory_iterator(folder.path()))
        FAIL_CHECK("left behind: " << entry.path());
}

}  // namespace

TEST_CASE("long runs: Ctrl-C at a terminal stops a simulation without a trace", "[cli][runs]") {
    const Folder folder;
    Child run(Child::At::terminal, folder.path(),
              {"simulate", w2, "--customers", endless, "--threads", "1", "-o", "out.json"});
    REQUIRE(run.wait_for(" left", 60s));  // the bar
    run.press_control_c();
    const Ended ended = run.end();
    check_stopped_at_once(ended);
    check_empty(folder);
    // the bar with rate and remaining time, erased at the end
    const std::string bar = ended.said.substr(0, ended.said.find('\x1b'));
    CAPTURE(bar);
    CHECK(bar.starts_with("\r["));
    CHECK(bar.size() <= 80);  // the return, and at most 79 columns
    CHECK(bar.find("]   0 %, ") != std::string::npos);
    CHECK(bar.find(" customers a second, ") != std::string::npos);
    CHECK(ended.said.ends_with("\r\x1b[K"));
}

TEST_CASE("long runs: no bar where standard error is no terminal", "[cli][runs]") {
    const Folder folder;
    Child run(Child::At::pipe, folder.path(),
              {"simulate", w2, "--customers", endless, "--threads", "1", "-o", "out.json"});
    CHECK_FALSE(run.wait_for("%", 3s));
    run.send(SIGINT);
    const Ended ended = run.end();
    check_stopped_at_once(ended);
    CHECK(ended.cpu_seconds > 0.1);  // it was at work
    CHECK(ended.said.empty());
    check_empty(folder);
}

TEST_CASE("long runs: Ctrl-C at a terminal stops an exact solve without a trace", "[cli][runs]") {
    const Folder folder, journey;
    const std::string file = (journey.path() / "ring.toml").string();
    std::ofstream(file) << ring();
    Child run(Child::At::terminal, folder.path(),
              {"simulate", file, "--method", "exact", "-o", "out.json"});
    CHECK_FALSE(run.wait_for("anything", 1s));
    run.press_control_c();
    const Ended ended = run.end();
    check_stopped_at_once(ended);
    CHECK(ended.cpu_seconds > 0.1);  // it was at work
    check_empty(folder);
}

TEST_CASE("long runs: no bar for what is done within a second of computing", "[cli][runs]") {
    const Folder folder;
    Child run(Child::At::terminal, folder.path(),
              {"simulate", w2, "--customers", "10", "-o", "out.json"});
    const Ended ended = run.end();
    CHECK(ended.exit == 0);
    CHECK(ended.said.empty());
}

// At several moments of laying out, painting and compressing a picture of 139 megapixels.
TEST_CASE("long runs: an interrupted picture leaves nothing behind", "[cli][runs]") {
    for (const auto delay : {20ms, 100ms, 300ms, 600ms, 1200ms}) {
        CAPTURE(delay.count());
        const Folder folder;
        Child run(
            Child::At::pipe, folder.path(),
            {"render", w2, "--customers", "1e4", "--page", "A0", "--dpi", "300", "-o", "out.png"});
        std::this_thread::sleep_for(delay);
        run.send(SIGTERM);
        const Ended ended = run.end();
        // before its first line a program has no say in how it ends
        if (delay < 50ms && ended.exit == 1000 + SIGTERM) continue;
        if (ended.exit == 0 && fs::exists(folder.path() / "out.png")) continue;  // a fast machine
        check_stopped_at_once(ended);
        check_empty(folder);
    }
}

TEST_CASE("long runs: timing tells seconds, steps and the threads asked for", "[cli][runs]") {
    for (const int threads : {1, 2, 5}) {
        const Folder folder;
        Child run(Child::At::pipe, folder.path(),
                  {"simulate", w2, "--customers", "20000", "--method", "monte-carlo", "--threads",
                   std::to_string(threads), "-o", "out.json"});
        REQUIRE(run.end().exit == 0);
        std::ifstream file(folder.path() / "out.json");
        const auto timing = nlohmann::json::parse(file).at("timing");
        CHECK(timing.at("threads") == threads);
        CHECK(timing.at("steps") > 20000 * 15);
        const double seconds = timing.at("seconds"), steps = timing.at("steps");
        CHECK(seconds > 0);
        // of the walk alone; reading and writing the file are no part of `seconds`
        const double rate = timing.at("steps_per_second");
        CHECK(rate >= steps / seconds);
        CHECK(rate < 2 * steps / seconds);
    }
}
