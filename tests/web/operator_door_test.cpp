#include "web/operator/operator_door.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
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
    web::OperatorDoor door_{town_.site,
                            {[] { return std::string("# figures\n"); },
                             [this] {
                                 ++looked_;
                                 return found_;
                             }}};
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
    for (const char* path : {"/metrics", "/health"}) EXPECT_EQ(status_in(ask(post(path, "text/plain", ""))), 405) << path;
}
