// Owns: a program that runs beside the test, at a terminal or not. Must not know: what it does.
#pragma once
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cjm::testing {

/// A folder of its own, empty, gone at the end.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "cjm-run-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// How a program ended.
struct Ended {
    int exit = -1;  ///< 1000 + the signal where one killed it
    double cpu_seconds = 0;
    double seconds_since_signal = 0;  ///< wall; 0 where none was sent
    double cpu_since_signal = 0;
    std::string said;  ///< on the terminal or standard error
};

/// The program CJM_PROGRAM under way in a folder, its output on a terminal of 80 columns, or
/// standard error in a pipe and the rest thrown away.
class Child {
  public:
    enum class At { terminal, pipe };

    Child(At at, const std::filesystem::path& folder, std::vector<std::string> words) {
        int ends[2] = {-1, -1};
        if (at == At::pipe && ::pipe(ends) != 0) throw std::runtime_error("no pipe");
        winsize size{};
        size.ws_row = 24;
        size.ws_col = 80;
        pid_ = at == At::terminal ? ::forkpty(&reading_, nullptr, nullptr, &size) : ::fork();
        if (pid_ < 0) throw std::runtime_error("no process");
        if (pid_ == 0) become(at, folder, ends[1], words);
        if (at == At::pipe) {
            ::close(ends[1]);
            reading_ = ends[0];
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            ::waitpid(pid_, nullptr, 0);
        }
        ::close(reading_);
    }

    /// Reads until the text has been said; false where that takes too long or the program ends.
    [[nodiscard]] bool wait_for(const std::string& text, std::chrono::seconds at_most) {
        const auto end = std::chrono::steady_clock::now() + at_most;
        while (said_.find(text) == std::string::npos)
            if (std::chrono::steady_clock::now() > end || !read_some(100)) return false;
        return true;
    }

    /// What Ctrl-C does at a terminal.
    void press_control_c() {
        signalled();
        const char key = 3;
        if (::write(reading_, &key, 1) != 1) throw std::runtime_error("no terminal");
    }
    void send(int signal) {
        signalled();
        ::kill(pid_, signal);
    }

    /// Until it has ended.
    [[nodiscard]] Ended end() {
        while (read_some(60'000)) {
        }
        int status = 0;
        rusage usage{};
        ::wait4(pid_, &status, 0, &usage);
        pid_ = -1;
        Ended ended;
        ended.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
        ended.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        if (signalled_) {
            ended.seconds_since_signal =
                std::chrono::duration<double>(std::chrono::steady_clock::now() - signal_time_)
                    .count();
            ended.cpu_since_signal = ended.cpu_seconds - cpu_at_signal_;
        }
        ended.said = said_;
        return ended;
    }

  private:
    [[noreturn]] static void become(At at, const std::filesystem::path& folder, int writing,
                                    std::vector<std::string>& words) {
        if (at == At::pipe) {
            const int nowhere = ::open("/dev/null", O_RDWR);
            ::dup2(nowhere, STDIN_FILENO);
            ::dup2(nowhere, STDOUT_FILENO);
            ::dup2(writing, STDERR_FILENO);
            ::close(writing);
        }
        std::string program = CJM_PROGRAM;
        std::vector<char*> argv{program.data()};
        for (std::string& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        if (::chdir(folder.c_str()) == 0) ::execv(program.c_str(), argv.data());
        ::_exit(127);
    }

    static double seconds(const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    }

    // False at the end of what the program says, or after so long a silence.
    bool read_some(int milliseconds) {
        pollfd waiting{reading_, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, milliseconds);
        if (ready <= 0) return milliseconds < 1000;
        char buffer[4096];
        const ssize_t count = ::read(reading_, buffer, sizeof buffer);
        if (count <= 0) return false;
        said_.append(buffer, static_cast<std::size_t>(count));
        return true;
    }

    void signalled() {
        signalled_ = true;
        cpu_at_signal_ = cpu_now();
        signal_time_ = std::chrono::steady_clock::now();
    }

    // User and system time so far, all threads (fields 14 and 15 of the kernel's line).
    [[nodiscard]] double cpu_now() const {
        std::ifstream file("/proc/" + std::to_string(pid_) + "/stat");
        std::string line;
        std::getline(file, line);
        std::istringstream rest(line.substr(line.rfind(')') + 1));
        std::string word;
        double ticks = 0;
        for (int field = 3; field <= 15 && rest >> word; ++field)
            if (field >= 14) ticks += std::strtod(word.c_str(), nullptr);
        return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
    }

    pid_t pid_ = -1;
    int reading_ = -1;
    std::string said_;
    bool signalled_ = false;
    double cpu_at_signal_ = 0;
    std::chrono::steady_clock::time_point signal_time_;
};

}  // namespace cjm::testing
