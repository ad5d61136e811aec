#include <chrono>
#include <cstdio>
#include <regex>
#include <stdexcept>

#include "bench/benches.hpp"
#include "bench/http_load.hpp"
#include "bench/served.hpp"
#include "clerk/passwords.hpp"

namespace hearth::bench {

namespace {

constexpr int k_see_other = 303;

/// How often one core works out a password in so many seconds, with nothing around it.
double checks_per_second(double seconds) {
    const std::string hash = clerk::hash_password("three willows by the ditch");
    const auto begun = std::chrono::steady_clock::now();
    std::chrono::duration<double> taken{};
    int checks = 0;
    for (; taken.count() < seconds; ++checks) {
        if (!clerk::is_password("three willows by the ditch", hash)) throw std::runtime_error("a password that was right is not");
        taken = std::chrono::steady_clock::now() - begun;
    }
    return checks / taken.count();
}

std::string password_in(const std::string& given) {
    std::smatch match;
    if (!std::regex_search(given, match, std::regex("only now\\): (\\S+)"))) throw std::runtime_error("no password in\n" + given);
    return match[1];
}

std::string request_of(const std::string& password) {
    const std::string body = "login=gaoyun&password=" + password;
    return "POST /en/o/village/desk/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
           "Content-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

void sign_ins(const std::string& hearth, double seconds) {
    const TemporaryFolder folder;
    const auto village = folder.path() / "village";
    output_of({hearth, "init", village, "--id", "village"});
    const std::string request =
        request_of(password_in(output_of({hearth, "staff", "give", village, "gaoyun", "--post", "handler"})));
    const int port = free_port();
    const Program serving({hearth, "serve", village, "--listen", "127.0.0.1:" + std::to_string(port)}, folder.path() / "serve.log");
    wait_for_port(port);
    const long before = serving.peak_kib();
    for (const int at_once : {1, 64}) {
        const double alone = checks_per_second(seconds);
        const LoadResult signed_in = load(port, at_once, seconds, k_see_other, [&](std::uint64_t) { return request; });
        if (signed_in.answered == 0) throw std::runtime_error("nobody was signed in");
        std::printf(
            "sign-ins with %d at once: %.1f/s, p50 %.0f ms, p99 %.0f ms, %llu refused; Argon2id alone on one core %.1f/s, "
            "ratio %.2f; peak %.1f MB (%.1f MB before)\n",
            at_once, signed_in.per_second(), signed_in.latency_at(0.5), signed_in.latency_at(0.99),
            static_cast<unsigned long long>(signed_in.failed), alone, signed_in.per_second() / alone,
            static_cast<double>(serving.peak_kib()) / 1024, static_cast<double>(before) / 1024);
    }
}

}  // namespace hearth::bench
