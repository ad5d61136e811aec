#include <cstdio>

#include "bench/benches.hpp"
#include "bench/http_load.hpp"
#include "bench/served.hpp"

namespace hearth::bench {

void memory(const std::string& hearth) {
    const TemporaryFolder folder;
    const int port = free_port();
    const Program demo({hearth, "demo", folder.path() / "town", "--listen", "127.0.0.1:" + std::to_string(port)},
                       folder.path() / "demo.log");
    const double seconds = wait_for_port(port, 120);
    load(port, 64, 3, 200, [](std::uint64_t) { return std::string("GET /en/ HTTP/1.1\r\nHost: localhost\r\n\r\n"); });
    std::printf("demonstration made and served after %.1f s, peak memory %.1f MB with 64 readers (aim: under 64 MB)\n", seconds,
                static_cast<double>(demo.peak_kib()) / 1024);
}

}  // namespace hearth::bench
