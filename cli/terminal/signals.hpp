// Owns: what happens on Ctrl-C and its kin. Must not know: commands.
#pragma once
#include <csignal>

namespace cjm::cli {

/// From now on SIGINT, SIGTERM and SIGHUP end the program at once with status 130 and remove the
/// file it was writing; a closed pipe and a file at its size limit are reported by the write
/// instead of killing the program.
///
/// Signals that came while another program held them back for this one count too.
void install_signal_handlers();

/// Holds those signals back as long as it lives, and for a program that takes this one's place: it
/// gets them when it can tell what to do with them, after its libraries are loaded.
class HeldSignals {
  public:
    HeldSignals();
    ~HeldSignals();
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace cjm::cli
