#include "tests/web/small_town.hpp"

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "clerk/receipt_code.hpp"
#include "record/checkpoint.hpp"
#include "record/merkle_tree.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::tests {
namespace {

std::shared_ptr<const procedure::Ruleset> shipped_rules() {
    auto loaded = procedure::load_ruleset(pack_files("procedures/cn"));
    if (auto* rules = std::get_if<procedure::Ruleset>(&loaded)) return std::make_shared<procedure::Ruleset>(std::move(*rules));
    for (const auto& error : std::get<1>(loaded)) ADD_FAILURE() << base::to_string(error.place) << " " << error.message;
    std::abort();
}

record::Actor resident_of(const record::Store&, const matter::Matter& matter) {
    record::Actor actor;
    actor.kind = record::Actor::Kind::resident;
    actor.party = matter.party;
    return actor;
}

}  // namespace

SmallOffice::SmallOffice(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules, const base::Clock& clock)
    : signer(base::Bytes32{1, 2, 3}),
      origin("hearth.test/o/" + profile.id.text),
      clock_(clock),
      office_(std::move(profile), std::move(rules)) {}

std::string SmallOffice::random_id() { return base::base64url(randomness_.bytes(16)); }

clerk::Outcome SmallOffice::submit(office::Command command, const clerk::Ticket& ticket) {
    const std::scoped_lock lock(mutex_);
    command.act_id = {random_id()};
    std::string code;
    if (!command.matter) {
        code = clerk::draw_receipt_code(randomness_);
        command.code_digest = clerk::receipt_code_digest(code);
        command.party_id = {random_id()};
    }
    auto overlay = office::Office::overlay(office_);
    office::Facts facts;
    for (const office::Key& key : office::needs(office_, command)) {
        if (const auto row = store.matter(key.matter)) facts.matters.emplace(key.matter, matter::load(row->folded).value());
    }
    for (const auto& [id, matter] : facts.matters) overlay.put(matter);
    auto acts = office::decide(office_, facts, command, clock_.now());
    if (!acts) return clerk::Answer(acts.error());
    if (!code.empty()) acts->front().content.push_back({"receipt.code", code, "parties", {}, {}});
    clerk::Acknowledged done;
    done.first = store.size();
    done.count = static_cast<std::uint32_t>(acts->size());
    done.matter = acts->front().frame.matter;
    done.code = code;
    done.receipt = "hearth-receipt@v1\n";
    append(std::move(*acts), std::move(overlay), {});
    const auto folded = matter::load(store.matter(done.matter)->folded).value();
    done.number = matter::number_of(folded, office_.profile().matter_prefix);
    if (folded.due) done.due_day = folded.due->last_day;
    done.owner = folded.owner;
    if (!ticket.key.empty()) codes_[ticket.key] = code;
    return clerk::Answer(std::move(done));
}

void SmallOffice::expire() {
    for (const base::MatterId id : office_.expired(clock_.now(), 100)) {
        auto overlay = office::Office::overlay(office_);
        append({office::expire(office_, *office_.find(id), {random_id()}, clock_.now()).value()}, std::move(overlay), {});
    }
}

void SmallOffice::append(std::vector<record::Act> acts, office::Office overlay, std::vector<record::CommandKey> keys) {
    record::Batch batch;
    batch.first = store.size();
    std::vector<base::Bytes32> leaves;
    for (const record::Act& act : acts) {
        office::apply(overlay, act.frame);
        batch.entries.push_back(record::seal(act, randomness_));
        batch.matters.push_back(act.frame.matter);
        leaves.push_back(record::leaf_hash(batch.entries.back().leaf));
        for (const auto& delta : office::figures_of(overlay, act.frame)) batch.figures.push_back(delta);
    }
    tree_.append(leaves);
    batch.tiles = tree_.touched();
    batch.checkpoint = record::sign_checkpoint({origin, tree_.size(), tree_.root(), {}}, signer);
    batch.matter_rows = overlay.changed_rows();
    batch.keys = std::move(keys);
    batch.office_state = overlay.save();
    store.append(batch);
    office_.merge(std::move(overlay));
}

SmallTown::SmallTown() : rules(shipped_rules()) {
    site.clock = &clock;
    const std::vector<base::OfficeId> ids = {{"village"}, {"township"}, {"county"}};
    const std::vector<web::Texts> titles = {{{"en", "Three Willows Village"}, {"zh-Hans", "\u4e09\u68f5\u67f3\u6751"}},
                                            {{"en", "Nantan Township"}, {"zh-Hans", "\u5357\u6ee9\u9547"}},
                                            {{"en", "Caoqing County"}, {"zh-Hans", "\u8349\u9752\u53bf"}}};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const office::OfficeProfile profile{ids[i], {ids.begin() + static_cast<std::ptrdiff_t>(i) + 1, ids.end()}, "SL", {}};
        SmallOffice& office = *offices.emplace_back(std::make_unique<SmallOffice>(profile, rules, clock));
        web::OfficeSite& here = site.offices.emplace_back();
        here.profile = profile;
        here.title = titles[i];
        here.key = {office.origin, record::VerifierKey::Type::note, office.signer.public_key()};
        here.record_url = "https://hearth.test/o/" + ids[i].text + "/record";
        here.rules = rules;
        here.store = &office.store;
        here.served_checkpoint = [&office] { return office.store.checkpoint(); };
        here.submit = [&office](office::Command command, const clerk::Ticket& ticket, auto done) {
            done(office.submit(std::move(command), ticket));
        };
    }
    site.offices[0].place = {{"en", "East room of the village office. Monday to Saturday, 8:30 to 17:30"},
                             {"zh-Hans", "\u6751\u59d4\u4f1a\u4e1c\u5c4b\uff0c\u5468\u4e00\u81f3\u5468\u516d 8:30\u201317:30"}};
    site.offices[0].telephone = "0555-010 0148";
}

std::string SmallTown::raise(std::map<std::string, base::Json> fields) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.office = {"village"};
    command.procedure = {"request"};
    command.act = "submit";
    command.fields = std::move(fields);
    command.received_at = clock.now();
    const auto outcome = offices[0]->submit(std::move(command), {});
    EXPECT_TRUE(outcome.answer().has_value()) << (outcome.answer() ? "" : base::to_string(outcome.answer().error()));
    last_matter = outcome.answer()->matter.number;
    return outcome.answer()->code;
}

void SmallTown::act(const std::string& act, const std::string& post, std::map<std::string, base::Json> fields,
                    const std::string& outcome, const std::string& office) {
    record::Store& store = offices[0]->store;
    const auto matter = matter::load(store.matter({last_matter})->folded).value();
    office::Command command;
    command.by = resident_of(store, matter);
    if (!post.empty()) command.by = {record::Actor::Kind::post, {}, {post}, {office}};
    command.office = {"village"};
    command.procedure = {"request"};
    command.act = act;
    command.matter = matter.id;
    command.fields = std::move(fields);
    command.outcome = outcome;
    command.received_at = clock.now();
    const auto answer = offices[0]->submit(std::move(command), {});
    EXPECT_TRUE(answer.answer().has_value()) << act << (answer.answer() ? "" : base::to_string(answer.answer().error()));
}

void SmallTown::pass_days(int days) {
    constexpr std::int64_t k_day_ms = 86'400'000;
    clock.at.ms += days * k_day_ms;
    for (const auto& office : offices) office->expire();
}

}  // namespace hearth::tests
