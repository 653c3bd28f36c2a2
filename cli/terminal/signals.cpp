#include "cli/terminal/signals.hpp"

#include <csignal>

#include <unistd.h>

#include "base/safe_file.hpp"
#include "cli/exit_status.hpp"
#include "cli/terminal/progress.hpp"

namespace cjm::cli {
namespace {

extern "C" void end_interrupted(int /*signal*/) {
    remove_unfinished_file();
    erase_progress_line();
    ::_exit(static_cast<int>(ExitStatus::interrupted));
}

void handle(int signal) {
    struct sigaction action {};
    action.sa_handler = end_interrupted;
    sigfillset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

sigset_t handled_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, signal);
    return signals;
}

}  // namespace

HeldSignals::HeldSignals() {
    const sigset_t signals = handled_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

HeldSignals::~HeldSignals() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void install_signal_handlers() {
    // what a write returns says as much, and lets the program tidy up
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    // SIGINT also where a script's `&` made the shell ignore it: who sends it means it
    handle(SIGINT);
    handle(SIGTERM);
    struct sigaction hangup {};
    sigaction(SIGHUP, nullptr, &hangup);
    if (hangup.sa_handler != SIG_IGN) handle(SIGHUP);  // nohup asks to live on
    const sigset_t held = handled_signals();
    ::pthread_sigmask(SIG_UNBLOCK, &held, nullptr);
}

}  // namespace cjm::cli
