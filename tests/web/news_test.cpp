// News by mail as a resident sets them up, and what desk and page say of an address that was refused.
#include <gmock/gmock.h>

#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::HasSubstr;
using testing::Not;

namespace {

class NewsPage : public ServedSite {
protected:
    NewsPage() {
        town_.site.offices[0].subscriptions = &news_;
        code_ = town_.raise({{"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
    }
    std::string send(const std::string& below, const std::string& body) { return ask(post("/en/o/village" + below, k_form, body)); }
    std::string news(const std::string& more) { return send("/news", "code=" + code_ + more); }

    TemporaryFolder folder_;
    store::SubscriptionStore news_{folder_.path() / "people.db"};
    std::string code_;
};

}  // namespace

TEST_F(NewsPage, TakesAnAddressChangesItAndDeletesIt) {
    EXPECT_THAT(send("/matter", "code=" + code_), HasSubstr("action=\"/en/o/village/news\""));
    EXPECT_TRUE(news_.matters().empty()) << "to look begins nothing";
    EXPECT_THAT(news("&go=begin&address=ana%40mail.example"), HasSubstr("<b class=\"hearth-code\">ana@mail.example</b>"));
    EXPECT_THAT(news("&go=begin&address=bo%40mail.example"), HasSubstr("bo@mail.example"));
    ASSERT_EQ(news_.of({1}).size(), 1U);
    EXPECT_EQ(news_.of({1})[0].address, "bo@mail.example");
    EXPECT_THAT(send("/held", "code=" + code_), HasSubstr("bo@mail.example")) << "what is held says where news go";
    EXPECT_THAT(news("&go=end"), Not(HasSubstr("bo@mail.example")));
    EXPECT_TRUE(news_.of({1}).empty());
}

TEST_F(NewsPage, GivesAWrongAddressBackAndKeepsNothing) {
    const std::string page = news("&go=begin&address=ana%40%3Cb%3E");
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, HasSubstr("value=\"ana@&lt;b&gt;\""));
    EXPECT_TRUE(news_.of({1}).empty());
    EXPECT_EQ(status_in(send("/news", "code=AAAA-AAAA-AAAA-AAAA&go=begin&address=ana%40mail.example")), 404);
}

TEST_F(NewsPage, SaysThatAnAddressWasRefused) {
    news("&go=begin&address=ana%40mail.example");
    news_.note_bounce(news_.of({1})[0].token, "no such mailbox (550)");
    EXPECT_THAT(news(""), HasSubstr("could not be delivered"));
    EXPECT_THAT(news("&go=begin&address=ana%40mail.example"), Not(HasSubstr("could not be delivered"))) << "written anew";
}

TEST_F(NewsPage, EndsByTheLinkOfAMailAndTellsNobodyWhetherThereWasOne) {
    news("&go=begin&address=ana%40mail.example");
    const std::string token = news_.of({1})[0].token;
    const std::string asks = ask(get("/en/o/village/news/stop?t=" + token));
    EXPECT_THAT(asks, HasSubstr("value=\"" + token + "\""));
    EXPECT_EQ(news_.of({1}).size(), 1U) << "a mail program that looks at links ends nothing";
    const std::string ended(body_in(send("/news/stop?t=" + token, "List-Unsubscribe=One-Click")));
    EXPECT_TRUE(news_.of({1}).empty());
    EXPECT_EQ(body_in(send("/news/stop?t=" + token, "List-Unsubscribe=One-Click")), ended);
}

TEST_F(NewsPage, IsNotThereWhereNoMailIsSent) {
    town_.site.offices[0].subscriptions = nullptr;
    EXPECT_THAT(send("/matter", "code=" + code_), Not(HasSubstr("/news")));
    EXPECT_EQ(status_in(news("")), 404);
    EXPECT_EQ(status_in(ask(get("/en/o/village/news/stop?t=a"))), 404);
}
