// What a feed reader that shares no code with ours (tests/judge/judge_feed.py, over Debian's python3-feedparser) makes of our
// feeds.
#include <gmock/gmock.h>

#include <cstdlib>

#include "base/json.hpp"
#include "tests/support/file_text.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sample_record.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

namespace hearth::tests {
namespace {

using base::Json;
using testing::HasSubstr;

class FeedJudge : public ServedSite {
protected:
    void SetUp() override {
        if (std::system("/usr/bin/python3 -c 'import feedparser' 2>/dev/null") != 0)
            GTEST_SKIP() << "python3-feedparser is not installed";
        town_.site.offices[0].subscriptions = &news_;
    }

    /// What the judge says of the document at this address; an object with "refused" when it does not take it.
    Json judged(const std::string& path) { return judged_text(std::string(body_in(ask(get(path))))); }
    Json judged_text(const std::string& document) {
        const auto in = folder_.path() / "feed.xml";
        const auto out = folder_.path() / "judged";
        write_file(in, document);
        const std::string run = "/usr/bin/python3 " + (source_folder() / "tests/judge/judge_feed.py").string() + " " + in.string() +
                                " >" + out.string() + " 2>&1";
        const bool is_taken = std::system(run.c_str()) == 0;
        const std::string words = file_text(out);
        return is_taken ? Json::parse(words) : Json{{"refused", words}};
    }

    TemporaryFolder folder_;
    store::SubscriptionStore news_{folder_.path() / "people.db"};
};

TEST_F(FeedJudge, ReadsTheOfficesFeedInBothLanguagesWordForWord) {
    const std::string hostile = "<b>a&amp;b</b> \"q\" 'r' ]]> <!-- & 围栏 \xF0\x9F\x94\xA5";
    town_.publish(hostile);
    town_.publish("A road to the well");
    for (const char* language : {"en", "zh"}) {
        const Json judged = this->judged(std::string("/") + language + "/o/village/feed");
        ASSERT_FALSE(judged.contains("refused")) << judged;
        EXPECT_EQ(judged["language"], language == std::string("zh") ? "zh-Hans" : "en");
        ASSERT_EQ(judged["entries"].size(), 2U);
        EXPECT_THAT(judged["entries"][1]["content"].get<std::string>(), HasSubstr(hostile));
        EXPECT_THAT(judged["entries"][0]["content"].get<std::string>(), HasSubstr("A road to the well")) << "newest first";
    }
}

TEST_F(FeedJudge, ReadsAnEmptyFeed) {
    const Json judged = this->judged("/en/o/county/feed");
    ASSERT_FALSE(judged.contains("refused")) << judged;
    EXPECT_TRUE(judged["entries"].empty());
}

TEST_F(FeedJudge, ReadsTheFeedOfAMatter) {
    const std::string code = town_.raise({{"points", Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
    const std::string page = ask(post("/en/o/village/news", k_form, "code=" + code + "&go=begin_feed"));
    const std::size_t at = page.find("/en/o/village/news/feed?t=");
    ASSERT_NE(at, std::string::npos);
    town_.act("accept", "handler");
    const Json judged = this->judged(page.substr(at, page.find('<', at) - at));
    ASSERT_FALSE(judged.contains("refused")) << judged;
    EXPECT_EQ(judged["entries"].size(), 2U);
}

TEST_F(FeedJudge, RefusesWhatIsNoFeed) {
    town_.publish("A road to the well");
    std::string document(body_in(ask(get("/en/o/village/feed"))));
    ASSERT_FALSE(judged_text(document).contains("refused"));
    std::string broken = document;
    broken.replace(broken.find("A road"), 6, "A <oad");
    EXPECT_TRUE(judged_text(broken).contains("refused"));
    const std::size_t from = document.find("<updated>");
    document.erase(from, document.find("</updated>") + 10 - from);
    EXPECT_TRUE(judged_text(document).contains("refused"));
}

}  // namespace
}  // namespace hearth::tests
