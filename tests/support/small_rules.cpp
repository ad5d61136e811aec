#include "tests/support/small_rules.hpp"

namespace hearth::tests {

namespace {

using namespace procedure;

const Body k_handling{std::string(k_handling_body), 0, false};
const Body k_above{std::string(k_handling_body), 1, false};
const Body k_supervision{"supervision", 0, true};

Text text(const std::string& en) { return {{{"en", en}, {"zh-Hans", en}}}; }

Field field(const std::string& id, const std::string& type, FieldClass klass = FieldClass::parties) {
    Field f;
    f.id = id;
    f.type = type;
    f.title = text(id);
    f.klass = klass;
    return f;
}

State open_state(const std::string& id, Owner owner, const Body& body, Term term, std::vector<std::string> start,
                 const std::string& to) {
    State s;
    s.id = id;
    s.title = text(id);
    s.owner = owner;
    s.owner_body = body;
    s.deadline = Deadline{};
    s.deadline->term = term;
    s.deadline->start = std::move(start);
    s.on_expire = Expiry{};
    s.on_expire->to = to;
    s.on_expire->notices = {{"resident", "overdue"}};
    return s;
}

ActRule act(const std::string& id, std::vector<std::string> from, const std::string& to, ActorKind actor,
            const std::string& post = {}) {
    ActRule a;
    a.id = id;
    a.title = text(id);
    a.from = std::move(from);
    a.to = to;
    a.actor = actor;
    a.post = post;
    a.notices = {{"resident", "receipt"}};
    return a;
}

ActRule decision(ActRule a, std::vector<std::string> outcome, bool not_worse = false) {
    a.form = "decision";
    a.outcome = std::move(outcome);
    for (const char* word : {"points_answered", "rules_in_force"}) {
        Guard g;
        g.word = word;
        a.guards.push_back(g);
    }
    if (not_worse) {
        Guard g;
        g.word = "not_worse";
        a.guards.push_back(g);
    }
    return a;
}

std::vector<Form> forms() {
    Field name = field("name", "person.name", FieldClass::sealed);
    name.keep = Keep{{5, Unit::years}, KeepFrom::closed};
    Field points = field("points", "points");
    points.keep = Keep{{1, Unit::years}, KeepFrom::received};
    Field kind = field("kind", "choice", FieldClass::open);
    kind.options = {{"road", text("Road")}, {"water", text("Water")}};
    Form request;
    request.id = "request";
    request.fields = {points, name, kind, field("place", "place"), field("when", "date")};
    Form words;
    words.id = "words";
    words.fields = {field("words", "long_text")};
    Form dec;
    dec.id = "decision";
    dec.fields = {field("facts", "facts"), field("evidence", "evidence"), field("rules", "rules"), field("reasons", "reasons")};
    return {request, words, dec};
}

std::vector<State> states() {
    State received =
        open_state("received", Owner::body, k_handling, {10, Unit::working_days}, {"received", "contest", "reopen"}, "late");
    received.deadline->extend = Deadline::Extension{5, 1, "head", "delay"};
    received.deadline->pauses = {{"hear", "heard", {20, Unit::calendar_days}}};
    State late = open_state("late", Owner::body, k_above, {5, Unit::working_days}, {"entry"}, "");
    State answered = open_state("answered", Owner::resident, {}, {30, Unit::calendar_days}, {"served"}, "reminded");
    State refused = open_state("refused", Owner::resident, {}, {30, Unit::calendar_days}, {"served"}, "reminded");
    State reviewed = open_state("reviewed", Owner::body, k_above, {30, Unit::calendar_days}, {"appeal"}, "late_above");
    State late_above = open_state("late_above", Owner::body, k_supervision, {10, Unit::working_days}, {"entry"}, "");
    State reminded;
    reminded.id = "reminded";
    reminded.owner = Owner::resident;
    State closed;
    closed.id = "closed";
    closed.quiet = true;
    return {received, late, answered, refused, reviewed, late_above, reminded, closed};
}

std::vector<ActRule> acts() {
    ActRule ask = act("ask", {"start"}, "received", ActorKind::resident);
    ask.form = "request";
    ActRule contest = act("contest", {"answered", "reminded"}, "received", ActorKind::resident);
    contest.form = "words";
    ActRule appeal = act("appeal", {"refused"}, "reviewed", ActorKind::resident);
    appeal.form = "words";
    ActRule confirm = act("confirm", {"answered", "refused", "reminded"}, "closed", ActorKind::resident);
    confirm.effects = {{"confirm", ""}};
    ActRule reopen = act("reopen", {"any_quiet"}, "received", ActorKind::resident);
    reopen.form = "words";
    Guard facts;
    facts.word = "new_facts";
    reopen.guards = {facts};
    ActRule urge = act("urge", {"any_open"}, "same", ActorKind::post, "reviewer");
    urge.limit = 2;
    ActRule rest = act("rest", {"reminded"}, "closed", ActorKind::post, "handler");
    Guard after;
    after.word = "after";
    after.term = {30, Unit::calendar_days};
    after.from = "entry";
    rest.guards = {after};
    return {ask,
            decision(act("answer", {"received", "late"}, "answered", ActorKind::post, "handler"), {"granted"}),
            decision(act("refuse", {"received"}, "refused", ActorKind::post, "handler"), {"refused", "partly_granted"}),
            decision(act("uphold", {"reviewed"}, "refused", ActorKind::post, "reviewer"), {"refused", "partly_granted"}, true),
            decision(act("order", {"reviewed"}, "answered", ActorKind::post, "reviewer"), {"granted"}),
            act("hear", {"received"}, "same", ActorKind::post, "handler"),
            act("heard", {"received"}, "same", ActorKind::post, "handler"),
            contest,
            appeal,
            confirm,
            reopen,
            urge,
            rest};
}

Procedure borrow() {
    Procedure p;
    p.id = "borrow";
    p.version = 1;
    p.title = text("Borrow");
    p.basis = {{"Rule of the hall", "1", true}};
    p.who = {"resident"};
    p.channels = {{"web", "", false}, {"spoken", "clerk", true}, {"paper", "clerk", false}};
    p.assisted = Assisted{{"signed_paper"}, "clerk", "entered", {60, Unit::calendar_days}, {}};
    p.forms = forms();
    p.states = states();
    p.acts = acts();
    return p;
}

Post post(const std::string& id, const Body& of) {
    Post p;
    p.id = id;
    p.title = text(id);
    p.of = of;
    return p;
}

}  // namespace

std::shared_ptr<const Ruleset> small_rules() {
    auto rules = std::make_shared<Ruleset>();
    rules->pack.id = "small";
    rules->pack.version = 1;
    rules->pack.title = text("Small pack");
    rules->pack.languages = {"en", "zh-Hans"};
    rules->pack.zone = "Asia/Shanghai";
    rules->pack.calendars = {"cn"};
    rules->pack.bodies = {{"supervision", k_supervision}};
    rules->pack.above_top = k_supervision;
    rules->pack.retaliation = k_supervision;
    rules->pack.posts = {post("handler", k_handling), post("head", k_handling), post("reviewer", k_above),
                         post("clerk", Body{"hall", 0, true})};
    rules->pack.procedures = {borrow()};
    Calendar calendar;
    calendar.id = "cn";
    calendar.version = 1;
    calendar.weekend = {6, 7};
    calendar.years[2026].off = {"05-01"};
    rules->calendars["cn"] = calendar;
    rules->zones["Asia/Shanghai"] = ZoneRules{"Asia/Shanghai", "1", {{base::Instant{0}, 8 * 3600}}};
    rules->digest = "small";
    return rules;
}

office::OfficeProfile village() { return {{"village"}, {{"township"}, {"county"}}, "V", {}}; }

base::Instant at(const std::string& date, int hour) {
    return base::instant_of({*base::parse_date(date), hour * 3'600'000}, 8 * 3600);
}

office::Command ask(base::Instant at, int serial) {
    office::Command c;
    c.by.kind = record::Actor::Kind::resident;
    c.office = {"village"};
    c.procedure = {"borrow"};
    c.act = "ask";
    c.fields = {{"points", {"Mend the culvert", "Say when"}}, {"kind", "road"}};
    c.received_at = at;
    c.act_id = {"act" + std::to_string(serial)};
    c.party_id = {"party" + std::to_string(serial)};
    c.code_digest = "code" + std::to_string(serial);
    return c;
}

office::Command by_post(const std::string& act, const std::string& post, const std::string& office, base::Instant at) {
    office::Command c;
    c.by = {record::Actor::Kind::post, {}, {post}, {office}};
    c.office = {"village"};
    c.procedure = {"borrow"};
    c.act = act;
    c.matter = base::MatterId{1};
    c.received_at = at;
    c.act_id = {"later"};
    return c;
}

office::Command by_resident(const std::string& act, int serial, base::Instant at) {
    office::Command c = by_post(act, "", "", at);
    c.by = {record::Actor::Kind::resident, {"party" + std::to_string(serial)}, {}, {}};
    return c;
}

std::map<std::string, base::Json> decision_fields() {
    return {{"facts", "The culvert fell in."},
            {"evidence", {"Photo of 2 July"}},
            {"rules", {"Rule of the hall"}},
            {"reasons", {"It is the village's road.", "By the end of the month."}}};
}

}  // namespace hearth::tests
