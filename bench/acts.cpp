#include <cstdio>

#include "base/json.hpp"
#include "bench/benches.hpp"
#include "bench/group_commit.hpp"
#include "bench/http_load.hpp"
#include "bench/served.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::bench {

namespace {

constexpr int k_clients = 64;

std::string post(const std::string& path, const std::string& body, std::uint64_t key) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nIdempotency-Key: bench-" +
           std::to_string(key) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string request(std::uint64_t n) {
    const base::Json body = {{"office", "village"},
                             {"kind", "claim"},
                             {"points", {"Mend the culvert on the field road", "Say by when it will be done"}},
                             {"account", "On " + std::to_string(n % 28 + 1) +
                                             " June the culvert on the field road fell in after the rain. The tractor cannot pass, "
                                             "and the children walk around by the main road. 田间路涵洞塌了，拖拉机过不去。"},
                             {"place", "Field road, second group"}};
    return post("/api/requests", body.dump(), n);
}

std::uintmax_t bytes_below(const std::filesystem::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

void print(const char* what, const LoadResult& result) {
    std::printf("%-44s %9.0f acts/s   p50 %6.2f ms   p99 %6.2f ms\n", what, result.per_second(), result.latency_at(0.5),
                result.latency_at(0.99));
}

LoadResult over_http(const std::string& hearth, const std::filesystem::path& folder, double seconds, long& peak_kib) {
    const int port = free_port();
    const Program serving({hearth, "serve", folder, "--listen", "127.0.0.1:" + std::to_string(port)},
                          folder.parent_path() / "serve.log");
    wait_for_port(port);
    const LoadResult result = load(port, k_clients, seconds, 201, request);
    peak_kib = serving.peak_kib();
    return result;
}

}  // namespace

void acts(const std::string& hearth, double seconds) {
    const TemporaryFolder folder;
    const auto village = folder.path() / "village";
    output_of({hearth, "init", village, "--id", "village"});
    long peak_kib = 0;
    const LoadResult http = over_http(hearth, village, seconds, peak_kib);
    if (http.failed > 0) std::printf("%llu requests failed\n", static_cast<unsigned long long>(http.failed));

    const auto bare = folder.path() / "bare";
    std::filesystem::create_directory(bare);
    store::SqliteStore store({bare / "office.db", bare / "search.db", bare / "erasures"});
    const LoadResult commit = group_commit(store, k_clients, seconds);

    print("the store's own group commit, 64 clients", commit);
    print("POST /api/requests with receipt, 64 clients", http);
    std::printf("ratio %.2f (aim: at least 0.20)\n", http.per_second() / commit.per_second());
    std::printf("bytes per act on disk %.0f (everything in the folder), peak memory of the server %.1f MB\n",
                static_cast<double>(bytes_below(village)) / static_cast<double>(http.answered),
                static_cast<double>(peak_kib) / 1024);
}

}  // namespace hearth::bench
