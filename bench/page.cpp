#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "base/json.hpp"
#include "bench/benches.hpp"
#include "bench/nginx.hpp"
#include "bench/served.hpp"

namespace hearth::bench {

namespace {

void write(const std::filesystem::path& file, const std::string& text) { std::ofstream(file) << text; }

/// Raises a matter and gives its receipt code.
std::string raise(const std::string& base_url) {
    const base::Json body = {{"office", "village"},
                             {"kind", "claim"},
                             {"points", {"Mend the culvert on the field road", "Say by when"}},
                             {"account", "The culvert on the field road fell in after the rain. 田间路涵洞塌了。"}};
    const auto answer = base::parse_json(
        output_of({"curl", "-sS", "-H", "Content-Type: application/json", "-d", body.dump(), base_url + "/api/requests"}));
    if (!answer || !answer->contains("code")) throw std::runtime_error("the request was not taken");
    return (*answer)["code"];
}

}  // namespace

void page(const std::string& hearth, double seconds) {
    const TemporaryFolder folder;
    const auto village = folder.path() / "village";
    output_of({hearth, "init", village, "--id", "village"});
    const int port = free_port();
    const Program serving({hearth, "serve", village, "--listen", "127.0.0.1:" + std::to_string(port)}, folder.path() / "serve.log");
    wait_for_port(port);
    const std::string base_url = "http://127.0.0.1:" + std::to_string(port);
    const std::string form = "code=" + raise(base_url);
    const std::string url = base_url + "/en/o/village/matter";

    const std::string bytes = output_of({"curl", "-sS", "-d", form, url});
    const Nginx nginx(folder.path(), bytes);
    write(folder.path() / "post.lua",
          "wrk.method = 'POST'\nwrk.body = '" + form + "'\nwrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'\n");

    const double by_nginx = requests_per_second(nginx.url(), seconds);
    const double by_hearth = requests_per_second(url, seconds, folder.path() / "post.lua");
    std::printf("a page of %zu bytes: nginx %.0f/s, hearth %.0f/s, ratio %.2f (aim: at least 0.20)\n", bytes.size(), by_nginx,
                by_hearth, by_hearth / by_nginx);
}

}  // namespace hearth::bench
