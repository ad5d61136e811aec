#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/passwords.hpp"
#include "clerk/receipt_code.hpp"
#include "clerk/sealing.hpp"
#include "clerk/search_follower.hpp"
#include "cli/openid_site.hpp"
#include "ingest/roster.hpp"
#include "store/roster_store.hpp"
#include "store/sign_in_store.hpp"
#include "tests/support/pack_files.hpp"
#include "tests/support/region.hpp"
#include "tests/support/temporary_folder.hpp"
#include "web/door.hpp"

/// Serves a village, its township and its county for the stories, each office with its own record, papers and desk, joined by
/// letters. Prints one line of JSON with its port, then answers each line of its input, which does what no page can:
///   {"days": 16}                                 all clocks move, terms end, letters and the search index follow; 0: these alone
///   {"erase": "village", "matter": 1}            the operator erases all content of a matter
///   {"openid": {"issuer": .., "client": .., "secret": ..}, "name": {"en": ..}, "link": {"gaoyun": "gao 7"}}
///                                                the village has a provider, which knows these logins by these subjects; the
///                                                pages go by the machine's clock from then on, as the provider does
///   {"roster": "household,representative\n3-12,Ana\n", "codes": {"3-12": "K7QM-3F9T-XW2D-8HVA"}}
///                                                the village takes a roster, of which nobody changed, and hands out these codes on
///                                                paper
namespace {

using namespace hearth;
using base::Json;

constexpr const char* k_password = "three willows by the ditch";
constexpr std::int64_t k_day_ms = 86'400'000;

struct Person {
    const char* login;
    const char* office;
    std::vector<const char*> posts;
};
const std::vector<Person>& staff() {
    static const std::vector<Person> all = {
        {"gaoyun", "village", {"handler", "unit_head"}}, {"suhe", "village", {"mediator"}},
        {"tuya", "village", {"agent_on_behalf"}},        {"saren", "village", {"hall_clerk"}},
        {"narisu", "township", {"handler", "reviewer"}}, {"qimuge", "county", {"handler", "reviewer"}}};
    return all;
}

std::shared_ptr<const procedure::Ruleset> shipped_rules() {
    auto loaded = procedure::load_ruleset(tests::pack_files("procedures/cn"));
    return std::make_shared<procedure::Ruleset>(std::get<procedure::Ruleset>(std::move(loaded)));
}

/// A town that runs the shipped rules, with everything that a machine keeps beside its records in one folder.
class StoryTown {
public:
    StoryTown()
        : rules_(shipped_rules()),
          region_({"village", "township", "county"}, rules_, k_start, {{"agents", {"village"}}, {"service_hall", {"village"}}}) {
        site_.clock = &region_.clock();
        add("village", {{"en", "Three Willows Village"}, {"zh-Hans", "三棵柳村"}});
        add("township", {{"en", "Nantan Township"}, {"zh-Hans", "南滩镇"}});
        add("county", {{"en", "Caoqing County"}, {"zh-Hans", "草青县"}});
        site_.log = [](const web::LogEntry& entry) {
            if (entry.event == "fault") std::cerr << entry.words << '\n';
        };
    }

    const web::Site& site() { return site_; }

    /// Browsers make passkeys for this address and port alone.
    void be_served_at(std::uint16_t port) {
        for (web::OfficeSite& office : site_.offices) {
            office.origin = "localhost:" + std::to_string(port) + "/o/" + office.profile.id.text;
            office.record_url = "http://" + office.origin + "/record";
        }
    }

    void move(int days) {
        region_.set_clock({region_.now().ms + days * k_day_ms});
        for (const web::OfficeSite& office : site_.offices) {
            while (clerk::follow_search(*office.store)) {
            }
        }
    }

    void erase(const std::string& office, base::MatterId matter) {
        std::vector<record::Erasure> what;
        for (const record::StoredEntry& entry : region_.store(office).entries_of(matter)) {
            for (const record::SealedField& field : entry.content) what.push_back({entry.index, field.name});
        }
        const clerk::Outcome outcome = region_.clerk(office).erase_and_wait({.what = what, .ground = "request"});
        if (!outcome.answer()) throw base::Fault(to_string(outcome.answer().error()));
        move(0);
    }

    void have_provider(const Json& order) {
        const Json& openid = order["openid"];
        std::ofstream(folder_.path() / "openid.secret") << openid["secret"].get<std::string>() << "\n";
        const cli::OpenidConfig config{openid["issuer"], openid["client"], "openid.secret", order["name"]};
        site_.clock = &machine_clock_;
        site_.offices[0].openid = cli::openid_site(config, folder_.path());
        for (const auto& [login, subject] : order["link"].items())
            people_["village"]->sign_in().link({{login},
                                                clerk::openid::identity_of(config.issuer, subject.get<std::string>()),
                                                base::parse_date("2026-11-01").value()});
    }

    void have_roster(const Json& order) {
        std::istringstream csv(order["roster"].get<std::string>());
        const auto lines = std::get<std::vector<people::RosterLine>>(ingest::parse_roster(csv, "roster"));
        store::RosterStore& roster = people_["village"]->roster();
        std::vector<store::RosterStore::Household> households;
        std::set<std::string> same;
        for (const people::RosterLine& line : lines) {
            households.push_back({line.household, line.representative, line.until});
            same.insert(line.household);
        }
        roster.enter(households, same, 0);
        const base::CivilDate today = rules_->zone().date(region_.now());
        const base::CivilDate last{std::chrono::sys_days(today) + std::chrono::days(29)};
        std::vector<store::RosterStore::Code> codes;
        for (const auto& [label, code] : order["codes"].items())
            codes.push_back({label, clerk::receipt_code_digest(code.get<std::string>()), today, last});
        roster.put_codes(codes);
    }

private:
    static constexpr base::Instant k_start{1'795'483'920'000};  // 2026-11-24 in the morning

    store::PeopleStore& people_of(const std::string& office) {
        auto& people = people_[office];
        people = std::make_unique<store::PeopleStore>(folder_.path() / (office + ".people"));
        for (const Person& person : staff()) {
            if (person.office != office) continue;
            people->add({{person.login}, person.login, clerk::hash_password(k_password), false});
            for (const char* post : person.posts)
                people->give({{person.login}, {post}, base::parse_date("2026-01-01").value(), {}});
        }
        return *people;
    }

    void add(const std::string& id, web::Texts title) {
        clerk::Clerk& clerk = region_.clerk(id);
        web::OfficeSite& office = site_.offices.emplace_back();
        office.profile = clerk.profile();
        office.title = std::move(title);
        office.telephone = "0555-010 0148";
        office.key = {clerk.origin(), record::VerifierKey::Type::note, region_.signer(id).public_key()};
        office.record_url = "http://localhost/o/" + id + "/record";
        office.rules = rules_;
        office.store = &region_.store(id);
        office.papers.emplace(folder_.path() / (id + ".papers"));
        office.people = &people_of(id);
        office.unseal = [this, id](const Json& value) { return clerk::unsealed(value, {id}, region_.box(id)); };
        office.served_checkpoint = [&clerk] { return clerk.served_checkpoint(); };
        office.submit = [&clerk](office::Command command, clerk::Ticket ticket, auto done) {
            clerk.submit(std::move(command), std::move(ticket), std::move(done));
        };
    }

    tests::TemporaryFolder folder_;
    std::shared_ptr<const procedure::Ruleset> rules_;
    tests::Region region_;
    std::map<std::string, std::unique_ptr<store::PeopleStore>> people_;
    clerk::SystemClock machine_clock_;
    web::Site site_;
};

void obey(StoryTown& town, const Json& order) {
    if (order.contains("days")) town.move(order["days"].get<int>());
    if (order.contains("openid")) town.have_provider(order);
    if (order.contains("roster")) town.have_roster(order);
    if (order.contains("erase")) town.erase(order["erase"].get<std::string>(), {order["matter"].get<std::int64_t>()});
}

}  // namespace

int main() {
    StoryTown town;
    const web::Door door(town.site());
    web::http::Listen listen;
    listen.address = "127.0.0.1";
    web::http::Server server(listen, {}, door.handler(), door.trouble());
    town.be_served_at(server.port());
    std::cout << Json{{"port", server.port()}}.dump() << std::endl;
    for (std::string line; std::getline(std::cin, line);) {
        obey(town, Json::parse(line));
        std::cout << "{}" << std::endl;
    }
    server.stop();
    return 0;
}
