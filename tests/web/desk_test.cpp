#include <gmock/gmock.h>

#include <regex>

#include "tests/web/desk_visitor.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

using DeskTest = DeskVisitor;

}  // namespace

TEST_F(DeskTest, AsksEverybodyToSignInFirst) {
    raise();
    for (const char* path : {"/en/o/village/desk", "/en/o/village/desk/matter/1"}) {
        EXPECT_THAT(see(path), AllOf(HasSubstr("Sign in to the desk"), Not(HasSubstr("culvert"))));
    }
    EXPECT_EQ(status_in(see("/en/o/county/desk")), 404);  // nobody may sign in there
}

TEST_F(DeskTest, LetsInWithTheRightPasswordOnly) {
    const std::string wrong = sign_in("gaoyun", "guess");
    EXPECT_EQ(status_in(wrong), 403);
    EXPECT_EQ(wrong.substr(wrong.find("<main")), sign_in("gaoyun", "other").substr(sign_in("gaoyun", "other").find("<main")));
    EXPECT_TRUE(cookie_.empty());
    EXPECT_EQ(status_in(sign_in("nobody", "guess")), 403);
    const std::string right = sign_in();
    EXPECT_EQ(status_in(right), 303);
    EXPECT_EQ(header_in(right, "Location"), "/en/o/village/desk");
    EXPECT_THAT(header_in(right, "Set-Cookie"), AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Strict")));
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("gaoyun"));
}

TEST_F(DeskTest, StandsStillAfterFiveWrongPasswords) {
    for (int i = 0; i < 5; ++i) sign_in("gaoyun", "guess");
    EXPECT_THAT(sign_in(), HasSubstr("Too many wrong tries"));
}

TEST_F(DeskTest, ListsOpenMattersByDueDayAndFiltersThemNeverByPerson) {
    raise();
    town_.act("accept", "handler");
    town_.raise({{"points", base::Json::array({"A lamp by the school"})}});
    sign_in();
    const std::string list = see("/en/o/village/desk");
    EXPECT_LT(list.find("SL-2026-0002"), list.find("SL-2026-0001"));  // 15 days before 60
    EXPECT_THAT(list, AllOf(HasSubstr("2 matters"), HasSubstr("Mend the culvert"), HasSubstr("No search by person")));
    EXPECT_THAT(see("/en/o/village/desk?q=SL-2026-0001"), AllOf(HasSubstr("1 matter,"), Not(HasSubstr("lamp"))));
    EXPECT_THAT(see("/en/o/village/desk?turn=resident"), HasSubstr("0 matters"));
    EXPECT_THAT(see("/en/o/village/desk?page=99"), HasSubstr("Mend the culvert"));
}

TEST_F(DeskTest, DoesAnActOfThePostAndShowsItToTheResident) {
    const std::string code = raise();
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), AllOf(HasSubstr("value=\"accept\""), Not(HasSubstr("value=\"correct\""))));
    EXPECT_THAT(act("accept"), HasSubstr("Record it"));
    EXPECT_THAT(act("accept", "&go=send&key=k1&seen=1"), HasSubstr("Recorded."));
    const std::string matter = ask(post("/en/o/village/matter", k_form, "code=" + code));
    EXPECT_THAT(matter, AllOf(HasSubstr("Take up"), HasSubstr("Handler, Three Willows Village")));
}

TEST_F(DeskTest, KnowsWhoActsByTheSessionAloneWhateverAFormSays) {
    raise();
    people_.add({{"bb22"}, "batu", "none", false});
    people_.give({{"bb22"}, {"reviewer"}, day_of("2026-01-01"), {}});
    sign_in();
    const std::string lies = "&by=reviewer&as=reviewer%40county&post=reviewer&account=bb22&login=batu&office=county&kind=resident";
    EXPECT_THAT(act("accept", "&go=send&key=k1&seen=1" + lies), HasSubstr("Recorded."));
    const auto acts = town_.site.offices[0].store->entries_of({1});
    const record::Actor by = record::open_frame(acts.back().frame).value().by;
    EXPECT_EQ(by, (record::Actor{record::Actor::Kind::post, {}, {"handler"}, {"village"}}));
    for (const char* of_others : {"uphold", "confirm"})
        EXPECT_THAT(act(of_others, "&go=send&key=k2&seen=2&f.reasons=It+is+right" + lies), Not(HasSubstr("Recorded.")));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 2U);
}

TEST_F(DeskTest, TellsThePromiseAsToAThirdPerson) {
    raise();
    town_.act("accept", "handler");
    town_.act("support", "handler",
              {{"facts", "It fell in."},
               {"evidence", base::Json::array({"Site record"})},
               {"rules", base::Json::array({{{"text", "Water Law"}, {"published", "2016-07-02"}, {"from", "2016-09-01"}}})},
               {"reasons", base::Json::array({"It is ours."})}});
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk/matter/1"),
                AllOf(HasSubstr("people concerned have the word"), HasSubstr("they are reminded, and it stays open"),
                      Not(HasSubstr("Now it is your word"))));
}

TEST_F(DeskTest, SaysWhatADecisionLacksAndKeepsTheRest) {
    raise();
    town_.act("accept", "handler");
    sign_in();
    const std::string page =
        act("support", "&go=send&key=k1&seen=2&f.facts=It+fell+in.&f.reasons=It+is+ours.&f.evidence=Site+record");
    EXPECT_EQ(status_in(page), 400);
    EXPECT_THAT(page, AllOf(HasSubstr("href=\"#f-rules\""), HasSubstr(">It fell in.</textarea>")));
    const std::string done = act("support",
                                 "&go=send&key=k2&seen=2&f.facts=It+fell+in.&f.reasons=It+is+ours.&f.evidence=Site+record"
                                 "&f.rules=Rural+Road+Regulation%EF%BC%9B19;2020-01-01;2020-03-01");
    EXPECT_THAT(done, HasSubstr("Recorded."));
}

TEST_F(DeskTest, NotesEveryReadingAndShowsItToTheResident) {
    const std::string code = raise();
    const auto matter = [&] { return ask(post("/en/o/village/matter", k_form, "code=" + code)); };
    EXPECT_THAT(matter(), HasSubstr("Nobody who works here has opened it yet."));
    sign_in();
    see("/en/o/village/desk/matter/1");
    see("/en/o/village/desk/matter/1");
    EXPECT_THAT(matter(), AllOf(HasSubstr("Who has read this"), HasSubstr("2 times, last"), Not(HasSubstr("gaoyun"))));
}

TEST_F(DeskTest, RefusesAFormWithoutTheTokenOfItsSessionAndKeepsWhatWasTyped) {
    raise();
    sign_in();
    const std::string page = send("/en/o/village/desk/matter/1", "act=accept&go=send&key=k1");
    EXPECT_EQ(status_in(page), 403);
    EXPECT_THAT(page, HasSubstr("what you wrote is kept"));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 1u);
}

TEST_F(DeskTest, BringsBackWhatWasTypedAfterASessionEnded) {
    raise();
    town_.act("accept", "handler");
    const std::string page = send("/en/o/village/desk/matter/1", "act=support&go=send&f.facts=Halfway+written");
    EXPECT_THAT(page, AllOf(HasSubstr("Sign in to the desk"), HasSubstr("What you wrote is kept")));
    const std::string back =
        send("/en/o/village/desk/sign-in",
             std::string("login=gaoyun&password=") + k_password +
                 "&then=%2Fo%2Fvillage%2Fdesk%2Fmatter%2F1&carried=act%3Dsupport%26go%3Dsend%26f.facts%3DHalfway%2Bwritten");
    EXPECT_THAT(back, AllOf(HasSubstr(">Halfway written</textarea>"), HasSubstr("Record it")));
    EXPECT_EQ(town_.site.offices[0].store->entries_of({1}).size(), 2u);
}

TEST_F(DeskTest, LeadsNowhereButToTheDeskAfterSigningIn) {
    for (const char* then :
         {"https%3A%2F%2Felsewhere.example%2Fdesk%2Fmatter%2F1", "%2Fdesk%0D%0ASet-Cookie%3A+a%3Db%2Fdesk%2Fmatter%2F1"}) {
        const std::string answer =
            send("/en/o/village/desk/sign-in", std::string("login=gaoyun&password=") + k_password + "&then=" + then);
        EXPECT_EQ(header_in(answer, "Location"), "/en/o/village/desk/matter/1") << answer;
    }
}

TEST_F(DeskTest, ShowsNothingToOneWhosePostHasEnded) {
    raise();
    people_.end({"aa11"}, {"handler"}, day_of("2026-06-30"));
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("no post today"), Not(HasSubstr("SL-2026-0001"))));
    EXPECT_EQ(status_in(see("/en/o/village/desk/matter/1")), 404);
}

TEST_F(DeskTest, ShowsAPostOnlyWhatNamesItAsAReader) {
    raise();
    people_.end({"aa11"}, {"handler"}, day_of("2026-06-30"));
    people_.give({{"aa11"}, {"hall_clerk"}, day_of("2026-01-01"), {}});
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk"), AllOf(HasSubstr("SL-2026-0001"), Not(HasSubstr("culvert"))));
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), AllOf(HasSubstr("Nothing is yours to do"), Not(HasSubstr("culvert"))));
}

TEST_F(DeskTest, HidesAReportFromTheOfficeThatItIsAbout) {
    raise();
    const std::string report = "/en/o/village/raise/report/report";
    const std::string said = post(report, k_form, "go=send&key=k1&f.unit=village&f.points=The+money+is+gone&f.account=I+saw+it.");
    ASSERT_THAT(ask(said), HasSubstr("SL-2026-0002"));
    sign_in();
    const std::string list = see("/en/o/village/desk");
    EXPECT_THAT(list, AllOf(HasSubstr("1 matter,"), Not(HasSubstr("SL-2026-0002"))));
    EXPECT_THAT(see("/en/o/village/desk?q=SL-2026-0002"), HasSubstr("0 matters"));
    EXPECT_EQ(status_in(see("/en/o/village/desk/matter/2")), 404);
    const std::string token = "token=" + token_on(list);
    EXPECT_EQ(status_in(send("/en/o/village/desk/matter/2", token + "&act=accept&go=send&key=k2")), 404);
}

TEST_F(DeskTest, GivesTheCodeOfAnInvitedPartyToWhoInvitesOnce) {
    people_.give({{"aa11"}, {"mediator"}, day_of("2026-01-01"), {}});
    ask(post("/en/o/village/raise/mediation/apply", k_form, "go=send&key=k1&f.points=Where+the+fence+stands"));
    sign_in();
    const std::string done = act("invite", "&go=send&key=k2&seen=1");
    EXPECT_THAT(done, HasSubstr("Hand this code to the party who was invited"));
    std::smatch code;
    ASSERT_TRUE(std::regex_search(done, code, std::regex("class=\"hearth-code\">([^<]*)<")));
    EXPECT_THAT(see("/en/o/village/desk/matter/1"), Not(HasSubstr(code[1].str())));
    EXPECT_THAT(ask(post("/en/o/village/matter", k_form, "code=" + code[1].str())), HasSubstr("Yes, I will mediate"));
}

TEST_F(DeskTest, AsksForAnOwnPasswordBeforeAnythingElse) {
    people_.set_secret({"aa11"}, clerk::hash_password("RB9P-RG4V-CHET-Y8WN"), true);
    sign_in("gaoyun", "RB9P-RG4V-CHET-Y8WN");
    const std::string page = see("/en/o/village/desk");
    EXPECT_THAT(page, HasSubstr("Somebody else knows this password."));
    const std::string token = "token=" + token_on(page);
    const auto change = [&](const std::string& more) { return send("/en/o/village/desk/password", token + more); };
    EXPECT_THAT(change("&now=wrong&new=0123456789ab&again=0123456789ab"), HasSubstr("The password until now is not right."));
    for (const std::string& few : {std::string("elevenchars"), std::string("%E4%B8%89%E6%A0%91%E6%9D%91%E6%B0%B4")})
        EXPECT_THAT(change("&now=RB9P-RG4V-CHET-Y8WN&new=" + few + "&again=" + few), HasSubstr("at least twelve characters"));
    const std::string many(129, 'x');
    EXPECT_THAT(change("&now=RB9P-RG4V-CHET-Y8WN&new=" + many + "&again=" + many), HasSubstr("at most 128 characters"));
    EXPECT_THAT(change("&now=RB9P-RG4V-CHET-Y8WN&new=seven+grey+mice&again=seven+grey+cats"), HasSubstr("do not match"));
    EXPECT_EQ(status_in(change("&now=RB9P-RG4V-CHET-Y8WN&new=seven+grey+mice&again=seven+grey+mice")), 303);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("0 matters"));
}

TEST_F(DeskTest, TakesAnyCharacterInAPasswordAndComparesAllOfThem) {
    sign_in();
    std::string chosen =
        "%E4%BF%AE%E5%A5%BD%20%F0%9F%90%91%20%3C%26%25%22%27%20";  // two of Han, a sheep, marks, spaces at both sides
    for (int i = 0; i < 11; ++i) chosen += "grey+mice+";
    chosen += "%E6%9D%91";
    const std::string token = "token=" + token_on(see("/en/o/village/desk/password"));
    ASSERT_EQ(status_in(send("/en/o/village/desk/password", token + "&now=" + k_password + "&new=" + chosen + "&again=" + chosen)),
              303);
    const std::string last_is_another = chosen.substr(0, chosen.size() - 1) + "2";
    const std::string without_space = chosen.substr(0, 18) + chosen.substr(21);
    for (const std::string& other : {last_is_another, without_space, std::string(k_password)})
        EXPECT_EQ(status_in(sign_in("gaoyun", other)), 403) << other;
    EXPECT_EQ(status_in(sign_in("gaoyun", chosen)), 303);
}

// Password managers fill in what they know and paste what they drew: the pages name the fields for them, and no script stands in
// the way.
TEST_F(DeskTest, LetsAPasswordManagerFillInItsFieldsAndNeverAsksForAnotherByTheCalendar) {
    const std::string page = see("/en/o/village/desk");
    EXPECT_THAT(page, AllOf(HasSubstr("autocomplete=\"username\""), HasSubstr("autocomplete=\"current-password\""),
                            Not(HasSubstr("maxlength")), Not(HasSubstr("autocomplete=\"off\""))));
    town_.pass_days(3 * 365);
    EXPECT_EQ(header_in(sign_in(), "Location"), "/en/o/village/desk");
    EXPECT_EQ(status_in(see("/en/o/village/desk")), 200);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("0 matters"));
    EXPECT_THAT(see("/en/o/village/desk/password"), AllOf(HasSubstr("autocomplete=\"new-password\""), Not(HasSubstr("maxlength"))));
}

TEST_F(DeskTest, TakesNoPasswordThatIsEasilyGuessed) {
    sign_in();
    const std::string token = "token=" + token_on(see("/en/o/village/desk/password"));
    for (const std::string& poor : {std::string("0123456789ab"), std::string("gaoyun-gaoyun")}) {
        const std::string answer =
            send("/en/o/village/desk/password", token + "&now=" + k_password + "&new=" + poor + "&again=" + poor);
        EXPECT_EQ(status_in(answer), 400) << poor;
        EXPECT_THAT(answer, HasSubstr("would soon find it")) << poor;
    }
}

TEST_F(DeskTest, SaysInWhosePlaceADeputyActsAndOnTheRecordThatSheIsOne) {
    const std::string code = raise();
    people_.end({"aa11"}, {"handler"}, day_of("2026-06-30"));
    people_.add({{"bb22"}, "batu", "none", false});
    people_.give({{"aa11"}, {"handler"}, day_of("2026-07-01"), day_of("2026-12-31"), {"bb22"}});
    sign_in();
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("Handler (in the place of batu)"));
    EXPECT_THAT(act("accept"), HasSubstr("You do this in the place of batu"));
    EXPECT_THAT(act("accept", "&go=send&key=k1&seen=1"), HasSubstr("Handler (deputy), Three Willows Village"));
    EXPECT_THAT(ask(post("/en/o/village/matter", k_form, "code=" + code)),
                AllOf(HasSubstr("Handler (deputy), Three Willows Village"), Not(HasSubstr("batu"))));
}

TEST_F(DeskTest, BeginsAnAnswerWithWordsOfTheOfficeAndSendsNoneWithAGap) {
    raise();
    town_.act("accept", "handler");
    town_.site.offices[0].answers = {
        {"request", "support", "The road is mended", {{"facts", "On ___ we looked."}, {"reasons", "It is ___."}}},
        {"request", "decline", "Another", {}}};
    sign_in();
    EXPECT_THAT(act("support"), AllOf(HasSubstr("The road is mended"), Not(HasSubstr("Another"))));
    const std::string begun = act("support", "&go=begin&beginning=1&key=k1&seen=2&f.reasons=Written+already");
    EXPECT_EQ(status_in(begun), 200);
    EXPECT_THAT(begun, AllOf(HasSubstr(">On ___ we looked.</textarea>"), HasSubstr(">Written already</textarea>")));
    const std::string rest =
        "&f.evidence=Site+record&f.rules=Rural+Road+Regulation%EF%BC%9B19;2020-01-01;2020-03-01&f.reasons=It+is+ours";
    const std::string open = act("support", "&go=send&key=k1&seen=2&f.facts=On+___+we+looked." + rest);
    EXPECT_EQ(status_in(open), 400);
    EXPECT_THAT(open, AllOf(HasSubstr("href=\"#f-facts\""), HasSubstr("A gap (___) is still open")));
    EXPECT_THAT(act("support", "&go=send&key=k1&seen=2&f.facts=On+Monday+we+looked." + rest), HasSubstr("Recorded."));
}

TEST_F(DeskTest, SignsOut) {
    sign_in();
    const std::string token = token_on(see("/en/o/village/desk"));
    EXPECT_EQ(status_in(send("/en/o/village/desk/sign-out", "token=" + token)), 303);
    EXPECT_THAT(see("/en/o/village/desk"), HasSubstr("Sign in to the desk"));
}

TEST_F(DeskTest, GivesAPaperToThosePostsThatMayReadItAndNotesTheReading) {
    town_.site.offices[0].papers.emplace(folder_.path() / "papers");
    const std::string parts =
        "--cut\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n"
        R"({"office":"village","kind":"report","points":["Who mends the well?"]})"
        "\r\n--cut\r\nContent-Disposition: form-data; name=\"papers\"; filename=\"well.txt\"\r\n\r\n"
        "Dry since June.\n\r\n--cut--\r\n";
    ASSERT_EQ(status_in(ask(post("/api/requests", "multipart/form-data; boundary=cut", parts))), 201);
    sign_in();
    const std::string page = see("/en/o/village/desk/matter/1");
    std::smatch file;
    ASSERT_TRUE(std::regex_search(page, file, std::regex("name=\"paper\" value=\"([0-9a-f]{64})\""))) << page;
    const std::string asked = "token=" + token_on(page) + "&matter=1&paper=" + file[1].str();
    const std::string paper = send("/en/o/village/desk/paper", asked);
    EXPECT_EQ(status_in(paper), 200);
    EXPECT_EQ(body_in(paper), "Dry since June.\n");
    EXPECT_EQ(header_in(paper, "Cache-Control"), "no-store");
    EXPECT_EQ(people_.readings_of({1}).size(), 2U) << "the page and the paper";

    EXPECT_EQ(status_in(send("/en/o/village/desk/paper", "token=" + token_on(page) + "&matter=2&paper=" + file[1].str())), 404);
    EXPECT_NE(body_in(send("/en/o/village/desk/paper", "token=other&matter=1&paper=" + file[1].str())), "Dry since June.\n");
}
