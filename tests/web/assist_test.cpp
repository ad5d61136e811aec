#include <gmock/gmock.h>

#include <regex>

#include "clerk/passwords.hpp"
#include "clerk/receipt_code.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string value_of(const std::string& name, const std::string& page) {
    std::smatch found;
    return std::regex_search(page, found, std::regex("name=\"" + name + "\" value=\"([^\"]*)\"")) ? found[1].str() : std::string();
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "%26" : c == '=' ? "%3D" : c == '+' ? "%2B" : std::string(1, c);
    return out;
}

/// The hall's clerk has an account at the village's desk, and so has the handler, who may enter nothing for anybody.
class Assist : public ServedSite {
protected:
    Assist() {
        const base::CivilDate since = base::parse_date("2026-01-01").value();
        for (const char* post : {"hall_clerk", "handler"}) {
            people_.add({{post}, post, clerk::hash_password("three willows by the ditch"), false});
            people_.give({{post}, {post}, since, {}});
        }
        town_.site.offices[0].people = &people_;
    }
    std::string browse(const std::string& bytes) {
        std::string answer = ask(bytes);
        const std::string cookie = header_in(answer, "Set-Cookie");
        if (!cookie.empty()) cookie_ = cookie.substr(0, cookie.find(';'));
        return answer;
    }
    std::string see(const std::string& below) { return browse(get("/en/o/village/desk" + below, "Cookie: " + cookie_ + "\r\n")); }
    std::string send(const std::string& below, const std::string& body) {
        return browse(post("/en/o/village/desk" + below, k_form, body, "Cookie: " + cookie_ + "\r\n"));
    }
    void sign_in(const std::string& post) { send("/sign-in", "login=" + post + "&password=three+willows+by+the+ditch"); }
    std::string token() { return "token=" + value_of("token", see("/assist")); }
    std::string raise(const std::string& more) {
        return send("/assist/request/submit",
                    token() + "&go=send&f.kind=claim&f.points=Mend+the+well&f.account=It+fell+in.&key=k1" + more);
    }
    std::string code_of(const std::string& page) {
        std::smatch found;
        return std::regex_search(page, found, std::regex("hearth-code\">([^<]*)<")) ? found[1].str() : std::string();
    }
    matter::Matter matter() { return matter::load(town_.site.offices[0].store->matter({1})->folded).value(); }

    TemporaryFolder folder_;
    store::PeopleStore people_{folder_.path() / "people.db"};
    std::string cookie_;
};

TEST_F(Assist, IsForThePostThatMayEnterAndForNobodyElse) {
    EXPECT_THAT(see("/assist"), HasSubstr("Sign in to the desk"));
    sign_in("handler");
    EXPECT_EQ(status_in(see("/assist")), 404);
    EXPECT_THAT(see(""), Not(HasSubstr("Write down for somebody")));
    EXPECT_EQ(status_in(see("/assist/request/submit")), 404);
    sign_in("hall_clerk");
    EXPECT_THAT(see(""), HasSubstr("Write down for somebody"));
    EXPECT_THAT(see("/assist"), AllOf(HasSubstr("/desk/assist/request/submit"), HasSubstr("Number of the matter")));
    EXPECT_EQ(status_in(send("/assist/word", "which=1")), 403) << "a form without its token is nobody's";
}

TEST_F(Assist, RecordsANewMatterOnceItWasReadBack) {
    sign_in("hall_clerk");
    EXPECT_THAT(raise(""), AllOf(HasSubstr("Say how it came to you."), HasSubstr("Mend the well")));
    EXPECT_THAT(raise("&channel=pigeon"), HasSubstr("Say how it came to you."));
    EXPECT_THAT(raise("&channel=phone"), AllOf(HasSubstr("It must be read back"), HasSubstr("It fell in.")));
    const std::string opened = raise("&channel=phone&read_back=yes");
    EXPECT_EQ(status_in(opened), 201);
    EXPECT_NE(code_of(opened), "");
    const auto frame = record::open_frame(town_.site.offices[0].store->entries_of({1}).at(0).frame).value();
    EXPECT_EQ(frame.by.kind, record::Actor::Kind::resident);
    EXPECT_EQ(frame.facts.at("channel"), "phone");
    EXPECT_EQ(frame.facts.at("entered_by"), "hall_clerk@village");
}

TEST_F(Assist, EntersHerWordWithEvidenceAndSheUndoesIt) {
    sign_in("hall_clerk");
    const std::string code = code_of(raise("&channel=window&read_back=yes"));
    const std::string words = send("/assist/word", token() + "&which=" + code);
    EXPECT_THAT(words, AllOf(HasSubstr("What do they say?"), HasSubstr("value=\"withdraw\""), Not(HasSubstr("Mend the well"))));
    const std::string said = token() + "&which=" + code + "&act=withdraw&key=k2&seen=" + value_of("seen", words);
    EXPECT_THAT(send("/assist/word", said), HasSubstr("What shows that this is their will?"));
    const std::string sent = said + "&go=send&channel=window&read_back=yes";
    EXPECT_THAT(send("/assist/word", sent), HasSubstr("Say what shows that this is their will."));
    EXPECT_THAT(send("/assist/word", sent + "&evidence=receipt_code"), HasSubstr("They are told that you wrote it down"));
    EXPECT_EQ(matter().state, "closed");

    const std::string hers = browse(post("/en/o/village/matter", k_form, "code=" + code, ""));
    EXPECT_THAT(hers, AllOf(HasSubstr("was written down for you"), HasSubstr("value=\"undo_entered\"")));
    const std::string undone =
        browse(post("/en/o/village/matter/word", k_form, "code=" + code + "&act=undo_entered&seen=" + value_of("seen", hers), ""));
    EXPECT_THAT(undone, AllOf(HasSubstr("What was entered for you was undone"), Not(HasSubstr("value=\"undo_entered\""))));
    EXPECT_EQ(matter().state, "received");
}

TEST_F(Assist, LosesNothingWhenTheSessionEndedMeanwhile) {
    sign_in("hall_clerk");
    const std::string body = "go=send&f.account=It+fell+in.&channel=phone&token=of-a-session-that-ended";
    const std::string asked = send("/assist/request/submit", body);
    EXPECT_EQ(status_in(asked), 403);
    const std::string again = send("/sign-in",
                                   "login=hall_clerk&password=three+willows+by+the+ditch"
                                   "&then=/en/o/village/desk/assist/request/submit&carried=" +
                                       escaped(body));
    EXPECT_THAT(again, AllOf(HasSubstr("It fell in."), HasSubstr("value=\"phone\" checked"), HasSubstr("Raise a matter")));
}

TEST_F(Assist, FindsAMatterByItsNumberAndNotByWordsOrBits) {
    sign_in("hall_clerk");
    raise("&channel=window&read_back=yes");
    const std::string number = matter::number_of(matter(), "SL");
    for (const std::string& which :
         {std::string("Mend"), std::string("1"), std::string(), std::string("SL-2026-0002"), std::string("-")}) {
        EXPECT_EQ(status_in(send("/assist/word", token() + "&which=" + which)), 404) << which;
    }
    EXPECT_EQ(status_in(send("/assist/word", token() + "&which=" + number)), 200) << number;
    EXPECT_EQ(people_.readings_of({1}).size(), 1U) << "she sees that it was looked at";
}

}  // namespace
