#include <cstdio>
#include <fstream>
#include <regex>
#include <stdexcept>

#include "base/json.hpp"
#include "bench/benches.hpp"
#include "bench/history.hpp"
#include "bench/nginx.hpp"
#include "bench/served.hpp"
#include "store/sqlite.hpp"

namespace hearth::bench {

namespace {

constexpr std::uint64_t k_open = 40;
constexpr const char* k_password = "three willows by the ditch";

std::string found(const std::string& text, const char* pattern) {
    std::smatch match;
    if (!std::regex_search(text, match, std::regex(pattern)))
        throw std::runtime_error(std::string("no ") + pattern + " in\n" + text);
    return match[1];
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// Closed matters up to `count`, as copies of a closed row: a list of open matters reads none of them.
void add_closed(const std::filesystem::path& office, std::uint64_t count) {
    store::Connection to(office / "office.db", store::Connection::Mode::read_write);
    to.run(
        "WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ?) "
        "INSERT INTO matter SELECT 10000000 + n, code, procedure, state, open, owner, due, opened_at, changed_at, folded, accused "
        "FROM more, (SELECT * FROM matter WHERE open = 0 LIMIT 1)",
        count);
}

/// Signs in with the password that `hearth staff give` printed and changes it; the cookie of the session.
std::string signed_in(const std::string& desk, const std::string& first, const std::filesystem::path& folder) {
    const std::string jar = folder / "cookies";
    const auto curl = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"curl", "-sS", "-c", jar, "-b", jar};
        words.insert(words.end(), more.begin(), more.end());
        return output_of(words);
    };
    curl({"-d", "login=gaoyun", "--data-urlencode", "password=" + first, desk + "/sign-in"});
    const std::string token = "token=" + found(curl({desk}), "name=\"token\" value=\"([^\"]*)\"");
    curl({"-d", token, "--data-urlencode", "now=" + first, "--data-urlencode", std::string("new=") + k_password, "--data-urlencode",
          std::string("again=") + k_password, desk + "/password"});
    std::ifstream kept(jar);
    const std::string cookies((std::istreambuf_iterator<char>(kept)), std::istreambuf_iterator<char>());
    return found(cookies, "(hearth_village\t[0-9a-f]+)");
}

/// Raises a matter and adds to it until it has so many acts; its number.
std::string raise_with_acts(const std::string& base_url, int acts) {
    const base::Json body = {{"office", "village"},
                             {"kind", "claim"},
                             {"points", {"Mend the culvert on the field road", "Say by when"}},
                             {"account", "The culvert on the field road fell in after the rain. 田间路涵洞塌了。"}};
    const std::string answer =
        output_of({"curl", "-sS", "-H", "Content-Type: application/json", "-d", body.dump(), base_url + "/api/requests"});
    const std::string code = found(answer, "\"code\": ?\"([^\"]+)\"");
    for (int act = 1; act < acts; ++act) {
        output_of({"curl", "-sS", "-d", "code=" + code + "&act=add_facts&go=send&key=k" + std::to_string(act), "--data-urlencode",
                   "f.words=The water stood in the lane again this morning.", base_url + "/en/o/village/matter/word"});
    }
    return found(answer, "\"number\": ?\"[^\"]*-([0-9]+)\"");
}

/// One matter of twenty acts as its handler sees it, every look noted for the person concerned.
void matter_page(const std::string& base_url, const std::string& cookie, double seconds, const std::filesystem::path& script) {
    constexpr int k_acts = 20;
    const std::string url = base_url + "/en/o/village/desk/matter/" + std::to_string(std::stoll(raise_with_acts(base_url, k_acts)));
    const std::string page = output_of({"curl", "-sS", "-H", "Cookie: " + cookie, url});
    const double drawn = requests_per_second(url, seconds, script);
    const TemporaryFolder folder;
    const Nginx nginx(folder.path(), page);
    const double by_nginx = requests_per_second(nginx.url(), seconds);
    std::printf(
        "signed-in page of a matter of %zu acts, readings noted: %.0f/s of %zu bytes, nginx %.0f/s, ratio %.2f (aim: at least "
        "0.20)\n",
        count_of(page, "<li><span class=\"when\">"), drawn, page.size(), by_nginx, drawn / by_nginx);
}

}  // namespace

void desk(const std::string& hearth, double seconds, std::uint64_t few, std::uint64_t many) {
    std::vector<double> reached;
    for (const std::uint64_t closed : {few, many}) {
        const TemporaryFolder folder;
        const auto village = folder.path() / "village";
        output_of({hearth, "init", village, "--id", "village"});
        write_history(village, 2 * few, k_open);
        if (closed > few) add_closed(village, closed - few);
        const std::string given = output_of({hearth, "staff", "give", village, "gaoyun", "--post", "handler"});
        const int port = free_port();
        const Program serving({hearth, "serve", village, "--listen", "127.0.0.1:" + std::to_string(port)},
                              folder.path() / "serve.log");
        wait_for_port(port);
        const std::string base_url = "http://127.0.0.1:" + std::to_string(port);
        const std::string url = base_url + "/en/o/village/desk";
        std::string cookie = signed_in(url, found(given, "only now\\): (\\S+)"), folder.path());
        cookie.replace(cookie.find('\t'), 1, "=");
        std::ofstream(folder.path() / "desk.lua") << "wrk.headers['Cookie'] = '" << cookie << "'\n";
        const std::string page = output_of({"curl", "-sS", "-H", "Cookie: " + cookie, url});
        found(page, "(40 matters)");
        reached.push_back(requests_per_second(url, seconds, folder.path() / "desk.lua"));
        std::printf("%llu closed matters, %llu open: %.0f desk pages/s of %zu bytes\n", static_cast<unsigned long long>(closed),
                    static_cast<unsigned long long>(k_open), reached.back(), page.size());
        matter_page(base_url, cookie, seconds, folder.path() / "desk.lua");
    }
    std::printf("ratio %.2f (aim: about 1)\n", reached[0] / reached[1]);
}

}  // namespace hearth::bench
