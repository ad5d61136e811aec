// The Atom feeds: what an office makes public, and the private feed of one matter.
#include <gmock/gmock.h>

#include <regex>

#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

std::string first_match(const std::string& text, const std::string& pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : std::string();
}

std::string entry_id(const std::string& feed) { return first_match(feed, R"re(<entry>\s*<id>([^<]+)</id>)re"); }

class OfficeFeed : public ServedSite {
protected:
    std::string feed(const std::string& more = {}) { return ask(get("/en/o/village/feed", more)); }
};

class MatterFeed : public ServedSite {
protected:
    MatterFeed() {
        town_.site.offices[0].subscriptions = &news_;
        code_ = town_.raise({{"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
    }
    std::string news(const std::string& go) { return ask(post("/en/o/village/news", k_form, "code=" + code_ + go)); }
    /// Begins a feed; "/en/o/village/news/feed?t=..".
    std::string begin() { return first_match(news("&go=begin_feed"), R"re((/en/o/village/news/feed\?t=[^<"]+))re"); }

    TemporaryFolder folder_;
    store::SubscriptionStore news_{folder_.path() / "people.db"};
    std::string code_;
};

}  // namespace

TEST_F(OfficeFeed, TellsWhatIsPublishedAndNothingElseOfTheMatter) {
    town_.publish("A well of eighty metres");
    const std::string answer = feed();
    EXPECT_EQ(header_in(answer, "Content-Type"), "application/atom+xml; charset=utf-8");
    EXPECT_THAT(answer, AllOf(HasSubstr("A well of eighty metres"), HasSubstr("The old well is falling"), HasSubstr("may object"),
                              HasSubstr("until the end of Tuesday 1 December 2026")));
    for (const char* kept : {"Ana", "Bo spoke", "Mend the old one", "SL-2026"}) EXPECT_THAT(answer, Not(HasSubstr(kept)));
    EXPECT_THAT(ask(get("/zh/o/village/feed")), AllOf(HasSubstr("xml:lang=\"zh-Hans\""), HasSubstr("公示至")));
    EXPECT_THAT(ask(get("/en/o/village")), HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\""));
}

TEST_F(OfficeFeed, KeepsTheIdOfANoticeAndDropsItAfterItsLastDay) {
    town_.publish("A well of eighty metres");
    const std::string id = entry_id(feed());
    ASSERT_TRUE(id.starts_with("urn:uuid:")) << id;
    EXPECT_NE(entry_id(ask(get("/zh/o/village/feed"))), id) << "another language is another entry";
    town_.publish("A road to the well");
    EXPECT_THAT(feed(), AllOf(HasSubstr(id), HasSubstr("A road to the well")));
    town_.pass_days(7);
    EXPECT_THAT(feed(), HasSubstr(id)) << "the day of the act is not counted";
    town_.pass_days(1);
    EXPECT_THAT(feed(), Not(HasSubstr("<entry>")));
}

TEST_F(OfficeFeed, SaysOfAWithdrawnNoticeThatItWasAndNoMore) {
    town_.publish("A well of eighty metres");
    const std::string id = entry_id(feed());
    town_.act("object", "", {{"words", "It is too dear"}});
    town_.act("share_objection", "village_supervisor@supervision_committee",
              {{"facts", "It is"},
               {"evidence", base::Json::array({"Offers"})},
               {"reasons", base::Json::array({"Two offers only"})},
               {"rules", base::Json::array({{{"text", "Water Law"}, {"published", "2016-07-02"}, {"from", "2016-09-01"}}})}});
    EXPECT_THAT(feed(),
                AllOf(HasSubstr(id), HasSubstr("Withdrawn: "), Not(HasSubstr("eighty metres")), Not(HasSubstr("too dear"))));
}

TEST_F(OfficeFeed, IsNotSentAgainToWhoHoldsItByTagOrByDate) {
    town_.publish("A well of eighty metres");
    const std::string first = feed();
    const std::string tag = "If-None-Match: " + header_in(first, "ETag") + "\r\n";
    const std::string date = "If-Modified-Since: " + header_in(first, "Last-Modified") + "\r\n";
    EXPECT_EQ(header_in(first, "Last-Modified"), "Tue, 24 Nov 2026 01:12:00 GMT");
    EXPECT_EQ(status_in(feed(tag)), 304);
    EXPECT_EQ(status_in(feed(date)), 304);
    EXPECT_EQ(status_in(feed("If-None-Match: \"other\"\r\n" + date)), 200) << "the tag decides";
    EXPECT_EQ(status_in(feed("If-Modified-Since: Tue, 24 Nov 2026 01:12:01 GMT\r\n")), 200) << "no date of ours";
    town_.pass_days(8);
    EXPECT_EQ(status_in(feed(tag)), 200) << "something was taken away";
    EXPECT_EQ(status_in(feed(date)), 200);
}

TEST_F(OfficeFeed, EscapesHostileWords) {
    town_.publish("<script>a&b</script> \"q\" 'r' ]]> <![CDATA[");
    const std::string answer = feed();
    EXPECT_THAT(answer, Not(HasSubstr("<script")));
    EXPECT_THAT(answer, Not(HasSubstr("<![CDATA")));
    EXPECT_THAT(answer, HasSubstr("&lt;script&gt;a&amp;b&lt;/script&gt;"));
}

TEST_F(OfficeFeed, IsWholeWhenThereIsNothing) {
    EXPECT_THAT(feed(), AllOf(HasSubstr("<updated>"), HasSubstr("</feed>"), Not(HasSubstr("<entry>"))));
    EXPECT_EQ(status_in(ask(get("/en/o/nowhere/feed"))), 404);
}

TEST_F(MatterFeed, SaysWhatAMailWouldSayAndNoNumber) {
    const std::string address = begin();
    ASSERT_FALSE(address.empty());
    town_.act("accept", "handler");
    const std::string answer = ask(get(address));
    EXPECT_THAT(answer, AllOf(HasSubstr("Receipt"), HasSubstr("Three Willows Village owes"), HasSubstr("By the end of ")));
    for (const char* kept : {"culvert", "fell in", "SL-2026", code_.c_str()}) EXPECT_THAT(answer, Not(HasSubstr(kept)));
    EXPECT_EQ(header_in(answer, "Cache-Control"), "private, no-cache");
    EXPECT_EQ(status_in(ask(get(address, "If-None-Match: " + header_in(answer, "ETag") + "\r\n"))), 304);
    EXPECT_THAT(ask(get("/zh" + address.substr(3))), HasSubstr("xml:lang=\"zh-Hans\""));
}

TEST_F(MatterFeed, IsOpenedByItsTokenAloneUntilItEndsOrBeginsAnew) {
    const std::string address = begin();
    EXPECT_THAT(news(""), Not(HasSubstr("feed?t="))) << "the token is shown once";
    EXPECT_THAT(ask(post("/en/o/village/held", k_form, "code=" + code_)), HasSubstr("There is a feed of this matter since"));
    const std::string other = begin();
    EXPECT_EQ(status_in(ask(get(address))), 404) << "the old address ended";
    EXPECT_EQ(status_in(ask(get(other))), 200);
    EXPECT_EQ(status_in(ask(get("/en/o/village/news/feed?t=" + code_))), 404) << "a receipt code opens no feed";
    const std::string token = other.substr(other.find('=') + 1);
    EXPECT_EQ(status_in(ask(post("/en/o/village/matter", k_form, "code=" + token))), 404) << "and a token no matter";
    EXPECT_FALSE(news_.feed(token)) << "what is kept opens nothing";
    news("&go=end_feed");
    EXPECT_EQ(status_in(ask(get(other))), 404);
}

TEST_F(MatterFeed, EndsWithAllNewsOfTheMatter) {
    const std::string address = begin();
    EXPECT_EQ(news_.matters_with_feeds(), std::vector<base::MatterId>{{1}});
    news_.end_all({1});
    EXPECT_EQ(status_in(ask(get(address))), 404);
}

TEST_F(MatterFeed, IsOfferedWhereNoMailIsSent) {
    town_.site.offices[0].sends_mail = false;
    EXPECT_THAT(news(""), AllOf(HasSubstr("begin_feed"), Not(HasSubstr("type=\"email\""))));
    news("&go=begin&address=ana%40mail.example");
    EXPECT_TRUE(news_.matters().empty());
}
