#pragma once

#include <regex>
#include <string>

#include "clerk/passwords.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

namespace hearth::tests {

inline constexpr const char* k_password = "three+willows+by+the+ditch";

inline base::CivilDate day_of(const char* text) { return base::parse_date(text).value(); }

inline std::string token_on(const std::string& page) {
    std::smatch found;
    return std::regex_search(page, found, std::regex("name=\"token\" value=\"([^\"]*)\"")) ? found[1].str() : std::string();
}

/// A village whose handler has an account, and a browser that keeps its cookie.
class DeskVisitor : public ServedSite {
protected:
    DeskVisitor() {
        people_.add({{"aa11"}, "gaoyun", clerk::hash_password("three willows by the ditch"), false});
        people_.give({{"aa11"}, {"handler"}, day_of("2026-01-01"), {}});
        town_.site.offices[0].people = &people_;
    }

    /// The answer to a browser that keeps what it is given.
    std::string browse(const std::string& bytes) {
        std::string answer = ask(bytes);
        const std::string cookie = header_in(answer, "Set-Cookie");
        if (!cookie.empty()) cookie_ = cookie.substr(0, cookie.find(';'));
        return answer;
    }
    std::string see(const std::string& path) { return browse(get(path, "Cookie: " + cookie_ + "\r\n")); }
    std::string send(const std::string& path, const std::string& body) {
        return browse(post(path, k_form, body, "Cookie: " + cookie_ + "\r\n"));
    }
    std::string sign_in(const std::string& login = "gaoyun", const std::string& password = k_password) {
        return send("/en/o/village/desk/sign-in", "login=" + login + "&password=" + password);
    }
    std::string raise() { return town_.raise({{"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}}); }
    /// An act on matter 1 by whoever is signed in.
    std::string act(const std::string& name, const std::string& more = {}) {
        const std::string token = token_on(see("/en/o/village/desk/matter/1"));
        return send("/en/o/village/desk/matter/1", "token=" + token + "&act=" + name + more);
    }

    TemporaryFolder folder_;
    store::PeopleStore people_{folder_.path() / "people.db"};
    std::string cookie_;
};

}  // namespace hearth::tests
