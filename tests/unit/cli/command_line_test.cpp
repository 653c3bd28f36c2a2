#include "cli/command_line.hpp"

#include <catch2/catch.hpp>

#include "cli/usage_error.hpp"

namespace {

/// A command that remembers what it is given.
struct Probe {
    std::vector<std::string> seeds, names;
    int strict = 0;
    cjm::cli::Command command{
        .name = "probe",
        .options = {{.name = "--seed",
                     .value = "S",
                     .short_name = "-s",
                     .set = [this](const std::string& value) { seeds.push_back(value); }},
                    {.name = "--name",
                     .value = "ID",
                     .repeatable = true,
                     .set = [this](const std::string& value) { names.push_back(value); }},
                    {.name = "--strict", .set = [this](const std::string&) { ++strict; }},
                    {.name = "--later", .refused = true}}};

    cjm::cli::CommandLine read(const std::vector<std::string>& words) {
        return cjm::cli::read_command_line(command, words);
    }
};

std::string mistake(const std::vector<std::string>& words) {
    try {
        Probe probe;
        static_cast<void>(probe.read(words));
    } catch (const cjm::cli::UsageError& error) {
        return std::string(error.what()) + " / " + error.hint();
    }
    return "none";
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("command line: options anywhere, in every spelling", "[cli][command_line]") {
    for (const Words& words : {Words{"file", "--seed", "5"}, Words{"--seed=5", "file"},
                               Words{"-s", "5", "file"}, Words{"-s5", "file"}}) {
        Probe probe;
        CHECK(probe.read(words).arguments == Words{"file"});
        CHECK(probe.seeds == Words{"5"});
    }
}

TEST_CASE("command line: values are taken as they are", "[cli][command_line]") {
    Probe probe;
    const auto line =
        probe.read({"--name", "[a,b]", "--name", "-", "--name", "-5", "--name=a=b", "[x]", "-"});
    CHECK(probe.names == Words{"[a,b]", "-", "-5", "a=b"});
    CHECK(line.arguments == Words{"[x]", "-"});
}

TEST_CASE("command line: after two dashes nothing is an option", "[cli][command_line]") {
    Probe probe;
    CHECK(probe.read({"--strict", "--", "--seed", "-x"}).arguments == Words{"--seed", "-x"});
    CHECK(probe.strict == 1);
    CHECK(probe.seeds.empty());
}

TEST_CASE("command line: help wins and sets nothing", "[cli][command_line]") {
    for (const Words& words : {Words{"-h"}, Words{"--help"}, Words{"--seed", "5", "-h"}}) {
        Probe probe;
        CHECK(probe.read(words).help);
        CHECK(probe.seeds.empty());
    }
}

TEST_CASE("command line: mistakes are named with their cure", "[cli][command_line]") {
    CHECK(mistake({"--sed", "5"}) == "unknown option \"--sed\" / did you mean \"--seed\"?");
    CHECK(mistake({"--sed=5"}) == "unknown option \"--sed\" / did you mean \"--seed\"?");
    CHECK(mistake({"-nme", "5"}) == "unknown option \"-nme\" / did you mean \"--name\"?");
    CHECK(mistake({"--lter"}) == "unknown option \"--lter\" / see cjm probe --help");
    CHECK(mistake({"--seed"}) == "--seed needs a value / write --seed S");
    CHECK(mistake({"--seed=", "5"}) == "--seed needs a value / write --seed S");
    CHECK(mistake({"--seed", "--strict"}) == "--seed needs a value / write --seed S");
    CHECK(mistake({"--seed", "1", "--seed", "2"}) == "--seed is given twice / ");
    CHECK(mistake({"--strict=no"}) == "--strict takes no value / ");
    CHECK(mistake({"--later"}) == "--later is not available in this version / ");
    CHECK(mistake({"--later", "5", "file"}) == "--later is not available in this version / ");
    CHECK(mistake({"--later=5"}) == "--later is not available in this version / ");
}
