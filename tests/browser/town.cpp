#include <iostream>

#include "clerk/passwords.hpp"
#include "clerk/receipt_code.hpp"
#include "store/roster_store.hpp"
#include "store/sign_in_store.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/web/site_town.hpp"
#include "web/door.hpp"
#include "web/operator/operator_door.hpp"

/// Serves a small town for the browser: prints one line of JSON with its port and receipt codes, ends when its input ends.
namespace {

using hearth::base::Json;
using hearth::tests::SiteTown;

std::map<std::string, Json> culvert() {
    return {{"kind", "claim"},
            {"points", {"A new culvert on the field road before the harvest", "A way round until then", "260 yuan for fuel"}},
            {"account",
             "The culvert on the field road has collapsed since the rain. Tractors cannot pass, and the way round is "
             "eleven kilometres. Asked on the telephone in May; nobody came."},
            {"place", "Field road by the east well, Alatengqiqige's plot / 阿拉腾其其格"},
            {"happened_on", "2026-11-20"}};
}

std::map<std::string, Json> culvert_in_chinese() {
    return {{"kind", "claim"},
            {"points", {"收割前修好田间路的涵洞", "修好以前先有一条路可走", "补油钱 260 元"}},
            {"account", "下雨以后田间路的涵洞塌了，拖拉机过不去，绕路要走十一公里。五月打过电话，没有人来。"},
            {"place", "东井旁边的田间路，阿拉腾其其格家地头"},
            {"happened_on", "2026-11-20"}};
}

std::map<std::string, Json> decision() {
    return {
        {"facts", "The pipe is broken over four metres; three households use the road."},
        {"evidence", {"Site record of 1 December, read to the resident"}},
        {"rules", Json::array({Json{
                      {"text", "Rural Road Regulation"}, {"article", "19"}, {"published", "2020-01-01"}, {"from", "2020-03-01"}}})},
        {"reasons",
         {"A new pipe is laid by 20 December", "A way round is levelled this week",
          "180 yuan by receipts; the rest was not shown"}}};
}

Json matters(SiteTown& town) {
    Json codes;
    codes["late"] = town.raise(culvert_in_chinese());
    codes["answered"] = town.raise(culvert());
    town.act("accept", "handler");
    town.act("support", "handler", decision());
    codes["closed"] = town.raise(culvert());
    town.act("withdraw", "");
    town.pass_days(17);
    codes["received"] = town.raise(culvert());
    town.pass_days(4);
    for (int i = 0; i < 9; ++i) town.raise({{"kind", "report"}, {"points", {"The lamp by the school is out"}}});
    codes["accepted"] = town.raise(culvert());
    town.act("accept", "handler");
    town.publish(
        "An 80-metre well at the east end, by the Clearwater drilling team, finished by 10 July. / "
        "东头打一口八十米深的井，七月十日以前完工。");
    town.publish("The field road from group 2 to the well is levelled in spring. / 二社到机井的田间路开春平整。");
    return codes;
}

/// Household 3-12, whose representative proved it and has a code of her own.
void have_proved_household(hearth::store::PeopleStore& people) {
    const auto day = hearth::base::parse_date("2026-11-24").value();
    people.roster().enter({{"3-12", "sealed", hearth::base::parse_date("2028-12-31").value()}}, {}, 7);
    people.roster().put_codes({{"3-12", "paper", day, day}});
    people.roster().prove("3-12", "paper", {hearth::clerk::receipt_code_digest("K7QM-3F9T-XW2D-8HVA")}, day);
}

/// What a pack in the folder would change, with something of each kind.
std::vector<hearth::web::FolderRules> folder_rules(const SiteTown& town) {
    const auto day = [](const char* text) { return hearth::base::parse_date(text).value(); };
    hearth::web::Foresight seen;
    seen.before = town.site.offices[0].rules;
    auto other = std::make_shared<hearth::procedure::Ruleset>(*seen.before);
    other->digest = "another";
    seen.after = other;
    seen.texts = {{"request",
                   1,
                   2,
                   {{{"states", "received", "owner"}, "handler", "reviewer", true, true},
                    {{"forms", "request", "phone", "keep", "n"}, "1", "2", true, true},
                    {{"acts", "accept", "title", "en"}, "Accept", "Take up", true, true}},
                   false}};
    seen.days = {{day("2027-05-05"), false}, {day("2027-05-08"), true}};
    seen.running = {{"request", 1, 3, 2}};
    seen.moved = {{day("2027-05-05"), day("2027-05-06"), 2}};
    seen.terms = 4;
    seen.terms_passed = 1;
    hearth::web::Foresight same;
    same.before = same.after = seen.before;
    hearth::web::Foresight refused = same;
    refused.after.reset();
    refused.refused = "procedures/request.yaml:7: \"deadlin\" is not a member of a state; deadline?";
    return {{{"village"}, seen, {}}, {{"township"}, same, {}}, {{"county"}, refused, {}}};
}

}  // namespace

int main() {
    const hearth::tests::TemporaryFolder folder;
    hearth::store::PeopleStore people(folder.path() / "people.db");
    people.add({{"aa11"}, "gaoyun", hearth::clerk::hash_password("three willows by the ditch"), false});
    people.give({{"aa11"}, {"handler"}, hearth::base::parse_date("2026-01-01").value(), {}});
    // Batu is asked for a one-time code, and no code of his is right.
    people.add({{"bb22"}, "batu", hearth::clerk::hash_password("three willows by the ditch"), false, "no secret"});
    people.add({{"cc33"}, "saren", hearth::clerk::hash_password("three willows by the ditch"), false});
    people.give({{"cc33"}, {"hall_clerk"}, hearth::base::parse_date("2026-01-01").value(), {}});
    using Change = hearth::store::SignInStore::Change;
    for (const auto what : {Change::What::password, Change::What::passkey_added})
        people.sign_in().note_change({{"cc33"}, what, hearth::base::parse_rfc3339("2026-12-12T03:00:00Z").value()});
    people.add({{"dd44"}, "nara", hearth::clerk::hash_password("three willows by the ditch"), false});
    people.give({{"dd44"}, {"reviewer"}, hearth::base::parse_date("2026-01-01").value(), {}});
    SiteTown town;
    town.site.offices[0].second_factor = {{"reviewer"}};
    have_proved_household(people);
    hearth::store::SubscriptionStore news(folder.path() / "people.db");
    town.site.offices[0].people = &people;
    // A provider that nobody reaches.
    const auto no_answer = [](const auto&...) { return std::optional<std::string>(); };
    town.site.offices[0].openid = {{{"en", "County sign-in"}, {"zh-Hans", "县统一身份认证"}},
                                   {"https://id.example", "village", "secret"},
                                   {no_answer, no_answer}};
    town.site.offices[0].answers = {
        {"request",
         "announce",
         "电网的事 · The power company's lines",
         {{"facts", "The lamp at ___ belongs to the power company, as ___ shows."}, {"reasons", "It keeps it, since ___."}}}};
    town.site.offices[0].subscriptions = &news;
    town.site.offices[0].hours = {{"en", "Monday to Saturday, 8:30 to 12:00 and 14:00 to 17:30"},
                                  {"zh-Hans", "周一至周六 8:30–12:00、14:00–17:30"}};
    town.site.offices[0].receptions = {{{"en", "Every Tuesday, 9:00 to 11:30: the head of the village, east room"},
                                        {"zh-Hans", "每周二 9:00–11:30：村主任接访，东屋"}},
                                       {{"en", "First Friday of the month: the deputy mayor of Nantan comes to the village"},
                                        {"zh-Hans", "每月第一个周五：南滩镇副镇长下访"}}};
    town.site.offices[0].papers.emplace(folder.path() / "papers");
    const Json codes = matters(town);
    const hearth::web::Door door(town.site);
    hearth::web::http::Listen listen;
    listen.address = "127.0.0.1";
    hearth::web::http::Server server(listen, {}, door.handler(), door.trouble());
    const std::vector<hearth::web::Finding> found{{"village", "clock", "clock_ok", false, {"2026-11-24 09:05"}},
                                                  {"village", "disk", "disk_low", true, {"3 MB", "200 MB"}},
                                                  {"township", "disk", "disk_low", true, {"3 MB", "200 MB"}},
                                                  {"county", "restore", "restore_never", true, {}}};
    const hearth::web::OperatorDoor operator_door(
        town.site, {[] { return std::string(); }, [&] { return found; }, [&] { return folder_rules(town); }});
    hearth::web::http::Server for_operator(listen, {}, operator_door.handler(), operator_door.trouble());
    std::cout << Json{{"port", server.port()}, {"operator_port", for_operator.port()}, {"codes", codes}}.dump() << std::endl;
    std::cin.ignore(std::numeric_limits<std::streamsize>::max(), '\0');
    return 0;
}
