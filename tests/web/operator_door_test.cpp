#include "web/operator/operator_door.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "store/people_store.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/raw_client.hpp"
#include "tests/web/site_town.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

/// The operator's door of the town, with what was found put in.
class OperatorDoorTest : public testing::Test {
protected:
    std::string ask(std::string_view bytes) {
        RawClient client(server_.port());
        client.send(bytes);
        return client.answer();
    }

    SiteTown town_;
    std::vector<web::Finding> found_{{"village", "clock", "clock_ok", false, {"2026-11-24 09:05"}},
                                     {"village", "disk", "disk_low", true, {"3 MB", "200 MB"}},
                                     {"township", "disk", "disk_low", true, {"3 MB", "200 MB"}},
                                     {"township", "serving", "serving_trouble", true, {"<b>disk</b> & such"}}};
    int looked_ = 0;
    std::vector<web::FolderRules> folders_;
    web::OperatorDoor door_{town_.site,
                            {[] { return std::string("# figures\n"); },
                             [this] {
                                 ++looked_;
                                 return found_;
                             },
                             [this] { return folders_; }}};
    web::http::Server server_{web::http::Listen{"127.0.0.1", 0, {}}, {}, door_.handler(), door_.trouble()};
};

}  // namespace

TEST_F(OperatorDoorTest, PutsTheVerdictFirstAndSaysWhatToDo) {
    const std::string page = ask(get("/en/health"));
    EXPECT_EQ(status_in(page), 200);
    EXPECT_EQ(header_in(page, "Cache-Control"), "no-store");
    EXPECT_THAT(page, AllOf(HasSubstr("<h1>2 things need attention.</h1>"), HasSubstr("Make room"), HasSubstr("3 MB free"),
                            HasSubstr("Three Willows Village, Nantan Township"), HasSubstr("2026-11-24 09:05")));
    EXPECT_THAT(page, AllOf(HasSubstr("&lt;b&gt;disk&lt;/b&gt; &amp; such"), Not(HasSubstr("<b>disk"))));
    EXPECT_THAT(page, AllOf(HasSubstr("href=\"/zh/health\""), Not(HasSubstr("[[")), Not(HasSubstr("{{"))));
    const std::string chinese = ask(get("/", "Accept-Language: zh\r\n"));
    EXPECT_THAT(chinese, AllOf(HasSubstr("<html lang=\"zh-Hans\">"), HasSubstr("3 MB"), Not(HasSubstr("Make room"))));
}

TEST_F(OperatorDoorTest, SaysThatAllIsFine) {
    found_.resize(1);
    EXPECT_THAT(ask(get("/en/health")), HasSubstr("<h1>Nothing needs attention.</h1>"));
}

TEST_F(OperatorDoorTest, LooksOncePerMinuteHoweverOftenItIsAsked) {
    for (int i = 0; i < 5; ++i) ask(get("/en/health"));
    EXPECT_EQ(looked_, 1);
    town_.pass_days(1);
    ask(get("/en/health"));
    EXPECT_EQ(looked_, 2);
}

TEST_F(OperatorDoorTest, ServesFiguresTheStyleAndNothingElse) {
    const std::string figures = ask(get("/metrics"));
    EXPECT_EQ(header_in(figures, "Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_EQ(body_in(figures), "# figures\n");
    EXPECT_EQ(status_in(ask(get("/hearth.css"))), 200);
    for (const char* path : {"/o/village", "/en/o/village/desk", "/o/village/record/checkpoint", "/nothing"})
        EXPECT_EQ(status_in(ask(get(path))), 404) << path;
    for (const char* path : {"/metrics", "/health", "/posts", "/rules"})
        EXPECT_EQ(status_in(ask(post(path, "text/plain", ""))), 405) << path;
}

TEST_F(OperatorDoorTest, TellsByHowManyEachPostIsHeldAndOfNobodyWho) {
    TemporaryFolder folder;
    store::PeopleStore people(folder.path() / "people.db");
    const auto day = [](const char* text) { return base::parse_date(text).value(); };
    people.add({{"aa11"}, "gaoyun", "secret", false});
    people.add({{"bb22"}, "saren", "secret", false});
    people.give({{"aa11"}, {"handler"}, day("2026-01-01"), {}});
    people.give({{"bb22"}, {"handler"}, day("2026-01-01"), day("2026-12-31"), {"aa11"}});
    people.give({{"bb22"}, {"reviewer"}, day("2026-01-01"), day("2026-02-01")});
    people.set_totp({"aa11"}, "sealed");
    town_.site.offices[0].people = &people;
    town_.site.offices[0].second_factor = {{"handler"}};
    const std::string page = ask(get("/en/posts"));
    EXPECT_THAT(page, AllOf(HasSubstr(">2 persons, 1 of them as a deputy<"), HasSubstr("Thursday 31 December 2026"),
                            HasSubstr("yes; 1 of them has neither code nor passkey yet")));
    EXPECT_THAT(page, testing::ContainsRegex("Held by nobody here</b>: .*Reviewer")) << "hers has ended";
    EXPECT_THAT(page, AllOf(Not(HasSubstr("gaoyun")), Not(HasSubstr("saren")), Not(HasSubstr("aa11")), Not(HasSubstr("[["))));
    EXPECT_THAT(ask(get("/zh/posts")), HasSubstr("2 人"));
}

TEST_F(OperatorDoorTest, TellsWhatThePackInTheFolderWouldChange) {
    web::Foresight seen;
    seen.before = town_.site.offices[0].rules;
    seen.after = seen.before;
    folders_ = {{{"village"}, seen, {}}, {{"township"}, {}, "<no> folder"}};
    const std::string same = ask(get("/en/rules"));
    EXPECT_THAT(same, AllOf(HasSubstr("Nothing would change."), HasSubstr("Working days are published for: "), HasSubstr("2026"),
                            HasSubstr("&lt;no&gt; folder"), HasSubstr("Nantan Township"), Not(HasSubstr("[["))));
    auto other = std::make_shared<procedure::Ruleset>(*seen.before);
    other->digest = "another";
    seen.after = other;
    seen.refused = "request.yaml:7: its version is still 1";
    seen.texts = {{"request", 1, 2, {{{"states", "received", "owner"}, "handler", "reviewer", true, true}}, false}};
    seen.days = {{base::parse_date("2027-05-05").value(), false}};
    seen.running = {{"request", 1, 3, 2}};
    seen.moved = {{base::parse_date("2027-05-05").value(), base::parse_date("2027-05-06").value(), 2}};
    seen.terms = 4;
    folders_ = {{{"village"}, seen, {}}};
    town_.pass_days(1);
    const std::string page = ask(get("/en/rules"));
    EXPECT_THAT(page, AllOf(HasSubstr("request.yaml:7: its version is still 1"), HasSubstr("not every change adds"),
                            HasSubstr("handler → reviewer"), HasSubstr("Wednesday 5 May 2027 becomes a day off"),
                            HasSubstr("3 open matters would keep version 1; the newer one would be offered to 2 of them"),
                            HasSubstr("of 4 running terms these would end"), Not(HasSubstr("[[")), Not(HasSubstr("{0}"))));
    EXPECT_THAT(ask(get("/zh/rules")), AllOf(HasSubstr("改为休息日"), HasSubstr("不会被采用"), Not(HasSubstr("{0}"))));
}
