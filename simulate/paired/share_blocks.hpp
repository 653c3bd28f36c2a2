// Owns: sharing blocks of customers out over threads. Must not know: what is done with a block.
#pragma once
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "simulate/kernel/fast_walk.hpp"
#include "simulate/run/run.hpp"

namespace cjm::simulate {

/// Customers in a block: few enough that their facts stay in the cache, many enough that lanes are
/// seldom empty.
inline constexpr std::uint64_t block_customers = 4096;

namespace detail {

/// The blocks of a range of customers, handed out to whoever asks.
class BlockQueue {
  public:
    BlockQueue(CustomerRange customers, const RunControl& control)
        : customers_(customers), control_(control) {}

    [[nodiscard]] std::optional<CustomerRange> take() {
        const std::uint64_t from = taken_.fetch_add(block_customers);
        if (from >= customers_.count) return std::nullopt;
        return CustomerRange{customers_.first + from,
                             std::min(block_customers, customers_.count - from)};
    }
    void report(std::uint64_t customers) {
        done_.fetch_add(customers);
        if (!control_.progress) return;
        // whoever finds another reporting goes on with the work; under the lock numbers never fall
        const std::unique_lock lock(progress_, std::try_to_lock);
        if (lock) control_.progress(done_.load());
    }
    /// Nothing is left for the others.
    void close() { taken_.store(customers_.count); }

  private:
    const CustomerRange customers_;
    const RunControl& control_;
    std::atomic<std::uint64_t> taken_ = 0, done_ = 0;
    std::mutex progress_;
};

}  // namespace detail

/// Gives every block of a range of customers to some worker of type Worker, one worker a thread.
///
/// make_worker   called once a thread, from that thread; returns a std::unique_ptr<Worker>
/// Worker::work  bool(CustomerRange block): false where it was stopped
/// returns       the workers, each having done some of the blocks; which ones is chance. None where
///               stopped. Rethrows what a worker threw, after all have ended
template <class Worker, class MakeWorker>
std::optional<std::vector<std::unique_ptr<Worker>>> share_blocks(CustomerRange customers,
                                                                 unsigned threads,
                                                                 const RunControl& control,
                                                                 const MakeWorker& make_worker) {
    detail::BlockQueue queue(customers, control);
    const std::uint64_t blocks = (customers.count + block_customers - 1) / block_customers;
    std::vector<std::unique_ptr<Worker>> workers(std::min<std::uint64_t>(
        worker_threads(threads, customers.count), std::max<std::uint64_t>(blocks, 1)));
    std::mutex failing;
    std::exception_ptr error;
    std::atomic<bool> stopped = false;
    const auto work = [&](std::unique_ptr<Worker>& worker) {
        try {
            worker = make_worker();
            while (const auto block = queue.take()) {
                if (!worker->work(*block)) {
                    stopped = true;
                    return queue.close();
                }
                queue.report(block->count);
            }
        } catch (...) {
            const std::lock_guard lock(failing);
            if (!error) error = std::current_exception();
            queue.close();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < workers.size(); ++i)
            others.emplace_back([&work, &worker = workers[i]] { work(worker); });
        work(workers[0]);
    }
    if (error) std::rethrow_exception(error);
    if (stopped) return std::nullopt;
    return workers;
}

}  // namespace cjm::simulate
