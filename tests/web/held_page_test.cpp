#include <gmock/gmock.h>

#include "base/json.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/served_site.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::map<std::string, base::Json> k_asked = {
    {"points", base::Json::array({"Mend the culvert"})}, {"account", "It fell in."}, {"phone", "0555-010 0199"}};
const std::map<std::string, base::Json> k_answer = {
    {"facts", "The culvert fell in."},
    {"evidence", base::Json::array({"Site record"})},
    {"rules", base::Json::array({{{"text", "Water Law"}, {"published", "2016-07-02"}, {"from", "2016-09-01"}}})},
    {"reasons", base::Json::array({"It is ours."})}};

class HeldPage : public ServedSite {
protected:
    std::string behind(const std::string& below, const std::string& code) {
        return ask(post("/en/o/village" + below, k_form, "code=" + code));
    }
    base::Json data(const std::string& code) { return base::parse_json(body_in(behind("/held/file", code))).value(); }

    std::string code_ = town_.raise(k_asked);
};

}  // namespace

TEST_F(HeldPage, SaysOfEachFieldWhyWhoAndUntilWhen) {
    const std::string page = behind("/held", code_);
    EXPECT_THAT(page, AllOf(HasSubstr("Mend the culvert"), HasSubstr("Needed for: Take up, "),
                            HasSubstr("Reviewer, the level above"), HasSubstr("5 years after the matter has ended"),
                            HasSubstr("Sealed. Only those who must"), HasSubstr("Needed for: Open the sealed name")));
    EXPECT_THAT(page, Not(HasSubstr("0555-010 0199"))) << "what is sealed is ciphertext here too";
}

TEST_F(HeldPage, NamesTheDayOnceItIsKnown) {
    town_.act("withdraw", "");
    EXPECT_THAT(behind("/held", code_), HasSubstr("Monday 24 November 2031; then it is erased by itself."));
}

TEST_F(HeldPage, SaysWhatWasErased) {
    town_.erase("request.account");
    EXPECT_THAT(behind("/held", code_), AllOf(HasSubstr("Mend the culvert"), Not(HasSubstr("It fell in."))));
    town_.erase("");
    EXPECT_THAT(behind("/held", code_), AllOf(HasSubstr("Only the proof is left"), Not(HasSubstr("Mend the culvert"))));
    EXPECT_TRUE(data(code_)["acts"][0]["fields"].empty());
}

TEST_F(HeldPage, TellsWhoHasReadIt) {
    const TemporaryFolder folder;
    store::PeopleStore people(folder.path() / "people.db");
    town_.site.offices[0].people = &people;
    EXPECT_THAT(behind("/held", code_), HasSubstr("Nobody who works here has opened it yet."));
    people.note({town_.site.clock->now(), {1}, {"handler"}, {"aa11"}});
    EXPECT_THAT(behind("/held", code_), AllOf(HasSubstr("1 time, last"), HasSubstr("Handler"), Not(HasSubstr("aa11"))));
    EXPECT_EQ(data(code_)["readings"], base::parse_json(R"([{"post":"handler","at":"2026-11-24T01:12:00Z"}])").value());
}

TEST_F(HeldPage, GivesAllOfItAsDataAndNobodysCode) {
    town_.act("accept", "handler");
    town_.act("support", "handler", k_answer);
    const std::string file = behind("/held/file", code_);
    EXPECT_THAT(file, Not(HasSubstr(code_)));
    EXPECT_EQ(header_in(file, "Content-Disposition"), "attachment; filename=\"matter-SL-2026-0001.json\"");
    const base::Json matter = data(code_);
    ASSERT_EQ(matter["acts"].size(), 3U);
    EXPECT_EQ(matter["state"], "answered");
    EXPECT_EQ(matter["acts"][0]["by"], "you");
    EXPECT_EQ(matter["acts"][0]["fields"]["request.account"]["value"], "It fell in.");
    EXPECT_EQ(matter["acts"][2]["post"], "handler@village");
    EXPECT_EQ(matter["acts"][2]["fields"]["decision.facts"]["value"], "The culvert fell in.");
}

TEST_F(HeldPage, OpensNothingWithoutTheRightCode) {
    EXPECT_EQ(status_in(behind("/held", "0000-1111-2222-3333")), 404);
    EXPECT_EQ(status_in(behind("/held/file", "0000-1111-2222-3333")), 404);
}
