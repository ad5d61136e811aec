#include <algorithm>
#include <cstdio>
#include <vector>

#include "bench/benches.hpp"
#include "bench/history.hpp"
#include "bench/served.hpp"

namespace hearth::bench {

namespace {

constexpr std::uint64_t k_open = 500;
constexpr int k_runs = 7;

/// Seconds from the start of the program until it answers: the median of some runs.
double seconds_to_serve(const std::string& hearth, const std::filesystem::path& folder) {
    std::vector<double> seconds;
    for (int i = 0; i < k_runs; ++i) {
        const int port = free_port();
        const Program serving({hearth, "serve", folder, "--listen", "127.0.0.1:" + std::to_string(port)},
                              folder.parent_path() / "serve.log");
        seconds.push_back(wait_for_port(port));
    }
    std::ranges::sort(seconds);
    return seconds[k_runs / 2];
}

}  // namespace

void startup(const std::string& hearth, std::uint64_t few, std::uint64_t many) {
    const TemporaryFolder folder;
    std::vector<double> seconds;
    for (const std::uint64_t acts : {few, many}) {
        const auto village = folder.path() / std::to_string(acts);
        output_of({hearth, "init", village, "--id", "village"});
        write_history(village, acts, k_open);
        seconds.push_back(seconds_to_serve(hearth, village));
        std::printf("%llu acts, %llu open matters: answers after %.0f ms (median of %d starts)\n",
                    static_cast<unsigned long long>(acts), static_cast<unsigned long long>(k_open), seconds.back() * 1000, k_runs);
    }
    std::printf("ratio %.2f (aim: at most 1.20)\n", seconds[1] / seconds[0]);
}

}  // namespace hearth::bench
