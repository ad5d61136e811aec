#include <gmock/gmock.h>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string seen_on(const std::string& page) {
    std::smatch found;
    return std::regex_search(page, found, std::regex("name=\"seen\" value=\"([0-9]*)\"")) ? found[1].str() : std::string();
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '&' ? "%26" : c == '=' ? "%3D" : c == '+' ? "%2B" : std::string(1, c);
    return out;
}

/// The hall's clerk has an account at the village's desk, beside the handler, who may enter nothing for anybody.
class Assist : public DeskVisitor {
protected:
    Assist() {
        people_.add({{"hall"}, "saren", clerk::hash_password("three willows by the ditch"), false});
        people_.give({{"hall"}, {"hall_clerk"}, day_of("2026-01-01"), {}});
    }
    std::string at(const std::string& below) { return see("/en/o/village/desk" + below); }
    std::string post_to(const std::string& below, const std::string& body) { return send("/en/o/village/desk" + below, body); }
    std::string token() { return "token=" + token_on(at("/assist")); }
    std::string raise(const std::string& more) {
        return post_to("/assist/request/submit",
                       token() + "&go=send&f.kind=claim&f.points=Mend+the+well&f.account=It+fell+in.&key=k1" + more);
    }
    std::string code_of(const std::string& page) {
        std::smatch found;
        return std::regex_search(page, found, std::regex("hearth-code\">([^<]*)<")) ? found[1].str() : std::string();
    }
    matter::Matter matter() { return matter::load(town_.site.offices[0].store->matter({1})->folded).value(); }
};

TEST_F(Assist, IsForThePostThatMayEnterAndForNobodyElse) {
    EXPECT_THAT(at("/assist"), HasSubstr("Sign in to the desk"));
    sign_in();
    EXPECT_EQ(status_in(at("/assist")), 404);
    EXPECT_THAT(at(""), Not(HasSubstr("Write down for somebody")));
    EXPECT_EQ(status_in(at("/assist/request/submit")), 404);
    sign_in("saren");
    EXPECT_THAT(at(""), HasSubstr("Write down for somebody"));
    EXPECT_THAT(at("/assist"), AllOf(HasSubstr("/desk/assist/request/submit"), HasSubstr("Number of the matter")));
    EXPECT_EQ(status_in(post_to("/assist/word", "which=1")), 403) << "a form without its token is nobody's";
}

TEST_F(Assist, RecordsANewMatterOnceItWasReadBack) {
    sign_in("saren");
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
    sign_in("saren");
    const std::string code = code_of(raise("&channel=window&read_back=yes"));
    const std::string words = post_to("/assist/word", token() + "&which=" + code);
    EXPECT_THAT(words, AllOf(HasSubstr("What do they say?"), HasSubstr("value=\"withdraw\""), Not(HasSubstr("Mend the well"))));
    const std::string said = token() + "&which=" + code + "&act=withdraw&key=k2&seen=" + seen_on(words);
    EXPECT_THAT(post_to("/assist/word", said), HasSubstr("What shows that this is their will?"));
    const std::string sent = said + "&go=send&channel=window&read_back=yes";
    EXPECT_THAT(post_to("/assist/word", sent), HasSubstr("Say what shows that this is their will."));
    EXPECT_THAT(post_to("/assist/word", sent + "&evidence=receipt_code"), HasSubstr("They are told that you wrote it down"));
    EXPECT_EQ(matter().state, "withdrawn");

    const std::string hers = browse(post("/en/o/village/matter", k_form, "code=" + code, ""));
    EXPECT_THAT(hers, AllOf(HasSubstr("was written down for you"), HasSubstr("value=\"undo_entered\"")));
    const std::string undone =
        browse(post("/en/o/village/matter/word", k_form, "code=" + code + "&act=undo_entered&seen=" + seen_on(hers), ""));
    EXPECT_THAT(undone, AllOf(HasSubstr("What was entered for you was undone"), Not(HasSubstr("value=\"undo_entered\""))));
    EXPECT_EQ(matter().state, "received");
}

TEST_F(Assist, LosesNothingWhenTheSessionEndedMeanwhile) {
    sign_in("saren");
    const std::string body = "go=send&f.account=It+fell+in.&channel=phone&token=of-a-session-that-ended";
    const std::string asked = post_to("/assist/request/submit", body);
    EXPECT_EQ(status_in(asked), 403);
    const std::string again = post_to("/sign-in",
                                      "login=saren&password=three+willows+by+the+ditch"
                                      "&then=/en/o/village/desk/assist/request/submit&carried=" +
                                          escaped(body));
    EXPECT_THAT(again, AllOf(HasSubstr("It fell in."), HasSubstr("value=\"phone\" checked"), HasSubstr("Raise a matter")));
}

TEST_F(Assist, IsToldWhenSomebodyElseActedMeanwhileAndMayGoOn) {
    sign_in("saren");
    const std::string code = code_of(raise("&channel=window&read_back=yes"));
    const std::string sent =
        token() + "&which=" + code + "&act=withdraw&go=send&channel=window&read_back=yes&evidence=receipt_code&key=k3&seen=";
    const std::string late = post_to("/assist/word", sent + "0");
    EXPECT_EQ(status_in(late), 400);
    EXPECT_EQ(matter().state, "received");
    EXPECT_THAT(post_to("/assist/word", sent + seen_on(late)), HasSubstr("They are told that you wrote it down"));
    EXPECT_EQ(matter().state, "withdrawn");
}

TEST_F(Assist, FindsAMatterByItsNumberAndNotByWordsOrBits) {
    sign_in("saren");
    raise("&channel=window&read_back=yes");
    const std::string number = matter::number_of(matter(), "SL");
    for (const std::string& which :
         {std::string("Mend"), std::string("1"), std::string(), std::string("SL-2026-0002"), std::string("-")}) {
        EXPECT_EQ(status_in(post_to("/assist/word", token() + "&which=" + which)), 404) << which;
    }
    EXPECT_EQ(status_in(post_to("/assist/word", token() + "&which=" + number)), 200) << number;
    EXPECT_EQ(people_.readings_of({1}).size(), 1U) << "she sees that it was looked at";
}

}  // namespace
