#include <cstdio>

#include "bench/benches.hpp"
#include "bench/nginx.hpp"
#include "bench/served.hpp"

namespace hearth::bench {

void notice(const std::string& hearth, double seconds) {
    constexpr int k_telephones = 500;
    const TemporaryFolder folder;
    const auto village = folder.path() / "village";
    output_of({hearth, "init", village, "--id", "village"});
    const int port = free_port();
    const Program serving({hearth, "serve", village, "--listen", "127.0.0.1:" + std::to_string(port)}, folder.path() / "serve.log");
    wait_for_port(port);
    const std::string url = "http://127.0.0.1:" + std::to_string(port) + "/en/o/village/notices";
    const std::string bytes = output_of({"curl", "-sS", url});
    const Nginx nginx(folder.path(), bytes);
    const double by_nginx = requests_per_second(nginx.url(), seconds, {}, k_telephones);
    const double by_hearth = requests_per_second(url, seconds, {}, k_telephones);
    std::printf("%d telephones on the board of notices, %zu bytes: nginx %.0f/s, hearth %.0f/s, ratio %.2f; peak %ld KiB\n",
                k_telephones, bytes.size(), by_nginx, by_hearth, by_hearth / by_nginx, serving.peak_kib());
}

}  // namespace hearth::bench
