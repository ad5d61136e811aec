#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// A small load on an HTTP server: so many keep-alive connections, each with one request under way, driven by one thread.
namespace hearth::bench {

struct LoadResult {
    std::uint64_t answered = 0;  // with the expected status
    std::uint64_t failed = 0;    // any other status, or a connection lost
    double seconds = 0;
    std::vector<double> latency_ms;  // of the answered ones, sorted

    [[nodiscard]] double per_second() const { return static_cast<double>(answered) / seconds; }
    /// The latency that `share` of the answers did not exceed.
    [[nodiscard]] double latency_at(double share) const;
};

/// Loads 127.0.0.1:`port` for `seconds`. `request` gives the bytes of the n-th request; an answer counts whose status is
/// `expected`. Throws std::runtime_error when a connection cannot be made.
LoadResult load(int port, int connections, double seconds, int expected, const std::function<std::string(std::uint64_t)>& request);

}  // namespace hearth::bench
