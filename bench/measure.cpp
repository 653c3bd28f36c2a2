#include "bench/measure.hpp"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cjm::bench {
namespace {

double milliseconds(const timeval& time) {
    return 1e3 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_usec);
}

[[noreturn]] void become(const std::vector<std::string>& words) {
    std::vector<char*> argv;
    for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
    argv.push_back(nullptr);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(127);
}

std::vector<double> values(const std::vector<Taken>& taken, double Taken::*quantity) {
    std::vector<double> all;
    for (const Taken& one : taken) all.push_back(one.*quantity);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

Taken run_program(const std::vector<std::string>& words) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) become(words);
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0)
        throw std::runtime_error(words.front() + " does not run to its end");
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {.wall_ms = wall.count(),
            .cpu_ms = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
            .peak_mb = static_cast<double>(usage.ru_maxrss) / 1024};
}

std::vector<std::vector<Taken>> run_by_turns(const std::vector<std::vector<std::string>>& programs,
                                             int rounds) {
    std::vector<std::vector<Taken>> taken(programs.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < programs.size(); ++i)
            taken[i].push_back(run_program(programs[i]));
    return taken;
}

double median(const std::vector<Taken>& taken, double Taken::*quantity) {
    return values(taken, quantity)[taken.size() / 2];
}

double least(const std::vector<Taken>& taken, double Taken::*quantity) {
    return values(taken, quantity).front();
}

}  // namespace cjm::bench
