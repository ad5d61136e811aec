// The law of forgetting (docs/formats/act.md): fold(all acts, then erase k) = fold(acts without k's content, then the erasure act),
// views included. Erasing what somebody wrote can change no state, no clock, no figure and no notice.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "office/bodies.hpp"
#include "office/frames.hpp"
#include "office/office.hpp"
#include "office/parties.hpp"
#include "tests/support/sample_act.hpp"
#include "tests/support/small_rules.hpp"
#include "tests/support/story_values.hpp"

namespace hearth {
namespace {

/// Everything that lasts of a run: folded rows, figures, notices, and the content that is left.
struct Folded {
    std::vector<std::string> rows;
    std::map<std::string, std::int64_t> figures;
    std::vector<std::string> notices;
    std::vector<std::string> content;
    std::string office;

    bool operator==(const Folded&) const = default;
};

using Rules = std::shared_ptr<const procedure::Ruleset>;

/// Folds entries as a replay does: from the frames' disclosures, as they lie in a store.
Folded fold(const std::vector<record::Entry>& entries, const Rules& rules = tests::small_rules()) {
    office::Office office(tests::village(), rules);
    Folded out;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto frame = record::open_frame(entries[i].frame);
        RC_ASSERT(frame.has_value());
        office::apply(office, *frame);
        for (const auto& delta : office::figures_of(office, *frame)) out.figures[delta.key] += delta.add;
        for (const auto& row : office::notices_of(office, *frame, i)) {
            out.notices.push_back(row.to + " " + row.notice + " " + std::to_string(row.entry));
        }
        for (const auto& field : entries[i].content) {
            out.content.push_back(std::to_string(i) + field.name + record::open_disclosure(field.disclosure)->value.dump());
        }
    }
    for (const auto& row : office.changed_rows()) out.rows.push_back(row.folded);
    out.office = office.save();
    return out;
}

/// One of the things that somebody may try in matter 1 or 2; most are refused, and that is fine.
office::Command any_command(base::Instant now) {
    const int serial = *rc::gen::inRange(1, 3);
    const auto what = *rc::gen::element<std::string>("ask", "answer", "refuse", "uphold", "order", "contest", "appeal", "confirm",
                                                     "reopen", "urge", "extend", "hear", "heard");
    if (what == "ask") return tests::ask(now, serial);
    office::Command c;
    if (what == "contest" || what == "appeal" || what == "confirm" || what == "reopen") {
        c = tests::by_resident(what, serial, now);
        if (what != "confirm") c.fields = {{"words", *rc::gen::nonEmpty(rc::gen::string<std::string>())}};
    } else {
        const bool above = what == "uphold" || what == "order" || what == "urge";
        c = tests::by_post(what, above ? "reviewer" : what == "extend" ? "head" : "handler", above ? "township" : "village", now);
        if (what == "extend") c.fields = {{"reasons", "The bridge builder is ill."}};
        if (what == "answer" || what == "refuse" || what == "uphold" || what == "order") c.fields = tests::decision_fields();
        if (what == "refuse" || what == "uphold") c.outcome = *rc::gen::element<std::string>("refused", "partly_granted");
    }
    c.matter = base::MatterId{serial};
    return c;
}

void end_terms(office::Office& office, std::vector<record::Act>& acts, base::Instant now) {
    for (const auto& id : office.expired(now, 8)) {
        const auto act = office::expire(office, *office.find(id), {"clock" + std::to_string(acts.size())}, now);
        RC_ASSERT(act.has_value());
        office::apply(office, act->frame);
        acts.push_back(*act);
    }
}

/// What a form of the pack of effects may be filled in with, lawful more often than not.
base::Json any_value(const procedure::Field& field, std::int64_t matters) {
    if (field.type == "choice") return field.options.front().first;
    if (field.type == "yes_no") return true;
    if (field.type == "matter") return std::to_string(*rc::gen::inRange<std::int64_t>(1, matters + 1));
    if (field.type == "act") return *rc::gen::element<std::string>("adopt", "raise");
    if (field.type == "amount") return *rc::gen::element(100, 200);
    if (field.type == "date") return field.id == "held_on" ? "2026-03-01" : "2026-02-01";
    if (field.id == "voters") return 30;
    if (field.id == "present") return 25;
    if (field.type == "number") return field.id == "for" || field.id == "supporters" ? 20 : 0;
    return *rc::gen::nonEmpty(rc::gen::string<std::string>());
}

record::Actor any_actor(const office::Office& office, const procedure::ActRule& rule, const matter::Matter& m) {
    std::vector<std::string> posts = rule.with;
    if (rule.actor == procedure::ActorKind::post) posts.push_back(rule.post);
    std::vector<record::Actor> actors;
    for (const std::string& id : posts) {
        const auto& body = office.rules().pack.post(id)->of;
        actors.push_back({record::Actor::Kind::post, {}, {id}, office::office_of(body, m.handling, office)});
    }
    if (rule.actor != procedure::ActorKind::post) {
        for (const base::PartyId& party : office::parties_of(m)) actors.push_back({record::Actor::Kind::resident, party, {}, {}});
    }
    return actors.empty() ? record::Actor{} : *rc::gen::elementOf(actors);
}

/// Some act that may follow where a matter of the pack of effects stands, or the opening of another one.
office::Command any_effect(const office::Office& office, base::Instant now, std::size_t serial) {
    office::Command c;
    c.office = {"village"};
    c.received_at = now;
    c.act_id = {"act" + std::to_string(serial)};
    c.party_id = {"party" + std::to_string(serial)};
    c.code_digest = "code" + std::to_string(serial);
    c.by.kind = record::Actor::Kind::resident;
    const matter::Matter* m = office.find({*rc::gen::inRange<std::int64_t>(0, office.matters_opened() + 1)});
    c.procedure = m == nullptr ? base::ProcedureId{*rc::gen::element<std::string>("mediate", "deliberate", "works")} : m->procedure;
    const procedure::Procedure& procedure = *office.rules().pack.procedure(c.procedure.text);
    std::vector<const procedure::ActRule*> possible;
    for (const procedure::ActRule& act : procedure.acts) {
        const bool opens = std::ranges::find(act.from, "start") != act.from.end();
        if (m == nullptr ? opens : !opens && act.is_possible_from(*procedure.state(m->state))) possible.push_back(&act);
    }
    const procedure::ActRule& rule = **rc::gen::elementOf(possible);
    c.act = rule.id;
    if (m != nullptr) c.matter = m->id;
    matter::Matter fresh;
    fresh.handling = {"village"};
    if (m != nullptr || rule.actor == procedure::ActorKind::post) c.by = any_actor(office, rule, m == nullptr ? fresh : *m);
    const procedure::Form* form = procedure.form(rule.form);
    for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
        const procedure::Field& field = form->fields[i];
        if (field.type != "yes_no") c.fields[field.id] = any_value(field, office.matters_opened());
    }
    return c;
}

/// A life of parties, meetings, money, parts and links.
std::vector<record::Act> any_life_of_effects(const Rules& rules) {
    office::Office office(tests::village(), rules);
    std::vector<record::Act> acts;
    base::Instant now = tests::at("2026-03-02", 9);
    const int steps = *rc::gen::inRange(1, 80);
    for (int i = 0; i < steps; ++i) {
        now.ms += *rc::gen::inRange(1, 4 * 86'400'000);
        end_terms(office, acts, now);
        const office::Command command = any_effect(office, now, acts.size());
        const auto decided = office::decide(office, {}, command, now);
        if (!decided) continue;
        for (const auto& act : *decided) {
            office::apply(office, act.frame);
            acts.push_back(act);
        }
    }
    return acts;
}

/// A life of some weeks, with the clock at work.
std::vector<record::Act> any_life() {
    office::Office office(tests::village(), tests::small_rules());
    std::vector<record::Act> acts;
    base::Instant now = tests::at("2026-03-02", 9);
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
        now.ms += *rc::gen::inRange(1, 5 * 86'400'000);
        end_terms(office, acts, now);
        const auto decided = office::decide(office, {}, any_command(now), now);
        if (!decided) continue;
        for (const auto& act : *decided) {
            office::apply(office, act.frame);
            acts.push_back(act);
        }
    }
    return acts;
}

record::Act erasure_of(std::size_t entry, base::Instant now) {
    record::Act act;
    act.id = {"erasure"};
    act.date = *base::parse_date("2026-12-01");
    act.frame.office = {"village"};
    act.frame.act = "erased";
    act.frame.by.kind = record::Actor::Kind::operator_;
    act.frame.recorded_at = act.frame.received_at = now;
    act.frame.facts["erased"] = base::Json::array({{{"entry", entry}}});
    return act;
}

std::vector<record::Entry> seal_all(const std::vector<record::Act>& acts) {
    tests::CountingRandomness randomness;
    std::vector<record::Entry> entries;
    for (const auto& act : acts) entries.push_back(record::seal(act, randomness));
    return entries;
}

/// fold(all acts, then erase k) = fold(acts without k's content, then the erasure act)
void forgets_lawfully(const std::vector<record::Act>& life, const Rules& rules) {
    RC_PRE(!life.empty());
    const auto k = *rc::gen::inRange<std::size_t>(0, life.size());
    const base::Instant later = tests::at("2027-01-01", 0);

    std::vector<record::Act> lived = life;
    lived.push_back(erasure_of(k, later));
    std::vector<record::Entry> erased = seal_all(lived);
    erased[k].content.clear();

    std::vector<record::Act> never_written = lived;
    never_written[k].content.clear();
    RC_ASSERT(fold(erased, rules) == fold(seal_all(never_written), rules));
}

/// Rows of a run are those of a replay, and a row that was written reads back as it was.
void replays_as_it_ran(const std::vector<record::Act>& life, const Rules& rules) {
    office::Office run(tests::village(), rules);
    for (const auto& act : life) office::apply(run, act.frame);
    std::vector<std::string> rows;
    for (const auto& row : run.changed_rows()) {
        rows.push_back(row.folded);
        RC_ASSERT(*matter::load(row.folded) == *run.find(row.id));
    }
    RC_ASSERT(fold(seal_all(life), rules).rows == rows);
}

RC_GTEST_PROP(Law, ErasingContentChangesNothingThatRulesOrViewsSee, ()) { forgets_lawfully(any_life(), tests::small_rules()); }

RC_GTEST_PROP(Law, ErasingContentChangesNothingOfWhatActsBringAbout, ()) {
    static const Rules k_rules = tests::rules_in("tests/pack/effects");
    forgets_lawfully(any_life_of_effects(k_rules), k_rules);
}

RC_GTEST_PROP(Law, AReplayKnowsWhatActsBroughtAbout, ()) {
    static const Rules k_rules = tests::rules_in("tests/pack/effects");
    replays_as_it_ran(any_life_of_effects(k_rules), k_rules);
}

RC_GTEST_PROP(Law, AReplayOfTheRecordArrivesAtTheStateThatWasRun, ()) { replays_as_it_ran(any_life(), tests::small_rules()); }

RC_GTEST_PROP(Law, EveryOpenMatterHasAnOwnerOrWaitsForItsPerson, ()) {
    const std::vector<record::Act> life = any_life();
    office::Office run(tests::village(), tests::small_rules());
    for (const auto& act : life) {
        office::apply(run, act.frame);
        if (act.frame.matter.number == 0) continue;
        const auto* m = run.find(act.frame.matter);
        const auto* state = run.rules().pack.procedure("borrow")->state(m->state);
        RC_ASSERT(state != nullptr);
        RC_ASSERT(m->owner.empty() == (state->owner != procedure::Owner::body));
        RC_ASSERT(m->due.has_value() == state->deadline.has_value());
    }
}

}  // namespace
}  // namespace hearth
