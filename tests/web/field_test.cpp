#include <gmock/gmock.h>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using namespace std::string_literals;
using base::Json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_entry = "/en/o/village/desk/field/request/submit";
const std::string k_photo = "\xff\xd8\xff\xdb\x00\x04tt\xff\xda\x00\x04ss pixels\xff\xd9"s;

std::string text(const std::string& name, const std::string& value) {
    return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}
std::string photo(const std::string& bytes = k_photo) {
    return "--cut\r\nContent-Disposition: form-data; name=\"f.papers\"; filename=\"well.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n" +
           bytes + "\r\n";
}
std::string said(const std::string& year, const std::string& month, const std::string& day) {
    return text("said.year", year) + text("said.month", month) + text("said.day", day);
}
const std::string k_words = text("f.kind", "claim") + text("f.points", "Mend the well") + text("channel", "home_visit") +
                            text("read_back", "yes") + text("go", "send");

/// The hall's clerk in the field: what the script of her page sends.
class Field : public DeskVisitor {
protected:
    Field() {
        town_.site.offices[0].papers.emplace(folder_.path() / "papers");
        people_.add({{"hall"}, "saren", clerk::hash_password("three willows by the ditch"), false});
        people_.give({{"hall"}, {"hall_clerk"}, day_of("2026-01-01"), {}});
    }
    std::string parts_to(const std::string& path, const std::string& parts) {
        return browse(post(path, "multipart/form-data; boundary=cut", parts + "--cut--\r\n", "Cookie: " + cookie_ + "\r\n"));
    }
    std::string token() { return Json::parse(body_in(see("/en/o/village/desk/field/session"))).at("token").get<std::string>(); }
    std::string enter(const std::string& parts, const std::string& key = "k1") {
        return parts_to(k_entry, text("token", token()) + text("key", key) + parts);
    }
    static Json json_in(const std::string& answer) { return Json::parse(body_in(answer)); }
    record::Store& store() { return *town_.site.offices[0].store; }
    record::Frame first_frame() { return record::open_frame(store().entries_of({1}).at(0).frame).value(); }
};

}  // namespace

TEST_F(Field, IsForThePostThatMayEnterAndComesBackAfterSigningIn) {
    EXPECT_THAT(see("/en/o/village/desk/field"), AllOf(HasSubstr("Sign in to the desk"), Not(HasSubstr("/script/field.js"))));
    sign_in();
    EXPECT_EQ(status_in(see("/en/o/village/desk/field")), 404);
    const std::string in =
        send("/en/o/village/desk/sign-in", std::string("login=saren&then=/en/o/village/desk/field&password=") + k_password);
    EXPECT_EQ(header_in(in, "Location"), "/en/o/village/desk/field");
    EXPECT_THAT(see("/en/o/village/desk/assist"), HasSubstr("/desk/field"));
}

TEST_F(Field, ShowsTheFormsOfTheProcedureAndSaysWhatToDoWithoutScripts) {
    sign_in("saren");
    const std::string page = see("/en/o/village/desk/field");
    EXPECT_THAT(page, AllOf(HasSubstr("<template data-way=\"request/submit\""), HasSubstr("name=\"f.points\""),
                            HasSubstr("value=\"home_visit\" checked"), HasSubstr("type=\"file\""),
                            HasSubstr("<li data-name=\"f.points\"><a href=\"#f-points\">"),
                            HasSubstr("href=\"/en/o/village/desk/assist\"")));
    EXPECT_THAT(page, AllOf(HasSubstr("<script src=\"/script/field.js?"), HasSubstr("data-login=\"saren\"")));
    const std::string policy = header_in(page, "Content-Security-Policy");
    EXPECT_THAT(policy, AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'self'"), HasSubstr("worker-src 'self'"),
                              HasSubstr("connect-src 'self'"), Not(HasSubstr("unsafe"))));
    EXPECT_EQ(header_in(ask(get("/script/field_worker.js")), "Service-Worker-Allowed"), "/");
    EXPECT_EQ(header_in(ask(get("/script/field.js")), "Service-Worker-Allowed"), "");
}

TEST_F(Field, TellsTheScriptWhoIsSignedIn) {
    EXPECT_EQ(json_in(see("/en/o/village/desk/field/session")), Json({{"why", "signed_out"}}));
    EXPECT_EQ(json_in(parts_to(k_entry, text("key", "k1") + k_words)), Json({{"why", "signed_out"}}));
    sign_in("saren");
    EXPECT_EQ(json_in(see("/en/o/village/desk/field/session")).at("login"), "saren");
    EXPECT_EQ(status_in(parts_to(k_entry, text("token", "of another session") + text("key", "k1") + k_words)), 403);
    EXPECT_TRUE(store().entries_of({1}).empty());
}

TEST_F(Field, RecordsAnEntryOnceHoweverOftenItIsSent) {
    sign_in("saren");
    const std::string first = enter(k_words + photo());
    ASSERT_EQ(status_in(first), 201) << first;
    EXPECT_EQ(json_in(first).at("number"), "SL-2026-0001");
    EXPECT_NE(json_in(first).at("code"), "");
    EXPECT_THAT(json_in(first).at("due").get<std::string>(), HasSubstr("December 2026"));
    EXPECT_EQ(json_in(enter(k_words + photo())), json_in(first)) << "an answer that was lost is given again";
    town_.pass_days(3);
    sign_in("saren");
    EXPECT_EQ(json_in(enter(k_words + photo())), json_in(first)) << "also after the session had ended";
    EXPECT_EQ(store().entries_of({1}).size(), 1U);
    EXPECT_TRUE(store().entries_of({2}).empty());
    const std::string other = enter(k_words + text("f.account", "More words") + photo());
    EXPECT_EQ(status_in(other), 422);
    EXPECT_EQ(status_in(enter(k_words, "k2")), 201);
}

TEST_F(Field, SaysAtWhichQuestionAnEntryIsWrong) {
    sign_in("saren");
    const std::string none = enter(text("go", "send") + text("channel", "home_visit") + text("read_back", "yes"));
    EXPECT_EQ(status_in(none), 422);
    EXPECT_THAT(body_in(none), AllOf(HasSubstr("\"at\":\"f-points\""), HasSubstr("This is missing")));
    EXPECT_THAT(body_in(enter(k_words + photo("no picture \x01"))), HasSubstr("neither a JPEG"));
    EXPECT_EQ(status_in(enter(text("f.points", "x") + text("go", "send"))), 422);
    EXPECT_TRUE(store().entries_of({1}).empty());
}

TEST_F(Field, CountsTheDaysFromTheDayOnWhichItWasSaid) {
    sign_in("saren");
    const std::string today = json_in(enter(k_words)).at("due");
    const std::string earlier = enter(k_words + said("2026", "11", "20"), "k2");
    ASSERT_EQ(status_in(earlier), 201) << earlier;
    EXPECT_NE(json_in(earlier).at("due"), today);
    const auto frame = record::open_frame(store().entries_of({2}).at(0).frame).value();
    EXPECT_EQ(base::to_rfc3339(frame.effective_from.value()), "2026-11-19T16:00:00Z") << "the beginning of that day in China";
    EXPECT_GT(frame.received_at, *frame.effective_from) << "when it reached the office stands beside it";
    EXPECT_EQ(frame.facts.at("channel"), "home_visit");
    EXPECT_EQ(frame.facts.at("entered_by"), "hall_clerk@village");
    for (const std::string& wrong :
         {said("2026", "11", "31"), said("2027", "1", "1"), said("2026", "9", "1"), said("2026", "", "1")})
        EXPECT_THAT(enter(k_words + wrong, "k3"), HasSubstr("The day on which it was said")) << wrong;
    EXPECT_TRUE(store().entries_of({3}).empty());
}

TEST_F(Field, LeavesTheSameDayAndPhotosToThePlainForm) {
    sign_in("saren");
    const std::string assist = "/en/o/village/desk/assist/request/submit";
    EXPECT_THAT(see(assist), AllOf(HasSubstr("enctype=\"multipart/form-data\""), HasSubstr("name=\"said.day\"")));
    const std::string opened =
        parts_to(assist, text("token", token()) + text("key", "k1") + k_words + said("2026", "11", "20") + photo());
    ASSERT_EQ(status_in(opened), 201) << opened;
    EXPECT_TRUE(first_frame().effective_from.has_value());
    EXPECT_EQ(store().entries_of({1}).size(), 1U);
}

TEST_F(Field, KeepsThePhotosOfThePlainFormThroughSigningInAgain) {
    const std::string asked =
        parts_to("/en/o/village/desk/assist/request/submit", text("token", "ended") + text("f.points", "Mend") + photo());
    std::smatch carried;
    ASSERT_TRUE(std::regex_search(asked, carried, std::regex("name=\"carried\" value=\"([^\"]*)\"")));
    std::string body;
    for (const char c : std::regex_replace(carried[1].str(), std::regex("&amp;"), "&"))
        body += c == '%' ? "%25" : c == '&' ? "%26" : c == '=' ? "%3D" : std::string(1, c);
    const std::string again =
        send("/en/o/village/desk/sign-in",
             std::string("login=saren&password=") + k_password + "&then=/en/o/village/desk/assist/request/submit&carried=" + body);
    EXPECT_THAT(again, AllOf(HasSubstr("well.jpg (1 KB)"), HasSubstr(">Mend</textarea>")));
}
