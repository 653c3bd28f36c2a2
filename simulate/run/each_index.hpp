// Owns: sharing a number of independent tasks out over threads. Must not know: tasks.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "simulate/simulate.hpp"

namespace cjm::simulate {

/// Calls task(i) once for every i below `count`, several at a time.
///
/// threads   0 = all cores
/// progress  counts tasks
/// returns   false where `control.stop` was set; some tasks have then not been done. Rethrows what
///           a task threw, after all threads have ended
template <class Task>
bool for_each_index(std::uint64_t count, unsigned threads, const RunControl& control,
                    const Task& task) {
    std::atomic<std::uint64_t> next = 0;
    std::uint64_t done = 0;
    std::mutex mutex;
    std::exception_ptr error;
    const auto stopped = [&] {
        return control.stop != nullptr && control.stop->load(std::memory_order_relaxed);
    };
    const auto work = [&] {
        try {
            for (std::uint64_t i = next++; i < count && !stopped(); i = next++) {
                task(i);
                const std::lock_guard lock(mutex);
                ++done;
                if (control.progress) control.progress(done);
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!error) error = std::current_exception();
            next = count;
        }
    };
    {
        const std::uint64_t wanted =
            threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> others;
        for (std::uint64_t i = 1; i < std::min<std::uint64_t>({wanted, count, 256}); ++i)
            others.emplace_back(work);
        work();
    }
    if (error) std::rethrow_exception(error);
    return !stopped();
}

}  // namespace cjm::simulate
