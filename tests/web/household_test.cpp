// How a household representative proves who she is, by a code on paper and then by her own.
#include <gmock/gmock.h>

#include <future>
#include <regex>

#include "clerk/receipt_code.hpp"
#include "store/roster_store.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"
#include "web/household/representatives.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_path = "/en/o/village/household";
const std::string k_paper = "K7QM-3F9T-XW2D-8HVA";
const std::string k_wrong = "AAAA-AAAA-AAAA-AAAA";

base::CivilDate day(const char* text) { return base::parse_date(text).value(); }

/// A village with a roster on 24 November 2026.
class HouseholdPage : public ServedSite {
protected:
    HouseholdPage() {
        town_.site.offices[0].people = &people_;
        roster().enter({{"3-12", "sealed", {}}, {"3-13", "sealed", day("2026-12-01")}}, {}, 7);
        put_code("3-12", k_paper, "2026-12-23");
    }
    store::RosterStore& roster() { return people_.roster(); }
    void put_code(const std::string& label, const std::string& code, const char* until) {
        roster().put_codes({{label, clerk::receipt_code_digest(code), day("2026-11-24"), day(until)}});
    }
    std::string send(const std::string& label, const std::string& code, const std::string& more = "&go=prove") {
        return ask(post(k_path, k_form, "label=" + label + "&code=" + code + more));
    }
    /// Her own code, as the page shows it once.
    static std::string own_in(const std::string& page) {
        std::smatch found;
        return std::regex_search(page, found, std::regex("hearth-code\">([0-9A-Z-]{19})<")) ? found[1].str() : std::string();
    }
    std::uint64_t acts() { return town_.site.offices[0].store->size(); }
    record::Frame last_act() {
        return record::open_frame(town_.site.offices[0].store->entries(acts() - 1, 1, false).at(0).frame).value();
    }

    TemporaryFolder folder_;
    store::PeopleStore people_{folder_.path() / "people.db"};
};

}  // namespace

TEST_F(HouseholdPage, IsLinkedAndThereOnlyWhereTheOfficeKeepsARoster) {
    EXPECT_THAT(ask(get("/en/o/village")), HasSubstr("href=\"/en/o/village/household\""));
    EXPECT_THAT(ask(get(k_path)), HasSubstr("name=\"label\""));
    EXPECT_EQ(status_in(ask(get("/en/o/township/household"))), 404);
    EXPECT_THAT(ask(get("/en/o/township")), Not(HasSubstr("/household")));
    roster().enter({}, {}, 8);
    EXPECT_EQ(status_in(ask(get(k_path))), 404);
    EXPECT_EQ(status_in(send("3-12", k_paper)), 404);
    EXPECT_THAT(ask(get("/en/o/village")), Not(HasSubstr("/household")));
}

TEST_F(HouseholdPage, GivesACodeOfHerOwnForTheOneOnPaperAndSaysWhatIsEstablished) {
    const std::string page = send("+3-12", "k7qm3f9t+xw2d8hva");
    EXPECT_EQ(status_in(page), 200);
    EXPECT_THAT(page, AllOf(HasSubstr("You represent household 3-12"), HasSubstr("Tuesday 24 November 2026"), HasSubstr("entry 7"),
                            HasSubstr("until the office enters another"), HasSubstr("Votes and proxies"), Not(HasSubstr(k_paper))));
    const std::string own = own_in(page);
    ASSERT_EQ(own.size(), k_paper.size());
    EXPECT_EQ(last_act().act, "representative_proved");
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 1}})) << "no label, no name";
    EXPECT_EQ(last_act().by.party.text, "");
    const std::uint64_t before = acts();
    const std::string again = send("3-12", own);
    EXPECT_THAT(again, AllOf(HasSubstr("You represent household 3-12"), Not(HasSubstr("shown only now"))));
    EXPECT_EQ(acts(), before) << "to look writes nothing";
    EXPECT_EQ(header_in(again, "Cache-Control"), "no-store");
}

TEST_F(HouseholdPage, AnswersWrongUsedAndOverdueCodesAndUnknownHouseholdsAlikeAndKeepsTheLabelOnly) {
    put_code("3-13", k_wrong, "2026-11-23");
    send("3-12", k_paper);
    const std::uint64_t before = acts();
    const auto without = [](std::string page, const std::string& label) {
        page = std::regex_replace(std::string(body_in(page)), std::regex("name=\"key\" value=\"[0-9a-f]*\""), "");
        return std::regex_replace(page, std::regex("value=\"" + label + "\""), "");
    };
    const std::string used = send("3-12", k_paper);
    EXPECT_EQ(status_in(used), 404);
    EXPECT_THAT(used, AllOf(HasSubstr("value=\"3-12\""), Not(HasSubstr(k_paper)), HasSubstr("do not fit together")));
    EXPECT_EQ(without(send("3-13", k_wrong), "3-13"), without(used, "3-12")) << "overdue";
    EXPECT_EQ(without(send("3-13", "nonsense"), "3-13"), without(used, "3-12")) << "no code at all";
    EXPECT_EQ(without(send("9-99", k_paper), "9-99"), without(used, "3-12")) << "no such household";
    EXPECT_EQ(acts(), before);
    EXPECT_EQ(status_in(send("3-12", "")), 400);
    EXPECT_EQ(status_in(send("", k_paper)), 400);
    EXPECT_THAT(send("%3Cb%3E", k_paper), HasSubstr("value=\"&lt;b&gt;\""));
}

TEST_F(HouseholdPage, StandsStillForOneHouseholdAfterFiveWrongCodes) {
    put_code("3-13", k_wrong, "2026-12-23");
    for (int i = 0; i < 5; ++i) EXPECT_THAT(send("3-12", "0000-0000-0000-0000"), HasSubstr("do not fit together"));
    const std::string standing = send("3-12", k_paper);
    EXPECT_EQ(status_in(standing), 403);
    EXPECT_THAT(standing, HasSubstr("Try again in a quarter of an hour"));
    EXPECT_THAT(send("%EF%BC%93-12", k_paper), HasSubstr("Try again in a quarter of an hour")) << "the same label, written wide";
    EXPECT_THAT(send("3-13", k_wrong), HasSubstr("You represent household 3-13"));
    town_.pass_days(1);
    EXPECT_THAT(send("3-12", k_paper), HasSubstr("You represent household 3-12"));
}

TEST_F(HouseholdPage, AnswersTheSameFormSentTwiceWithTheSameCode) {
    const std::string key = "&go=prove&key=0123456789abcdef0123456789abcdef";
    const std::string own = own_in(send("3-12", k_paper, key));
    ASSERT_FALSE(own.empty());
    const std::uint64_t before = acts();
    EXPECT_EQ(own_in(send("3-12", k_paper, key)), own);
    EXPECT_EQ(acts(), before);
    EXPECT_EQ(own_in(send("3-12", k_paper, "&go=prove&key=0123")), "") << "another form";
    EXPECT_EQ(own_in(send("3-12", k_wrong, key)), "") << "another code";
    EXPECT_EQ(own_in(send("3-13", k_paper, key)), "") << "another household";
}

// Two who press at the same moment, and one who presses twice, while the record is still being written.
TEST_F(HouseholdPage, CountsAndAnswersWhatIsUnderWayTogether) {
    put_code("3-13", k_wrong, "2026-12-23");
    const std::uint64_t before = acts();
    web::OfficeSite& office = town_.site.offices[0];
    std::vector<std::move_only_function<void()>> waiting;
    std::vector<base::Json> counted;
    office.submit = [&, recorded = office.submit](office::Command command, const clerk::Ticket& ticket, auto done) {
        counted.push_back(command.fields.at("households"));
        waiting.push_back([=, done = std::move(done)]() mutable { recorded(command, ticket, std::move(done)); });
    };
    const web::pages::Tongue tongue(town_.site, "en");
    web::household::Representatives representatives;
    std::vector<std::promise<std::string>> answers(3);
    const auto press = [&](std::size_t which, const char* label, const std::string& code) {
        representatives.take({town_.site, tongue, &office, "/o/village/household"},
                             {{"label", label}, {"code", code}, {"key", "0123456789abcdef"}}, town_.site.clock->now(),
                             [&answer = answers[which]](web::http::Response response) { answer.set_value(*response.body); });
    };
    press(0, "3-12", k_paper);
    press(1, "3-12", k_paper);
    press(2, "3-13", k_wrong);
    for (auto& one : waiting) one();
    const std::string own = own_in(answers[0].get_future().get());
    EXPECT_EQ(own.size(), k_paper.size());
    EXPECT_EQ(own_in(answers[1].get_future().get()), own);
    EXPECT_THAT(answers[2].get_future().get(), HasSubstr("You represent household 3-13"));
    EXPECT_EQ(roster().standing(day("2026-11-24")).proved, 2);
    EXPECT_THAT(counted, testing::ElementsAre(1, 1, 2));
    EXPECT_EQ(acts(), before + 2) << "the same form, so one act";
}

TEST_F(HouseholdPage, KeepsWhatWasTypedAndUsesNothingUpWhenTheLanguageIsChanged) {
    const std::string typed = send("3-12", k_paper, "&go=stay");
    EXPECT_THAT(typed, AllOf(HasSubstr("value=\"3-12\""), Not(HasSubstr(k_paper)), Not(HasSubstr("govuk-error-summary"))));
    const std::string own = own_in(send("3-12", k_paper));
    ASSERT_FALSE(own.empty());
    const std::string chinese =
        ask(post("/zh/o/village/household", k_form, "label=3-12&code=" + own + "&standing=1&told=1&go=stay"));
    EXPECT_EQ(own_in(chinese), own) << "the page that tells it, in her language";
    EXPECT_EQ(status_in(send("3-12", k_paper, "&standing=1&go=stay")), 404);
}

TEST_F(HouseholdPage, LetsHerGiveItBackByHerOwnCodeOnly) {
    const std::string own = own_in(send("3-12", k_paper));
    EXPECT_EQ(status_in(send("3-12", k_paper, "&standing=1&go=give_back")), 404);
    EXPECT_EQ(status_in(send("3-13", own, "&standing=1&go=give_back")), 404);
    EXPECT_TRUE(roster().is_proved("3-12"));
    EXPECT_THAT(send("3-12", own, "&standing=1&go=give_back"), HasSubstr("You have given it back"));
    EXPECT_FALSE(roster().is_proved("3-12"));
    EXPECT_EQ(last_act().act, "representative_gone");
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 0}}));
    EXPECT_EQ(status_in(send("3-12", own)), 404);
}

TEST_F(HouseholdPage, TellsHerThatHerTermHasEnded) {
    put_code("3-13", k_wrong, "2026-12-23");
    const std::string own = own_in(send("3-13", k_wrong));
    EXPECT_THAT(send("3-13", own), HasSubstr("Tuesday 1 December 2026"));
    town_.pass_days(8);  // to 2 December
    EXPECT_THAT(send("3-13", own), AllOf(HasSubstr("has ended"), Not(HasSubstr("You represent"))));
    EXPECT_EQ(roster().standing(day("2026-12-02")).proved, 0);
}

TEST_F(HouseholdPage, CountsTheHouseholdsThatAreProvedAfterEachAct) {
    put_code("3-13", k_wrong, "2026-12-23");
    send("3-12", k_paper);
    const std::string own = own_in(send("3-13", k_wrong));
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 2}}));
    put_code("3-13", k_paper, "2026-12-23");
    EXPECT_NE(own_in(send("3-13", k_paper)), own) << "whoever lost her own code begins anew";
    EXPECT_EQ(last_act().facts, (base::Json{{"households", 2}})) << "as many as before";
    EXPECT_EQ(status_in(send("3-13", own)), 404);
}
