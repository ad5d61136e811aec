#include "tests/web/site_town.hpp"

#include <gtest/gtest.h>

#include "tests/support/fixed_signer.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::tests {
namespace {

const base::Instant k_start = base::parse_rfc3339("2026-11-24T01:12:00Z").value();

struct Named {
    const char* id;
    web::Texts title;
};

const std::vector<Named>& names() {
    static const std::vector<Named> all = {
        {"village", {{"en", "Three Willows Village"}, {"zh-Hans", "\u4e09\u68f5\u67f3\u6751"}}},
        {"township", {{"en", "Nantan Township"}, {"zh-Hans", "\u5357\u6ee9\u9547"}}},
        {"county", {{"en", "Caoqing County"}, {"zh-Hans", "\u8349\u9752\u53bf"}}},
    };
    return all;
}

std::shared_ptr<const procedure::Ruleset> shipped_rules() {
    auto loaded = procedure::load_ruleset(pack_files("procedures/cn"));
    auto* rules = std::get_if<procedure::Ruleset>(&loaded);
    HEARTH_CHECK(rules != nullptr);
    return std::make_shared<procedure::Ruleset>(std::move(*rules));
}

web::OfficeSite site_of(SmallTown& office, const web::Texts& title, std::shared_ptr<const procedure::Ruleset> rules) {
    clerk::Clerk& clerk = office.clerk();
    web::OfficeSite site;
    site.profile = clerk.profile();
    site.title = title;
    site.key = {clerk.origin(), record::VerifierKey::Type::note, FixedSigner().public_key()};
    site.record_url = "https://" + clerk.origin() + "/record";
    site.rules = std::move(rules);
    site.store = &office.store();
    site.served_checkpoint = [&clerk] { return clerk.served_checkpoint(); };
    site.submit = [&clerk](office::Command command, clerk::Ticket ticket, auto done) {
        clerk.submit(std::move(command), std::move(ticket), std::move(done));
    };
    return site;
}

}  // namespace

SiteTown::SiteTown() : clock_(k_start) {
    const auto rules = shipped_rules();
    for (std::size_t i = 0; i < names().size(); ++i) {
        office::OfficeProfile profile;
        profile.id = {names()[i].id};
        profile.matter_prefix = "SL";
        for (std::size_t above = i + 1; above < names().size(); ++above) profile.above.push_back({names()[above].id});
        SmallTown& office = *offices_.emplace_back(std::make_unique<SmallTown>(std::move(profile), rules, k_start, i + 1));
        site.offices.push_back(site_of(office, names()[i].title, rules));
    }
    site.clock = &clock_;
    site.offices[0].place = {{"en", "East room of the village office. Monday to Saturday, 8:30 to 17:30"},
                             {"zh-Hans", "\u6751\u59d4\u4f1a\u4e1c\u5c4b\uff0c\u5468\u4e00\u81f3\u5468\u516d 8:30\u201317:30"}};
    site.offices[0].telephone = "0555-010 0148";
}

void SiteTown::submit(office::Command command) {
    command.office = {"village"};
    command.procedure = {procedure_};
    command.received_at = clock_.now();
    const std::string act = command.act;
    const auto outcome = offices_[0]->clerk().submit_and_wait(std::move(command));
    const clerk::Answer& answer = outcome.answer();
    EXPECT_TRUE(answer.has_value()) << act << ": " << (answer ? "" : base::to_string(answer.error()));
    if (answer) last_ = *answer;
}

void SiteTown::open(const std::string& procedure, const std::string& act, std::map<std::string, base::Json> fields) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.act = act;
    command.fields = std::move(fields);
    procedure_ = procedure;
    submit(std::move(command));
}

std::string SiteTown::raise(std::map<std::string, base::Json> fields) {
    open("request", "submit", std::move(fields));
    return last_.code;
}

std::string SiteTown::publish(const std::string& agreed) {
    open("deliberation", "raise", {{"points", base::Json::array({"A new well at the east end"})}, {"account", "Ana's is dry"}});
    std::string code = last_.code;
    act("put_on_agenda", "convener", {{"class", "production"}, {"item", "production_02"}});
    act("draft_production", "board_member", {{"draft", agreed}});
    act("deliberate", "council_member", {{"held_on", "2026-11-23"}, {"minutes", "Bo spoke"}, {"dissent", "Mend the old one"}});
    act("adopt", "council_member",
        {{"held_on", "2026-11-23"}, {"draft", agreed}, {"reasons", base::Json::array({"The old well is falling"})}});
    return code;
}

void SiteTown::act(const std::string& act, const std::string& post, std::map<std::string, base::Json> fields) {
    office::Command command;
    const std::size_t at = std::min(post.find('@'), post.size());
    command.by = {record::Actor::Kind::post, {}, {post.substr(0, at)}, {at < post.size() ? post.substr(at + 1) : "village"}};
    if (post.empty()) command.by = {record::Actor::Kind::resident, offices_[0]->clerk().matter(last_.matter)->party, {}, {}};
    command.act = act;
    command.matter = last_.matter;
    command.fields = std::move(fields);
    submit(std::move(command));
}

void SiteTown::erase(const std::string& field) {
    std::vector<record::Erasure> what;
    for (const record::StoredEntry& entry : site.offices[0].store->entries_of(last_.matter)) {
        for (const record::SealedField& sealed : entry.content) {
            if (field.empty() || sealed.name == field) what.push_back({entry.index, sealed.name});
        }
    }
    const clerk::Outcome outcome = offices_[0]->clerk().erase_and_wait({.what = what, .ground = "request"});
    EXPECT_TRUE(outcome.answer().has_value());
}

void SiteTown::pass_days(int days) {
    constexpr std::int64_t k_day_ms = 86'400'000;
    clock_.set({clock_.now().ms + days * k_day_ms});
    for (const auto& office : offices_) office->set_clock(clock_.now());
}

}  // namespace hearth::tests
