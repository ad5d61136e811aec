// The board of notices, and each notice as a sheet.
#include <gmock/gmock.h>

#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class Board : public ServedSite {
protected:
    std::string board(const std::string& language = "en") { return ask(get("/" + language + "/o/village/notices")); }
    /// The first notice's page.
    std::string notice(const std::string& language = "en") {
        const std::string page = board(language);
        const std::string link = "href=\"/" + language + "/o/village/notices/";
        const std::size_t at = page.find(link);
        if (at == std::string::npos) return {};
        return ask(get(page.substr(at + 6, page.find('"', at + 6) - at - 6)));
    }
};

}  // namespace

TEST_F(Board, ShowsWhatHangsAtTheHall) {
    town_.site.offices[0].hours = {{"en", "Monday to Saturday"}, {"zh-Hans", "周一至周六"}};
    town_.site.offices[0].receptions = {{{"en", "Tuesdays: the head of the village"}, {"zh-Hans", "周二：村主任接访"}}};
    town_.publish("A well of eighty metres");
    EXPECT_THAT(board(),
                AllOf(HasSubstr("Agreed where no vote is asked for"), HasSubstr("until the end of Tuesday 1 December 2026"),
                      HasSubstr("Monday to Saturday"), HasSubstr("Tuesdays: the head of the village"),
                      HasSubstr(town_.site.offices[0].key.text().substr(0, 30)), HasSubstr("class=\"hearth-qr\"")));
    EXPECT_THAT(board("zh"), AllOf(HasSubstr("周一至周六"), HasSubstr("周二：村主任接访"), HasSubstr("正在公示")));
    EXPECT_THAT(ask(get("/en/o/village")),
                AllOf(HasSubstr("/en/o/village/notices/"), HasSubstr("Tuesdays: the head of the village")));
}

TEST_F(Board, GivesEachNoticeAsASheetWithItsPlaceInTheRecord) {
    const std::string code = town_.publish("A well of <eighty> metres");
    EXPECT_THAT(notice(), AllOf(HasSubstr("A well of &lt;eighty&gt; metres"), HasSubstr("The old well is falling"),
                                HasSubstr("If you do not agree"), HasSubstr("Supervision committee"), HasSubstr("It is entry ")));
    for (const char* kept : {"Ana", "Bo spoke", "Mend the old one", "SL-2026"}) EXPECT_THAT(notice(), Not(HasSubstr(kept)));
    EXPECT_THAT(notice(), Not(HasSubstr(code)));
    EXPECT_THAT(notice("zh"), HasSubstr("不同意怎么办"));
}

TEST_F(Board, CountsWhatDoesNotFit) {
    for (int i = 0; i < 6; ++i) town_.publish("Item " + std::to_string(i));
    EXPECT_THAT(board(), HasSubstr("2 more notices are at the address below."));
}

TEST_F(Board, HasNoNoticeThatEndedOrNeverWas) {
    town_.publish("A well of eighty metres");
    town_.pass_days(8);
    EXPECT_THAT(board(), HasSubstr("At present there is no notice."));
    for (const char* entry : {"0", "3", "x", "99999999999999999999"})
        EXPECT_EQ(status_in(ask(get(std::string("/en/o/village/notices/") + entry))), 404) << entry;
}

TEST_F(Board, MergesSmallCounts) {
    town_.raise({{"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}});
    EXPECT_THAT(board(), HasSubstr("under 5"));
}
