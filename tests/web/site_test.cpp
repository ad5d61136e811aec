#include <gmock/gmock.h>

#include <regex>

#include "base/fault.hpp"
#include "record/tiles.hpp"
#include "tests/web/served_site.hpp"
#include "web/catalogue.hpp"
#include "web/http/finish.hpp"

using namespace hearth;
using namespace hearth::tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

constexpr const char* k_json = "application/json";

/// The town behind a real server on a free port.
class SiteTest : public ServedSite {
protected:
    std::string page(std::string_view path) { return ask(get(path)); }
    std::string open(const std::string& code, const std::string& language = "en") {
        return ask(post("/" + language + "/o/village/matter", k_form, "code=" + code));
    }
    std::string request(const base::Json& json, const std::string& more = {}) {
        return ask(post("/api/requests", k_json, json.dump(), more));
    }
    std::string raise() {
        return town_.raise({{"kind", "claim"},
                            {"points", base::Json::array({"A new culvert before the harvest", "A way round until then"})},
                            {"account", "The culvert on the field road has collapsed; tractors cannot pass."}});
    }
};

const base::Json k_asked = {{"office", "village"}, {"kind", "report"}, {"points", {"Who mends the road?"}}};

}  // namespace

TEST_F(SiteTest, ServesEveryPageInBothLanguages) {
    raise();
    for (const char* path : {"/", "/o/village", "/o/village/procedures", "/o/village/procedures/request", "/o/village/record",
                             "/o/village/matter", "/o/county"}) {
        for (const auto& [prefix, language] : {std::pair{"/en", "en"}, {"/zh", "zh-Hans"}}) {
            const std::string answer = page(std::string(prefix) + path);
            EXPECT_EQ(status_in(answer), 200) << prefix << path;
            EXPECT_EQ(header_in(answer, "Content-Language"), language);
            EXPECT_THAT(answer, HasSubstr("<html lang=\"" + std::string(language) + "\">"));
            EXPECT_THAT(answer, Not(HasSubstr("[[")));
            EXPECT_THAT(answer, Not(HasSubstr("{{"))) << path;
        }
    }
}

TEST_F(SiteTest, AnswersInTheLanguageThatThePersonPrefers) {
    const std::string chinese = ask(get("/o/village", "Accept-Language: zh-CN,zh;q=0.9\r\n"));
    EXPECT_EQ(header_in(chinese, "Content-Language"), "zh-Hans");
    EXPECT_THAT(chinese, HasSubstr("href=\"/zh/o/village/record\""));
    EXPECT_EQ(header_in(page("/o/village"), "Content-Language"), "en");
}

TEST_F(SiteTest, ShowsAMatterToTheHolderOfItsCode) {
    const std::string code = raise();
    const std::string answer = open(code);
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_EQ(header_in(answer, "Cache-Control"), "no-store");
    EXPECT_THAT(answer, HasSubstr("SL-2026-0001"));
    EXPECT_THAT(answer, HasSubstr("Three Willows Village owes you the next step"));
    EXPECT_THAT(answer, HasSubstr("Wednesday 9 December 2026"));
    EXPECT_THAT(answer, HasSubstr("It moves up by itself to Nantan Township"));
    EXPECT_THAT(answer, HasSubstr("tractors cannot pass"));
    EXPECT_THAT(answer, HasSubstr("A claim: I ask for something to be done"));
    EXPECT_THAT(answer, Not(HasSubstr("Location:")));
}

TEST_F(SiteTest, ShowsTheNewestActAtOnce) {
    const std::string code = raise();
    EXPECT_EQ(body_in(open(code)), body_in(open(code)));
    town_.act("accept", "handler");
    EXPECT_THAT(open(code), HasSubstr("Take up"));
    town_.pass_days(1);
    EXPECT_THAT(open(code), HasSubstr("59 days left"));
    EXPECT_THAT(open(code, "zh"), HasSubstr("<html lang=\"zh-Hans\">"));
}

TEST_F(SiteTest, TakesACodeAsPeopleTypeIt) {
    std::string code = raise();
    std::erase(code, '-');
    for (char& c : code) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(status_in(open(code)), 200);
}

TEST_F(SiteTest, ShowsWhoOwesWhatAfterTheDayHasPassed) {
    const std::string code = raise();
    town_.pass_days(20);
    const std::string answer = open(code);
    EXPECT_THAT(answer, HasSubstr("Nantan Township owes you the next step"));
    EXPECT_THAT(answer, HasSubstr("By itself, because the day had passed"));
}

TEST_F(SiteTest, GivesTheReceiptAsAFile) {
    const std::string code = raise();
    const std::string answer = ask(post("/en/o/village/receipt", k_form, "code=" + code));
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_THAT(header_in(answer, "Content-Disposition"), HasSubstr("receipt-SL-2026-0001.txt"));
    EXPECT_THAT(std::string(body_in(answer)),
                AllOf(StartsWith("hearth-receipt@v1\n"), HasSubstr(code), HasSubstr("tlog-proof@v1")));
    EXPECT_EQ(status_in(ask(post("/en/o/village/receipt", k_form, "code=0000-0000-0000-0000"))), 404);
}

TEST_F(SiteTest, AnswersUnknownMalformedAndForeignCodesAlike) {
    const std::string code = raise();
    const std::string unknown = open("0000-0000-0000-0000");
    EXPECT_EQ(status_in(unknown), 404);
    const std::string malformed = open("nonsense");
    EXPECT_EQ(status_in(malformed), 404);
    const std::string foreign = ask(post("/en/o/township/matter", k_form, "code=" + code));
    EXPECT_EQ(status_in(foreign), 404);
    EXPECT_THAT(unknown, HasSubstr("<title>Error: "));
    EXPECT_THAT(unknown, HasSubstr("No matter of this office opens with this code"));
    EXPECT_EQ(status_in(open("")), 400);
    EXPECT_EQ(status_in(ask(post("/en/o/village/matter", "text/plain", "code=" + code))), 400);
    EXPECT_EQ(status_in(ask(post("/en/o/village/matter", k_form, "code=%zz"))), 400);
    EXPECT_EQ(status_in(ask(get("/en/o/village/matter?code=" + code))), 200);  // the form, never the matter
    EXPECT_THAT(page("/en/o/village/matter?code=" + code), Not(HasSubstr("tractors")));
}

// Sheep, Mongolian, Arabic, a character that is made of two, one outside the first plane and marks of direction.
TEST_F(SiteTest, GivesBackEveryCharacterAsItWasTyped) {
    const std::string words = "🐑 ᠮᠣᠩᠭᠣᠯ العربية e\u0301 𠮷 \u200fabc\u202edef";
    const std::string code = town_.raise({{"kind", "claim"}, {"points", base::Json::array({words})}, {"account", words}});
    const std::string page = ask(post("/zh/o/village/matter", k_form, "code=" + code));
    EXPECT_THAT(header_in(page, "Content-Type"), HasSubstr("charset=utf-8"));
    EXPECT_THAT(page, HasSubstr(words));
    const std::string file(body_in(ask(post("/en/o/village/held/file", k_form, "code=" + code))));
    EXPECT_EQ(base::parse_json(file).value()["acts"][0]["fields"]["request.account"]["value"], words) << file;
}

TEST_F(SiteTest, EscapesHostileWordsWhereverTheyStand) {
    const std::string hostile = "</p><script>alert(1)</script>\"'<img src=x onerror=alert(2)>{{X}}[[lang]]&amp;";
    const std::string code = town_.raise({{"kind", "claim"},
                                          {"points", base::Json::array({hostile, hostile})},
                                          {"account", hostile},
                                          {"place", base::Json{{"lat", 1}, {"long", 2}, {"name", hostile}}}});
    const std::string answer = open(code);
    EXPECT_EQ(status_in(answer), 200);
    for (const char* harm : {"<script", "<img", "alert(1)</", "onerror=alert(2)>"})
        EXPECT_THAT(answer, Not(HasSubstr(harm))) << harm;
    EXPECT_THAT(answer, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(open("%22%3E%3Cscript%3E"), Not(HasSubstr("<script")));
    EXPECT_THAT(page("/en/o/%3Cscript%3E"), Not(HasSubstr("<script")));
}

TEST_F(SiteTest, AnswersWhatIsNotThereAndWhatIsNotOpenAlike) {
    for (const char* path : {"/en/nothing", "/en/o/nowhere", "/en/o/village/nothing", "/en/o/village/procedures/nothing",
                             "/en/o/village/", "/en/control/act"}) {
        const std::string answer = page(path);
        EXPECT_THAT(status_in(answer), testing::AnyOf(404, 405)) << path;
        EXPECT_THAT(answer, HasSubstr("We cannot show this")) << path;
    }
    EXPECT_EQ(status_in(ask(post("/control/act", k_json, "{}"))), 404);
    EXPECT_EQ(header_in(ask(post("/en/o/village", k_form, "")), "Allow"), "GET, HEAD");
    EXPECT_EQ(status_in(page("/en/%ff")), 400);
}

TEST_F(SiteTest, AsksCachesToAskAgainAndSaysNotModified) {
    const std::string first = page("/en/o/village");
    const std::string etag = header_in(first, "ETag");
    ASSERT_FALSE(etag.empty());
    EXPECT_EQ(status_in(ask(get("/en/o/village", "If-None-Match: " + etag + "\r\n"))), 304);
    raise();
    EXPECT_EQ(status_in(ask(get("/en/o/village", "If-None-Match: " + etag + "\r\n"))), 200);
}

TEST_F(SiteTest, KeepsAPageWithItsStyleUnderTwelveKilobytes) {
    const std::string code = raise();
    const std::string gzip = "Accept-Encoding: gzip\r\n";
    const auto weight = [&](std::string_view bytes) { return std::stoul(header_in(ask(bytes), "Content-Length")); };
    const std::size_t style = weight(get("/hearth.css", gzip));
    constexpr std::size_t k_most = 12 * 1024;
    for (const char* path :
         {"/zh/o/village", "/zh/o/village/procedures/request", "/en/o/village/procedures/request", "/en/o/village/record"}) {
        EXPECT_LE(style + weight(get(path, gzip)), k_most) << path;
    }
    EXPECT_LE(style + weight(post("/zh/o/village/matter", k_form, "code=" + code, gzip)), k_most);
}

TEST_F(SiteTest, TellsNoFigureUnderFive) {
    for (int i = 0; i < 4; ++i) raise();
    EXPECT_THAT(page("/en/o/village"), HasSubstr("under 5"));
    for (int i = 0; i < 3; ++i) raise();
    EXPECT_THAT(page("/en/o/village"), HasSubstr("data-label=\"Raised\">7</td>"));
}

// The record

TEST_F(SiteTest, ServesTheRecordAsTheStandardSays) {
    for (int i = 0; i < 3; ++i) raise();
    const std::string checkpoint = page("/o/village/record/checkpoint");
    EXPECT_EQ(header_in(checkpoint, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_THAT(header_in(checkpoint, "Cache-Control"), HasSubstr("max-age=3"));
    EXPECT_THAT(std::string(body_in(checkpoint)), StartsWith("hearth.example/o/village\n4\n"));
    const std::string tile = page("/o/village/record/tile/0/000.p/4");
    EXPECT_EQ(status_in(tile), 200);
    EXPECT_EQ(header_in(tile, "Content-Type"), "application/octet-stream");
    EXPECT_THAT(header_in(tile, "Cache-Control"), HasSubstr("immutable"));
    EXPECT_EQ(body_in(tile).size(), 128U);
    const std::string narrow = page("/o/village/record/tile/0/000.p/2");
    EXPECT_EQ(body_in(narrow), body_in(tile).substr(0, 64));
    const std::string bundle = page("/o/village/record/tile/entries/000.p/4");
    EXPECT_TRUE(record::decode_bundle(body_in(bundle), 4).has_value());
    EXPECT_THAT(std::string(body_in(page("/o/village/record/verifier-key"))), StartsWith("hearth.example/o/village+"));
}

TEST_F(SiteTest, HasNoOtherTiles) {
    for (int i = 0; i < 3; ++i) raise();
    for (const char* tile : {"0/000",          "0/000.p/5",  "0/000.p/0",   "0/000.p/03",      "0/000.p/256",     "0/001.p/1",
                             "0/x000/000.p/4", "0/0.p/4",    "0/0000.p/3",  "00/000.p/3",      "1/000.p/1",       "63/000.p/1",
                             "64/000.p/1",     "-1/000.p/1", "entries/000", "entries/000.p/5", "entries/001.p/1", "x/000.p/1",
                             "0/000.p/3/",     "0",          "0/000.p",     "0/000.q/3"}) {
        EXPECT_EQ(status_in(page("/o/village/record/tile/" + std::string(tile))), 404) << tile;
    }
    EXPECT_EQ(status_in(page("/o/nowhere/record/checkpoint")), 404);
    town_.site.offices[1].served_checkpoint = [] { return std::string(); };  // the first publication hour is still to come
    EXPECT_EQ(status_in(page("/o/township/record/checkpoint")), 404);
    EXPECT_EQ(status_in(page("/o/township/record/tile/0/000.p/1")), 404);
}

TEST_F(SiteTest, ServesFullTilesAndTheirNarrowerForms) {
    for (int i = 0; i < 259; ++i) raise();
    EXPECT_EQ(body_in(page("/o/village/record/tile/0/000")).size(), 8192U);
    EXPECT_EQ(body_in(page("/o/village/record/tile/0/000.p/255")).size(), 255U * 32);
    EXPECT_EQ(body_in(page("/o/village/record/tile/0/001.p/4")).size(), 128U);
    EXPECT_EQ(body_in(page("/o/village/record/tile/1/000.p/1")).size(), 32U);
    EXPECT_EQ(status_in(page("/o/village/record/tile/1/000.p/2")), 404);
    EXPECT_TRUE(record::decode_bundle(body_in(page("/o/village/record/tile/entries/000")), 256).has_value());
}

TEST_F(SiteTest, IsAWitnessOnlyWhereOneIsJoined) {
    EXPECT_EQ(status_in(ask(post("/o/village/witness/add-checkpoint", "text/plain", "old 0\n"))), 404);
    town_.site.offices[0].add_checkpoint = [](std::string_view body) {
        return body == "again" ? web::WitnessReply{record::WitnessAnswer::other_old_size, {}, 17}
                               : web::WitnessReply{record::WitnessAnswer::accepted, "line\n", 0};
    };
    EXPECT_EQ(body_in(ask(post("/o/village/witness/add-checkpoint", "text/plain", "old 0\n"))), "line\n");
    const std::string again = ask(post("/o/village/witness/add-checkpoint", "text/plain", "again"));
    EXPECT_EQ(status_in(again), 409);
    EXPECT_EQ(header_in(again, "Content-Type"), "text/x.tlog.size");
    EXPECT_EQ(body_in(again), "17\n");
    const std::string hash(64, 'a');
    EXPECT_EQ(status_in(page("/o/village/witness/" + hash + "/checkpoint")), 404);
    town_.site.offices[0].last_witnessed = [&](std::string_view hex) {
        return hex == hash ? std::optional<std::string>("note\n") : std::nullopt;
    };
    EXPECT_EQ(body_in(page("/o/village/witness/" + hash + "/checkpoint")), "note\n");
    EXPECT_EQ(status_in(page("/o/village/witness/xyz/checkpoint")), 404);
}

// Requests by programs

TEST_F(SiteTest, TakesARequestAndGivesAReceipt) {
    const std::string answer = request(k_asked, "Idempotency-Key: 7f3a\r\n");
    EXPECT_EQ(status_in(answer), 201) << answer;
    const auto json = base::parse_json(body_in(answer)).value();
    EXPECT_EQ(json["number"], "SL-2026-0001");
    EXPECT_EQ(json["due"], "2026-12-09");
    EXPECT_EQ(json["owner"], "village");
    EXPECT_THAT(json["receipt"].get<std::string>(), StartsWith("hearth-receipt@v1"));
    EXPECT_EQ(status_in(open(json["code"].get<std::string>())), 200);
}

TEST_F(SiteTest, GivesTheSameAnswerToTheSameKeyAndRefusesItOtherContent) {
    const std::string key = "Idempotency-Key: 7f3a\r\n";
    const std::string first = request(k_asked, key);
    EXPECT_EQ(status_in(first), 201);
    EXPECT_EQ(body_in(request(k_asked, key)), body_in(first));
    base::Json other = k_asked;
    other["points"] = {"Who mends the bridge?"};
    const std::string answer = request(other, key);
    EXPECT_EQ(status_in(answer), 409);
    EXPECT_EQ(base::parse_json(body_in(answer)).value()["rule"], "clerk/same_key_other_content");
    EXPECT_EQ(base::parse_json(body_in(request(k_asked, "Idempotency-Key: other\r\n"))).value()["number"], "SL-2026-0002");
}

TEST_F(SiteTest, NamesEveryFieldThatIsWrong) {
    base::Json bad = k_asked;
    bad["kind"] = 7;
    bad["points"] = "no list";
    bad["surprise"] = true;
    const std::string answer = request(bad);
    EXPECT_EQ(status_in(answer), 400);
    const auto json = base::parse_json(body_in(answer)).value();
    EXPECT_EQ(json["fields"].size(), 3U);
    for (const auto& field : json["fields"]) EXPECT_EQ(field["reason"], "malformed");
}

TEST_F(SiteTest, RefusesBrokenRequestsByName) {
    const auto rule = [&](const std::string& body) {
        const std::string answer = ask(post("/api/requests", k_json, body));
        EXPECT_EQ(status_in(answer), 400) << body;
        return base::parse_json(body_in(answer)).value()["rule"].get<std::string>();
    };
    EXPECT_EQ(rule("{"), "base/json");
    EXPECT_EQ(rule(""), "base/json");
    EXPECT_EQ(rule(std::string(1000, '[')), "base/json_depth");
    EXPECT_EQ(rule(R"({"office":"village","office":"county"})"), "base/json_twice");
    EXPECT_EQ(rule("[]"), "web/not_an_object");
    EXPECT_EQ(rule("{}"), "office/missing_field");
    EXPECT_EQ(rule(R"({"office":["village"]})"), "office/field_text");
    EXPECT_EQ(rule(R"({"office":"village","channel":9,"kind":"report"})"), "office/field_text");
    EXPECT_EQ(rule("{\"office\":\"village\",\"account\":\"\xff\xfe\"}"), "base/utf8");
    EXPECT_EQ(rule(R"({"office":"village","account":"nul \u0000 byte"})"), "office/field_long_text");
    EXPECT_EQ(rule(R"({"office":"village","kind":"report"})"), "office/missing_field");
}

TEST_F(SiteTest, RefusesUnknownOfficesOtherTypesAndOversizedBodies) {
    EXPECT_EQ(status_in(request({{"office", "nowhere"}})), 404);
    EXPECT_EQ(status_in(ask(post("/api/requests", "text/plain", k_asked.dump()))), 415);
    EXPECT_EQ(status_in(request(k_asked, "Idempotency-Key: " + std::string(201, 'k') + "\r\n")), 400);
    EXPECT_EQ(status_in(ask(post("/api/requests", k_json, std::string(256 * 1024 + 1, ' ')))), 413);
    base::Json long_words = k_asked;
    long_words["account"] = std::string(20'001, 'x');
    EXPECT_EQ(status_in(request(long_words)), 422);
    EXPECT_EQ(status_in(page("/api/requests")), 405);
}

TEST_F(SiteTest, UnpacksNothingThatComesIn) {
    EXPECT_EQ(status_in(request(k_asked)), 201);
    EXPECT_EQ(status_in(ask(post("/api/requests", k_json, web::http::gzip(k_asked.dump(), 9), "Content-Encoding: gzip\r\n"))), 400);
}

TEST_F(SiteTest, TellsAProgramThatTheMachineryBroke) {
    town_.site.offices[0].submit = [](office::Command, clerk::Ticket, auto done) {
        done(clerk::Outcome(std::make_exception_ptr(base::Fault("disk full"))));
    };
    std::string logged;
    town_.site.log = [&](const web::LogEntry& entry) { logged = entry.event + ": " + entry.words; };
    EXPECT_EQ(status_in(request(k_asked)), 503);
    EXPECT_EQ(logged, "fault: disk full");
}

TEST_F(SiteTest, TellsAPersonThatSomethingBrokeInTheirLanguage) {
    town_.site.offices[0].served_checkpoint = []() -> std::string { throw base::Fault("disk full"); };
    const std::string answer = page("/zh/o/village");
    EXPECT_EQ(status_in(answer), 500);
    EXPECT_EQ(header_in(answer, "Content-Language"), "zh-Hans");
    EXPECT_THAT(answer, Not(HasSubstr("disk full")));
}

// Every word that a procedure may use has a sentence in both catalogues.
TEST(Catalogue, HasEveryWordOfTheLanguageOfProcedures) {
    for (const std::string_view language : {web::k_english, web::k_chinese}) {
        const web::Catalogue say(language);
        for (const char* id : {"outcome.granted",
                               "outcome.supported",
                               "outcome.accepted",
                               "outcome.carried_out",
                               "outcome.confirmed",
                               "outcome.let_off",
                               "outcome.annulled",
                               "outcome.included",
                               "outcome.refused",
                               "outcome.partly_granted",
                               "outcome.not_supported",
                               "outcome.explained",
                               "outcome.not_accepted",
                               "outcome.does_not_exist",
                               "outcome.not_held",
                               "outcome.penalty",
                               "outcome.charged",
                               "outcome.excluded",
                               "outcome.revoked",
                               "outcome.closed",
                               "outcome.passed",
                               "outcome.not_passed",
                               "channel.window",
                               "channel.spoken",
                               "channel.paper",
                               "channel.post",
                               "channel.phone",
                               "channel.home_visit",
                               "channel.web",
                               "appeal.in_writing",
                               "appeal.in_person",
                               "appeal.online",
                               "appeal.stays",
                               "appeal.on_request",
                               "appeal.no_effect",
                               "start.received",
                               "start.entry",
                               "start.served",
                               "from.start",
                               "from.any_open",
                               "from.any_quiet",
                               "from.same"}) {
            EXPECT_NE(say.find(id), nullptr) << language << " " << id;
        }
        EXPECT_NE(say.count("term.calendar_days", 1), "term.calendar_days");
        EXPECT_THAT(say.count("left.days", 7), HasSubstr("7"));
    }
    EXPECT_EQ(web::Catalogue(web::k_english).count("left.days", 1), "1 day left");
}
