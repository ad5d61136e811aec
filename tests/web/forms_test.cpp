#include <gmock/gmock.h>

#include <regex>

#include "base/fault.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr const char* k_submit = "/en/o/village/raise/request/submit";
constexpr const char* k_word = "/en/o/village/matter/word";

const std::map<std::string, base::Json> k_asked = {{"points", base::Json::array({"Mend the culvert", "A way round"})},
                                                   {"account", "It fell in."}};

/// Where a hidden field or a value stands in a page.
std::string value_of(const std::string& page, const std::string& name) {
    std::smatch found;
    const std::regex hidden("name=\"" + name + "\" value=\"([^\"]*)\"");
    return std::regex_search(page, found, hidden) ? found[1].str() : std::string();
}

std::string code_on(const std::string& page) {
    std::smatch found;
    return std::regex_search(page, found, std::regex("class=\"hearth-code\">([^<]*)<")) ? found[1].str() : std::string();
}

/// A resident in front of the pages of a village, without scripts.
class FormsTest : public ServedSite {
protected:
    std::string post_to(const std::string& path, const std::string& body) { return ask(post(path, k_form, body)); }
    std::string word(const std::string& code, const std::string& more) { return post_to(k_word, "code=" + code + more); }
    std::string raised() {
        return code_on(
            post_to(k_submit, "key=k1&go=send&f.points=Mend+the+culvert%0D%0A%0D%0A+A+way+round+&f.account=It+fell+in."));
    }
};

}  // namespace

TEST_F(FormsTest, OfferEveryWayInThatAPersonHas) {
    EXPECT_THAT(ask(get("/en/o/village/raise")), HasSubstr("/en/o/village/raise/request/submit"));
    EXPECT_EQ(status_in(ask(get("/en/o/village/raise/request/accept"))), 404);
    EXPECT_EQ(status_in(ask(get("/en/o/village/raise/nothing/submit"))), 404);
}

TEST_F(FormsTest, AskOneQuestionAPageAndCarryWhatWasTyped) {
    const std::string first = ask(get(k_submit));
    EXPECT_THAT(first, HasSubstr("question 1 of"));
    const std::string key = value_of(first, "key");
    EXPECT_EQ(key.size(), 32u);
    const std::string second = post_to(k_submit, "step=0&go=on&f.kind=claim&key=" + key);
    EXPECT_THAT(second, AllOf(HasSubstr("question 2 of"), HasSubstr("name=\"f.points\"")));
    EXPECT_EQ(value_of(second, "f.kind"), "claim");
    EXPECT_EQ(value_of(second, "key"), key);
}

TEST_F(FormsTest, SayWhatIsMissingAndKeepTheRest) {
    const std::string page = post_to(k_submit, "step=1&go=on&f.kind=claim&f.account=It+fell+in.&key=k");
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, AllOf(HasSubstr("<title>Error: "), HasSubstr("href=\"#f-points\""), HasSubstr("id=\"f-points-error\"")));
    EXPECT_EQ(value_of(page, "f.account"), "It fell in.");
}

TEST_F(FormsTest, RefuseADayThatIsNoneAndShowItAsItWasTyped) {
    const std::string page = post_to(k_submit, "step=3&go=on&f.happened_on.year=2026&f.happened_on.month=6&f.happened_on.day=31");
    EXPECT_THAT(page, AllOf(HasSubstr("href=\"#f-happened_on-year\""), HasSubstr("value=\"31\""), HasSubstr("govuk-input--error")));
}

TEST_F(FormsTest, ShowEverythingBeforeItIsSent) {
    const std::string page = post_to(k_submit, "step=4&go=on&f.points=One%0D%0ATwo&f.account=Why&key=k");
    EXPECT_THAT(page, AllOf(HasSubstr("Check before you send"), HasSubstr("1. One\n2. Two"), HasSubstr("value=\"change-2\"")));
    const std::string changed = post_to(k_submit, "go=change-2&seen_check=yes&f.points=One&f.account=Why&key=k");
    EXPECT_THAT(changed, AllOf(HasSubstr("name=\"f.account\""), HasSubstr(">Why</textarea>")));
    EXPECT_THAT(post_to(k_submit, "step=2&go=on&seen_check=yes&f.points=One&f.account=Because&key=k"), HasSubstr("Because"));
}

TEST_F(FormsTest, TakeAlongWhatWasTypedWhenTheLanguageIsSwitched) {
    const std::string page = post_to("/zh/o/village/raise/request/submit", "step=2&go=stay&f.points=One&f.account=Halfway&key=k");
    EXPECT_EQ(status_in(page), 200);
    EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"zh-Hans\">"), HasSubstr(">Halfway</textarea>")));
    EXPECT_EQ(value_of(page, "f.points"), "One");
}

TEST_F(FormsTest, GiveNumberAndCodeOnceItIsRecordedAndTheSameToTheSameKey) {
    const std::string code = raised();
    ASSERT_FALSE(code.empty());
    EXPECT_EQ(raised(), code);
    const std::string matter = post_to("/en/o/village/matter", "code=" + code);
    EXPECT_THAT(matter, AllOf(HasSubstr("SL-2026-0001"), HasSubstr("1. Mend the culvert\n2. A way round")));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 1u);
}

TEST_F(FormsTest, SendNothingThatIsIncomplete) {
    const std::string page = post_to(k_submit, "go=send&f.account=It+fell+in.&key=k");
    EXPECT_THAT(page, HasSubstr("href=\"#f-points\""));
    EXPECT_FALSE(town_.site.offices[0].store->entries_of({1}).size());
}

// The procedure was changed while she wrote: what is not asked any more is shown to her once, and goes nowhere unasked.
TEST_F(FormsTest, KeepTellAndAskAgainWhenTheFormIsOutdated) {
    for (const char* go : {"on", "send"}) {
        const std::string page = post_to(
            k_submit, std::string("step=0&key=k7&go=") + go + "&f.points=Mend+it&f.account=It+fell+in.&f.harvest=Before+June");
        EXPECT_EQ(status_in(page), 400) << go;
        EXPECT_THAT(page, AllOf(HasSubstr("does not ask this any more"), HasSubstr("Before June"), HasSubstr("It fell in.")));
        EXPECT_EQ(value_of(page, "f.harvest"), "");
    }
    EXPECT_FALSE(town_.site.offices[0].store->matter({1})) << "nothing was recorded meanwhile";
    EXPECT_EQ(status_in(post_to(k_submit, "key=k7&go=send&f.points=Mend+it&f.account=It+fell+in.+Before+June")), 201);
}

// The rules that the pages see were widened meanwhile: only then is there an offer, and only for whoever opened the matter.
TEST_F(FormsTest, OfferNewerRulesThatGiveMore) {
    const auto page = [&](const std::string& code) { return post_to("/en/o/village/matter", "code=" + code); };
    EXPECT_THAT(page(town_.raise(k_asked)), Not(HasSubstr("take_newer")));
    const std::string code = raised();
    web::OfficeSite& village = town_.site.offices[0];
    auto rules = std::make_shared<procedure::Ruleset>(*village.rules);
    rules->widened["request"].insert(rules->pack.procedure("request")->version);
    village.rules = rules;
    EXPECT_THAT(page(code), AllOf(HasSubstr("Newer rules that give you more"), HasSubstr("value=\"take_newer\"")));
    // The clerk of this town knows of no newer text: what the page offers he decides.
    EXPECT_THAT(word(code, "&act=take_newer&seen=1"), HasSubstr("This is not possible any more"));
    EXPECT_THAT(word(code, "&act=undo_entered&seen=1"), HasSubstr("This is not possible any more"));
}

TEST_F(FormsTest, EscapeWhatWasTypedEverywhere) {
    const std::string hostile = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E";
    for (const char* go : {"on", "send", "back", "stay"}) {
        const std::string body = "step=2&f.kind=" + hostile + "&f.points=" + hostile + "&f.account=" + hostile + "&key=" + hostile;
        EXPECT_THAT(post_to(k_submit, body + "&go=" + go), Not(HasSubstr("<script")));
    }
    EXPECT_THAT(word(raised(), "&act=add_facts&key=" + hostile + "&f.words=" + hostile), Not(HasSubstr("<script")));
}

TEST_F(FormsTest, LetTheHolderOfTheCodeAddConfirmAndContest) {
    const std::string code = town_.raise(k_asked);
    const std::string form = word(code, "&act=add_facts");
    EXPECT_THAT(form, AllOf(HasSubstr("Add something"), HasSubstr("It is added; everything else goes on as before.")));
    const std::string said = word(code, "&act=add_facts&go=send&seen=1&key=k2&f.words=It+got+wider.");
    EXPECT_THAT(said, AllOf(HasSubstr("Your word is recorded."), HasSubstr("It got wider.")));
    town_.act("accept", "handler");
    town_.act("support", "handler",
              {{"facts", "The culvert fell in."},
               {"evidence", base::Json::array({"Site record"})},
               {"rules", base::Json::array({{{"text", "Water Law"}, {"published", "2016-07-02"}, {"from", "2016-09-01"}}})},
               {"reasons", base::Json::array({"It is ours.", "It is needed."})}});
    const std::string answered = post_to("/en/o/village/matter", "code=" + code);
    EXPECT_THAT(answered, AllOf(HasSubstr("What do you say?"), HasSubstr("value=\"confirm\""), HasSubstr("value=\"contest\"")));
    EXPECT_THAT(answered, Not(HasSubstr(" checked")));
    EXPECT_THAT(word(code, "&act=contest&go=send&key=k3&seen=4&f.words=It+is+not+mended."), HasSubstr("Nantan Township owes you"));
}

TEST_F(FormsTest, OfferWhatAnswersTheStepFirstAndNoConsentBackThatWasNotGiven) {
    const std::string code = town_.raise(k_asked);
    const auto matter = [&] { return post_to("/en/o/village/matter", "code=" + code); };
    EXPECT_THAT(matter(), AllOf(Not(HasSubstr("value=\"revoke\"")), HasSubstr("value=\"give_mandate\"")));
    town_.act("give_mandate", "", {{"wish", "Write it down for me"}});
    EXPECT_THAT(matter(), HasSubstr("value=\"revoke\""));
    town_.act("accept", "handler");
    town_.act("support", "handler",
              {{"facts", "The culvert fell in."},
               {"evidence", base::Json::array({"Site record"})},
               {"rules", base::Json::array({{{"text", "Water Law"}, {"published", "2016-07-02"}, {"from", "2016-09-01"}}})},
               {"reasons", base::Json::array({"It is ours.", "It is needed."})}});
    const std::string answered = matter();
    EXPECT_LT(answered.find("value=\"confirm\""), answered.find("value=\"add_facts\""));
    EXPECT_LT(answered.find("value=\"contest\""), answered.find("value=\"give_mandate\""));
}

TEST_F(FormsTest, TellWhoeverActsOnWhatIsNoLongerSo) {
    const std::string code = town_.raise(k_asked);
    EXPECT_THAT(word(code, "&act=confirm&go=send&key=k2"), HasSubstr("This is not possible any more"));
    EXPECT_THAT(word(code, ""), HasSubstr("Choose what you want to say."));
    town_.act("accept", "handler");
    const std::string late = word(code, "&act=add_facts&go=send&seen=1&key=k3&f.words=More");
    EXPECT_EQ(status_in(late), 400);
    EXPECT_THAT(late, HasSubstr(">More</textarea>"));
    EXPECT_EQ(value_of(late, "seen"), "2");
}

TEST_F(FormsTest, OpenNothingWithoutTheRightCode) {
    raised();
    EXPECT_EQ(status_in(word("0000-1111-2222-3333", "&act=add_facts&go=send&f.words=x")), 404);
    EXPECT_EQ(status_in(word("", "&act=withdraw&go=send")), 400);
}

TEST_F(FormsTest, KeepWhatWasTypedWhenTheMachineryBreaks) {
    town_.site.offices[0].submit = [](office::Command, clerk::Ticket, std::move_only_function<void(clerk::Outcome)> done) {
        done(std::make_exception_ptr(base::Fault("the disk is full")));
    };
    const std::string page = post_to(k_submit, "go=send&f.points=One&key=k7");
    EXPECT_THAT(page, AllOf(HasSubstr("Nothing is lost"), Not(HasSubstr("disk"))));
    EXPECT_EQ(value_of(page, "f.points"), "One");
    EXPECT_EQ(value_of(page, "key"), "k7");
}
