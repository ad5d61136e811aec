#include "bench/group_commit.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/sample_act.hpp"

namespace hearth::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Waiting {
    std::size_t client = 0;
    SteadyClock::time_point since;
};

/// Clients wait in `queue` until the writer has made their act durable.
struct Counter {
    std::mutex mutex;
    std::condition_variable arrived;
    std::condition_variable served;
    std::vector<Waiting> queue;
    std::vector<bool> is_done;
    bool is_closing = false;
};

record::MatterRow row_of(std::uint64_t number) {
    record::MatterRow row;
    row.id = {static_cast<std::int64_t>(number)};
    row.code_digest = base::hex(std::to_string(number)) + std::string(40, '0');
    row.procedure = {"request"};
    row.state = "received";
    row.owner = {"village"};
    row.due = base::Instant{1'790'000'000'000};
    row.folded = std::string(560, '{');
    return row;
}

record::Batch batch_of(const std::vector<record::Entry>& pool, std::uint64_t first, std::size_t count) {
    record::Batch batch;
    batch.first = first;
    for (std::uint64_t i = first; i < first + count; ++i) {
        batch.entries.push_back(pool[i % pool.size()]);
        batch.matters.push_back({static_cast<std::int64_t>(i + 1)});
        batch.matter_rows.push_back(row_of(i + 1));
        batch.outbox.push_back({"notice", {static_cast<std::int64_t>(i + 1)}, i, "resident", "receipt"});
        batch.keys.push_back({base::hex(std::to_string(i)) + std::string(40, '1'), std::string(64, '2'), i, 1, base::Instant{1}});
    }
    batch.figures.push_back({"2026Q4/request/received", static_cast<std::int64_t>(count)});
    const std::uint64_t last_tile = (first + count - 1) / 256;
    for (std::uint64_t n = first / 256; n <= last_tile; ++n) {
        const std::uint64_t width = n < last_tile ? 256 : first + count - n * 256;
        batch.tiles.push_back({0, n, std::string(width * 32, 'h')});
    }
    batch.checkpoint = std::string(220, 'c');
    batch.office_state = R"({"matters_opened":1,"last_recorded":1})";
    return batch;
}

std::vector<record::Entry> sealed_pool() {
    tests::CountingRandomness randomness;
    std::vector<record::Entry> pool;
    for (int i = 0; i < 256; ++i) pool.push_back(record::seal(tests::sample_act(), randomness));
    return pool;
}

void be_client(Counter& counter, std::size_t client, SteadyClock::time_point until) {
    std::unique_lock lock(counter.mutex);
    while (SteadyClock::now() < until) {
        counter.is_done[client] = false;
        counter.queue.push_back({client, SteadyClock::now()});
        counter.arrived.notify_one();
        counter.served.wait(lock, [&] { return counter.is_done[client]; });
    }
}

void write_all(Counter& counter, record::Store& store, LoadResult& result) {
    const std::vector<record::Entry> pool = sealed_pool();
    std::uint64_t size = store.size();
    std::unique_lock lock(counter.mutex);
    for (;;) {
        counter.arrived.wait(lock, [&] { return !counter.queue.empty() || counter.is_closing; });
        if (counter.queue.empty()) return;
        const std::vector<Waiting> taken = std::exchange(counter.queue, {});
        lock.unlock();
        store.append(batch_of(pool, size, taken.size()));
        size += taken.size();
        const auto now = SteadyClock::now();
        lock.lock();
        for (const Waiting& one : taken) {
            result.latency_ms.push_back(std::chrono::duration<double, std::milli>(now - one.since).count());
            counter.is_done[one.client] = true;
        }
        result.answered += taken.size();
        counter.served.notify_all();
    }
}

}  // namespace

LoadResult group_commit(record::Store& store, int clients, double seconds) {
    Counter counter;
    counter.is_done.resize(static_cast<std::size_t>(clients));
    LoadResult result;
    const auto start = SteadyClock::now();
    const auto until = start + std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(seconds));
    std::thread writer([&] { write_all(counter, store, result); });
    std::vector<std::thread> threads;
    for (int i = 0; i < clients; ++i) threads.emplace_back([&, i] { be_client(counter, static_cast<std::size_t>(i), until); });
    for (std::thread& thread : threads) thread.join();
    {
        const std::lock_guard lock(counter.mutex);
        counter.is_closing = true;
    }
    counter.arrived.notify_one();
    writer.join();
    result.seconds = std::chrono::duration<double>(SteadyClock::now() - start).count();
    std::sort(result.latency_ms.begin(), result.latency_ms.end());
    return result;
}

}  // namespace hearth::bench
