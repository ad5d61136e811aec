// What holds for every address of the site, whoever asks and however (docs/security.md names these tests).
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <regex>

#include "clerk/passwords.hpp"
#include "store/roster_store.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_password = "three+willows+by+the+ditch";

/// As door.cpp adds it, and an address that it fits; for an office below "/o/village".
struct Route {
    std::string method;
    std::string pattern;
    std::string path;
};

const std::vector<Route> k_routes = {
    {"GET", "/", "/"},
    {"GET", "/hearth.css", "/hearth.css"},
    {"GET", "/script/{file}", "/script/print.js"},
    {"GET", "", "/o/village"},
    {"GET", "/procedures", "/o/village/procedures"},
    {"GET", "/procedures/{id}", "/o/village/procedures/request"},
    {"GET", "/procedures/{id}/{sheet}", "/o/village/procedures/request/a3.svg"},
    {"GET", "/record", "/o/village/record"},
    {"GET", "/raise", "/o/village/raise"},
    {"GET", "/raise/{procedure}/{act}", "/o/village/raise/request/submit"},
    {"GET", "/matter", "/o/village/matter"},
    {"GET", "/notices", "/o/village/notices"},
    {"GET", "/notices/{entry}", "/o/village/notices/3"},
    {"GET", "/feed", "/o/village/feed"},
    {"GET", "/news/feed", "/o/village/news/feed"},
    {"GET", "/news/stop", "/o/village/news/stop"},
    {"GET", "/desk", "/o/village/desk"},
    {"GET", "/desk/matter/{number}", "/o/village/desk/matter/1"},
    {"GET", "/desk/assist", "/o/village/desk/assist"},
    {"GET", "/desk/assist/{procedure}/{act}", "/o/village/desk/assist/request/submit"},
    {"GET", "/desk/field", "/o/village/desk/field"},
    {"GET", "/desk/field/session", "/o/village/desk/field/session"},
    {"POST", "/desk/field/{procedure}/{act}", "/o/village/desk/field/request/submit"},
    {"GET", "/desk/password", "/o/village/desk/password"},
    {"GET", "/desk/account", "/o/village/desk/account"},
    {"GET", "/record/checkpoint", "/o/village/record/checkpoint"},
    {"GET", "/record/verifier-key", "/o/village/record/verifier-key"},
    {"GET", "/record/tile/{tile...}", "/o/village/record/tile/0/000.p/1"},
    {"GET", "/witness/{hex}/checkpoint", "/o/village/witness/ab/checkpoint"},
    {"POST", "/raise/{procedure}/{act}", "/o/village/raise/request/submit"},
    {"POST", "/matter", "/o/village/matter"},
    {"POST", "/matter/word", "/o/village/matter/word"},
    {"POST", "/held", "/o/village/held"},
    {"POST", "/held/file", "/o/village/held/file"},
    {"POST", "/receipt", "/o/village/receipt"},
    {"POST", "/receipt/slip", "/o/village/receipt/slip"},
    {"POST", "/receipt/sheet", "/o/village/receipt/sheet"},
    {"POST", "/paper", "/o/village/paper"},
    {"POST", "/news", "/o/village/news"},
    {"POST", "/news/stop", "/o/village/news/stop"},
    {"POST", "/desk/matter/{number}", "/o/village/desk/matter/1"},
    {"POST", "/desk/assist/{procedure}/{act}", "/o/village/desk/assist/request/submit"},
    {"POST", "/desk/assist/word", "/o/village/desk/assist/word"},
    {"POST", "/desk/together", "/o/village/desk/together"},
    {"POST", "/desk/paper", "/o/village/desk/paper"},
    {"GET", "/desk/deputy", "/o/village/desk/deputy"},
    {"POST", "/desk/deputy", "/o/village/desk/deputy"},
    {"POST", "/desk/sign-in", "/o/village/desk/sign-in"},
    {"POST", "/desk/sign-out", "/o/village/desk/sign-out"},
    {"POST", "/desk/password", "/o/village/desk/password"},
    {"POST", "/desk/sign-in/passkey", "/o/village/desk/sign-in/passkey"},
    {"POST", "/desk/sign-in/openid", "/o/village/desk/sign-in/openid"},
    {"GET", "/desk/sign-in/openid/back", "/o/village/desk/sign-in/openid/back"},
    {"POST", "/desk/account/passkey", "/o/village/desk/account/passkey"},
    {"POST", "/desk/account/passkey/made", "/o/village/desk/account/passkey/made"},
    {"POST", "/desk/account/passkey/remove", "/o/village/desk/account/passkey/remove"},
    {"POST", "/desk/account/session/end", "/o/village/desk/account/session/end"},
    {"POST", "/desk/account/recovery", "/o/village/desk/account/recovery"},
    {"POST", "/desk/account/recovery/stop", "/o/village/desk/account/recovery/stop"},
    {"POST", "/desk/account/recovery/confirm", "/o/village/desk/account/recovery/confirm"},
    {"GET", "/household", "/o/village/household"},
    {"POST", "/household", "/o/village/household"},
    {"POST", "/o/{office}/letters", "/o/village/letters"},
    {"POST", "/witness/add-checkpoint", "/o/village/witness/add-checkpoint"},
    {"POST", "/api/requests", "/api/requests"},
    {"POST", "/control/", "/control/act"},
    {"POST", "/control/", "/control/erase"},
    {"POST", "/control/", "/control/health"},
};

std::string with_method(const std::string& method, const std::string& path) {
    return method + " " + path + " HTTP/1.1\r\nHost: hearth.test\r\nX-Secret: come-back\r\nContent-Length: 0\r\n\r\n";
}

/// The town with one matter and one handler who may sign in.
class SecurityTest : public ServedSite {
protected:
    SecurityTest() {
        people_.add({{"aa11"}, "gaoyun", clerk::hash_password("three willows by the ditch"), false});
        people_.give({{"aa11"}, {"handler"}, base::parse_date("2026-01-01").value(), {}});
        town_.site.offices[0].people = &people_;
        people_.roster().enter({{"3-12", "sealed", {}}}, {}, 7);
    }
    std::string send(const Route& route, const std::string& body = {}, const std::string& more = {}) {
        return route.method == "GET" ? ask(get(route.path, more)) : ask(post(route.path, k_form, body, more));
    }
    /// "hearth_village=..", as a browser sends it back.
    std::string sign_in(const std::string& more = {}) {
        const std::string answer =
            ask(post("/o/village/desk/sign-in", k_form, std::string("login=gaoyun&password=") + k_password, more));
        const std::string cookie = header_in(answer, "Set-Cookie");
        return cookie.substr(0, cookie.find(';'));
    }
    bool opens_the_desk(const std::string& cookie) {
        return ask(get("/en/o/village/desk", "Cookie: " + cookie + "\r\n")).find("Mend the culvert") != std::string::npos;
    }

    TemporaryFolder folder_;
    store::PeopleStore people_{folder_.path() / "people.db"};
    std::string code_ =
        town_.raise({{"kind", "claim"}, {"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
};

}  // namespace

// The list above is the list of door.cpp: who adds an address there is asked to add it here.
TEST_F(SecurityTest, KnowsEveryAddressOfTheDoor) {
    const std::string door = file_text(source_folder() / "src/web/door.cpp");
    const std::regex added(R"re(\badd\w*\(\s*"(GET|POST)",\s*"([^"]*)"|add_coded\("([^"]*)")re");
    int count = 0;
    for (auto it = std::sregex_iterator(door.begin(), door.end(), added); it != std::sregex_iterator(); ++it, ++count) {
        const std::string method = (*it)[3].matched ? "POST" : (*it)[1].str();
        const std::string pattern = (*it)[3].matched ? (*it)[3].str() : (*it)[2].str();
        EXPECT_TRUE(std::ranges::any_of(k_routes, [&](const Route& r) { return r.method == method && r.pattern == pattern; }))
            << method << " " << pattern;
    }
    EXPECT_GT(count, 30) << "the form of door.cpp has changed";
}

TEST_F(SecurityTest, PutsTheSecurityHeadersOnEveryAddress) {
    for (const Route& route : k_routes) {
        const std::string answer = send(route);
        EXPECT_THAT(header_in(answer, "Content-Security-Policy"),
                    AllOf(HasSubstr("default-src 'none'"), HasSubstr("frame-ancestors 'none'"), Not(HasSubstr("unsafe"))))
            << route.path;
        EXPECT_EQ(header_in(answer, "X-Content-Type-Options"), "nosniff") << route.path;
        EXPECT_EQ(header_in(answer, "X-Frame-Options"), "DENY") << route.path;
        EXPECT_EQ(header_in(answer, "Referrer-Policy"), "no-referrer") << route.path;
        EXPECT_EQ(header_in(answer, "Cross-Origin-Resource-Policy"), "same-origin") << route.path;
        EXPECT_FALSE(header_in(answer, "Content-Type").empty()) << route.path;
        EXPECT_FALSE(header_in(answer, "Cache-Control").empty()) << route.path;
        for (const char* telling : {"Server", "X-Powered-By", "Set-Cookie", "Access-Control-Allow-Origin"})
            EXPECT_EQ(header_in(answer, telling), "") << route.path;
        EXPECT_LT(status_in(answer), 500) << route.path;
    }
}

/// Whether a page names this script and nothing else that runs: none in the page itself, none in an attribute.
void expect_only_script(const std::string& page, const std::string& name) {
    EXPECT_EQ(page.find("<script"), page.rfind("<script")) << "more than one";
    EXPECT_THAT(page, HasSubstr("<script src=\"/script/" + name + ".js?"));
    EXPECT_THAT(page, HasSubstr("\" defer></script>"));
    EXPECT_FALSE(std::regex_search(page, std::regex("<[^>]* on[a-z]+=|javascript:")));
}

// A page without a script of its own lets none run: there is no script-src, so default-src 'none' holds.
TEST_F(SecurityTest, LetsScriptsRunOnlyOnThePagesThatNameOne) {
    for (const Route& route : k_routes) {
        const std::string answer = send(route);
        if (answer.contains("type=\"password\"")) {
            expect_only_script(answer, "password");
            continue;
        }
        EXPECT_THAT(header_in(answer, "Content-Security-Policy"), Not(HasSubstr("script-src"))) << route.path;
        EXPECT_THAT(answer, Not(HasSubstr("<script"))) << route.path;
    }
    for (const char* paper : {"slip", "sheet"}) {
        const std::string answer = ask(post(std::string("/en/o/village/receipt/") + paper, k_form, "code=" + code_));
        EXPECT_THAT(header_in(answer, "Content-Security-Policy"),
                    AllOf(HasSubstr("default-src 'none'"), testing::EndsWith("; script-src 'self'"), Not(HasSubstr("unsafe"))));
        expect_only_script(answer, "print");
    }
}

TEST_F(SecurityTest, WritesThePolicyOfPagesInOnePlace) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(source_folder() / "src")) {
        const std::string name = file.path().filename();
        if (file.path().extension() != ".cpp" || name.ends_with("_test.cpp") || name == "finish.cpp") continue;
        EXPECT_THAT(file_text(file.path()), Not(HasSubstr("Content-Security-Policy"))) << file.path();
    }
}

TEST_F(SecurityTest, ServesItsScriptsAsScriptsToBeKeptByTheirVersion) {
    const std::string page = ask(post("/en/o/village/receipt/slip", k_form, "code=" + code_));
    std::smatch address;
    ASSERT_TRUE(std::regex_search(page, address, std::regex("<script src=\"([^\"]*)\"")));
    const std::string named = ask(get(address[1].str()));
    EXPECT_EQ(header_in(named, "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_THAT(header_in(named, "Cache-Control"), HasSubstr("immutable"));
    EXPECT_THAT(named, HasSubstr("print()"));
    EXPECT_EQ(header_in(ask(get("/script/print.js")), "Cache-Control"), "no-cache");
    for (const char* other : {"/script/hearth.css", "/script/en.mo", "/script/print", "/script/..%2fhearth.css"})
        EXPECT_EQ(status_in(ask(get(other))) / 100, 4) << other;
}

TEST_F(SecurityTest, KnowsNoOtherMethods) {
    for (const Route& route : k_routes) {
        for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"}) {
            const std::string answer = ask(with_method(method, route.path));
            EXPECT_THAT(status_in(answer), testing::AnyOf(400, 404, 405)) << method << " " << route.path;
            EXPECT_THAT(answer, Not(HasSubstr("come-back"))) << "an answer to TRACE shows what was sent";
        }
    }
}

TEST_F(SecurityTest, TakesNoBodyBeyondItsLimitAnywhere) {
    const std::string long_one(257UL * 1024, 'x');
    for (const Route& route : k_routes) {
        if (route.method == "POST") {
            EXPECT_EQ(status_in(send(route, long_one)), 413) << route.path;
        }
    }
}

TEST_F(SecurityTest, LeadsNoPathOutOfTheSite) {
    for (const char* path :
         {"/../../etc/passwd", "/o/village/record/tile/../../../../etc/passwd",
          "/o/village/record/tile/..%2f..%2f..%2fetc%2fpasswd", "/o/%2e%2e/%2e%2e/etc/passwd",
          "/o/village/procedures/..%2f..%2foffice.yaml", "/o/village/procedures/request/..%2fa3.svg",
          "/o/village/record/tile/entries/../../office.db", "/hearth.css/../../office.db", "/o/village/record/tile//etc/passwd",
          "/o/village/witness/..%2f..%2fkeys/checkpoint", "//etc/passwd", "/o/village%00/record", "/o/..\\..\\office.yaml"}) {
        const std::string answer = ask(get(path));
        EXPECT_THAT(status_in(answer), testing::AnyOf(400, 404)) << path;
        EXPECT_THAT(answer, Not(HasSubstr("root:"))) << path;
    }
    std::string cookie = sign_in();
    for (const char* paper : {"../office.db", "..%2F..%2Foffice.db", "%2Fetc%2Fpasswd"})
        EXPECT_EQ(status_in(ask(post("/o/village/paper", k_form, std::string("code=x&paper=") + paper))), 404) << paper;
}

TEST_F(SecurityTest, ReadsWhatLooksLikeSqlAsWords) {
    const std::string cookie = "Cookie: " + sign_in() + "\r\n";
    for (const char* words : {"%27", "%27%20OR%201%3D1--", "%22%29%3B%20DROP%20TABLE%20entry%3B--", "%2A", "NEAR%28", "%00"}) {
        for (const std::string& path :
             {std::string("/en/o/village/desk?q=") + words, std::string("/en/o/village/desk?page=") + words,
              std::string("/en/o/village/desk?turn=") + words}) {
            const int status = status_in(ask(get(path, cookie)));
            EXPECT_LT(status, 500) << path;
        }
        EXPECT_EQ(status_in(ask(post("/en/o/village/matter", k_form, std::string("code=") + words))) / 100, 4) << words;
        EXPECT_EQ(status_in(ask(post("/en/o/village/household", k_form, std::string("code=x&label=") + words))) / 100, 4) << words;
        EXPECT_EQ(status_in(ask(get(std::string("/en/o/") + words))) / 100, 4) << words;
    }
    EXPECT_TRUE(opens_the_desk(cookie.substr(8, cookie.size() - 10))) << "nothing was dropped";
}

TEST_F(SecurityTest, BelievesNoHostThatAClientNames) {
    for (const char* path : {"/en/o/village", "/en/o/village/matter", "/en/o/village/desk"}) {
        const std::string answer = ask("GET " + std::string(path) +
                                       " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: "
                                       "host=evil.example\r\n\r\n");
        EXPECT_THAT(answer, Not(HasSubstr("evil.example"))) << path;
    }
}

TEST_F(SecurityTest, GivesItsCookieToTheBrowserAloneAndOnlyForASignIn) {
    const std::string answer = ask(post("/o/village/desk/sign-in", k_form, std::string("login=gaoyun&password=") + k_password));
    const std::string cookie = header_in(answer, "Set-Cookie");
    EXPECT_THAT(cookie, testing::StartsWith("__Host-hearth_village="));
    EXPECT_THAT(cookie, AllOf(HasSubstr("; Path=/"), HasSubstr("; HttpOnly"), HasSubstr("; Secure"), HasSubstr("; SameSite=Strict"),
                              Not(HasSubstr("Domain"))));
    EXPECT_EQ(header_in(answer, "Cache-Control"), "no-store");
}

TEST_F(SecurityTest, BeginsANewSessionAtEachSignInAndEndsItForGood) {
    const std::string chosen = "__Host-hearth_village=0123456789abcdef0123456789abcdef";
    const std::string first = sign_in("Cookie: " + chosen + "\r\n");
    EXPECT_NE(first, chosen);
    EXPECT_FALSE(opens_the_desk(chosen)) << "a token that somebody else chose";
    const std::string second = sign_in("Cookie: " + first + "\r\n");
    EXPECT_NE(second, first);
    EXPECT_FALSE(opens_the_desk(first)) << "the session before ended with the new one";
    ASSERT_TRUE(opens_the_desk(second));
    const std::string page = ask(get("/en/o/village/desk", "Cookie: " + second + "\r\n"));
    std::smatch token;
    ASSERT_TRUE(std::regex_search(page, token, std::regex("name=\"token\" value=\"([^\"]*)\"")));
    ask(post("/o/village/desk/sign-out", k_form, "token=" + token[1].str(), "Cookie: " + second + "\r\n"));
    EXPECT_FALSE(opens_the_desk(second));
}

// Also without SameSite: each form of the desk needs the token of its session.
TEST_F(SecurityTest, TakesNoFormOfTheDeskWithoutTheTokenOfItsSession) {
    const std::string cookie = sign_in();
    const std::string more = "Cookie: " + cookie + "\r\n";
    const std::string fields = "act=accept&go=send&key=k1&seen=1&matter=1&now=" + std::string(k_password) +
                               "&new=another+long+word&again=another+long+word";
    for (const Route& route : k_routes) {
        const bool is_to_sign_in = route.pattern == "/desk/sign-in" || route.pattern == "/desk/sign-in/openid";
        if (route.method != "POST" || !route.pattern.starts_with("/desk/") || is_to_sign_in) continue;
        EXPECT_EQ(status_in(send(route, fields, more)), 403) << route.path;
        EXPECT_EQ(status_in(send(route, fields + "&token=0123456789abcdef", more)), 403) << route.path;
    }
    EXPECT_TRUE(opens_the_desk(cookie)) << "signed out by a stranger's form";
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 1U);
    EXPECT_FALSE(sign_in().empty()) << "the password is the old one";
}

// Forms of residents carry the code of a matter, which no other site knows, and nothing that a browser adds by itself.
TEST_F(SecurityTest, TakesNoWordOfAResidentByHerCookies) {
    const std::string more = "Cookie: " + sign_in() + "\r\n";
    for (const char* path : {"/o/village/matter", "/o/village/matter/word", "/o/village/held", "/o/village/receipt",
                             "/o/village/news", "/o/village/household"})
        EXPECT_EQ(status_in(ask(post(path, k_form, "act=withdraw&go=send&key=k1", more))) / 100, 4) << path;
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 1U);
}

// A name in docs/security.md that no test bears would be a promise that nobody keeps.
TEST(SecurityPaper, NamesTestsThatThereAre) {
    std::string all;
    for (const char* folder : {"tests", "src"})
        for (const auto& file : std::filesystem::recursive_directory_iterator(source_folder() / folder))
            if (file.path().extension() == ".cpp") all += file_text(file.path());
    const std::string paper = file_text(source_folder() / "docs/security.md");
    const std::regex named(R"(`([A-Z]\w*)\.([A-Z]\w*)`)");
    int count = 0;
    for (auto it = std::sregex_iterator(paper.begin(), paper.end(), named); it != std::sregex_iterator(); ++it, ++count) {
        const bool is_there = all.find("(" + (*it)[1].str() + ", " + (*it)[2].str() + ")") != std::string::npos;
        EXPECT_TRUE(is_there) << (*it)[0];
    }
    EXPECT_GT(count, 60);
}
