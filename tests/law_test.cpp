// The law of forgetting (docs/formats/act.md): fold(all acts, then erase k) = fold(acts without k's content, then the erasure act),
// views included. Erasing what somebody wrote can change no state, no clock, no figure and no notice.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "office/office.hpp"
#include "tests/support/sample_act.hpp"
#include "tests/support/small_rules.hpp"

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

/// Folds entries as a replay does: from the frames' disclosures, as they lie in a store.
Folded fold(const std::vector<record::Entry>& entries) {
    office::Office office(tests::village(), tests::small_rules());
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

/// A life of some weeks, with the clock at work.
std::vector<record::Act> any_life() {
    office::Office office(tests::village(), tests::small_rules());
    std::vector<record::Act> acts;
    base::Instant now = tests::at("2026-03-02", 9);
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
        now.ms += *rc::gen::inRange(1, 5 * 86'400'000);
        for (const auto& id : office.expired(now, 8)) {
            const auto act = office::expire(office, *office.find(id), {"clock" + std::to_string(acts.size())}, now);
            RC_ASSERT(act.has_value());
            office::apply(office, act->frame);
            acts.push_back(*act);
        }
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

RC_GTEST_PROP(Law, ErasingContentChangesNothingThatRulesOrViewsSee, ()) {
    const std::vector<record::Act> life = any_life();
    RC_PRE(!life.empty());
    const auto k = *rc::gen::inRange<std::size_t>(0, life.size());
    const base::Instant later = tests::at("2027-01-01", 0);

    std::vector<record::Act> lived = life;
    lived.push_back(erasure_of(k, later));
    std::vector<record::Entry> erased = seal_all(lived);
    erased[k].content.clear();

    std::vector<record::Act> never_written = lived;
    never_written[k].content.clear();
    RC_ASSERT(fold(erased) == fold(seal_all(never_written)));
}

RC_GTEST_PROP(Law, AReplayOfTheRecordArrivesAtTheStateThatWasRun, ()) {
    const std::vector<record::Act> life = any_life();
    office::Office run(tests::village(), tests::small_rules());
    for (const auto& act : life) office::apply(run, act.frame);
    std::vector<std::string> rows;
    for (const auto& row : run.changed_rows()) rows.push_back(row.folded);
    RC_ASSERT(fold(seal_all(life)).rows == rows);
}

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
