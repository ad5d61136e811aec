#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

/// A procedure as data: what the texts of `docs/formats/procedure.md` say, parsed and resolved. Nothing here is decided by a
/// running office; the office only walks it.
namespace hearth::procedure {

/// Where an element stands; lines and columns (in characters) count from 1, `file` is a number within `Pack::files`.
struct Mark {
    int line = 0;
    int column = 0;
    int file = -1;

    bool operator==(const Mark&) const = default;
};

/// One text in every language of the pack, by tag ("en", "zh-Hans").
struct Text {
    std::map<std::string, std::string> by_language;

    /// The text in `language`, else in the first language there is.
    [[nodiscard]] const std::string& in(std::string_view language) const;
};

/// Something noted while a text was read that a right will speak about.
struct Remark {
    Mark mark = {};
    std::string text;
};

/// An id or a text of a pack as it stands there; titles of law are not among them. Right 5 looks at each.
struct Label {
    std::string text;
    Mark mark = {};
    bool is_option = false;  // one of the answers of a choice
};

enum class Unit { calendar_days, working_days, hours, months, years };

struct Term {
    int n = 0;
    Unit unit = Unit::calendar_days;

    bool operator==(const Term&) const = default;
};

/// The shortest length a term can have, in days: a working day 1, a month 28, a year 365, an hour 1/24.
double shortest_days(const Term& term);

/// A body in normal form (procedure-language.md, section 2): a root and how many times `next_higher` was applied to it.
/// Roots are "handling_body", "accused_unit", the id of an independent body, or the id of an office body.
struct Body {
    std::string root;
    int height = 0;
    bool independent = false;

    bool operator==(const Body&) const = default;
};

inline constexpr std::string_view k_handling_body = "handling_body";
inline constexpr std::string_view k_accused_unit = "accused_unit";

struct Post {
    std::string id;
    Text title;
    Body of;
    bool agent = false;
    bool meeting = false;
    Mark mark = {};
};

enum class FieldClass { open, parties, body, sealed };  // `open` is the word "public"
enum class KeepFrom { received, closed };

struct Keep {
    Term term;
    KeepFrom from = KeepFrom::closed;
    bool complete = true;  // term and start are both written
};

/// Choices that are data of a place and stand in its pack, where several fields may use them.
struct ChoiceList {
    std::string id;
    Text title;
    bool example = false;  // stands in for a list that was not found; a pack over this one puts its own in its place
    std::vector<std::pair<std::string, Text>> items;
    Mark mark = {};
};

/// One field of a form. `type` is a word of the closed list ("long_text", "person.name", "points", ..).
struct Field {
    std::string id;
    std::string type;
    Text title;
    FieldClass klass = FieldClass::body;
    std::vector<std::pair<std::string, Text>> options;
    std::string list;                   // of the pack, from which the options come
    std::vector<std::string> purposes;  // `for`: the acts that need it
    std::vector<std::string> readers;
    std::optional<Keep> keep;
    std::string consent;
    Mark mark = {};
};

struct Form {
    std::string id;
    std::vector<Field> fields;
    Mark mark = {};
};

/// A letter that the program writes from its items.
struct Notice {
    std::string id;
    Text title;
    std::vector<std::string> prints;
    Mark mark = {};
};

/// Who gets which notice: "resident", "parties", "agent", "body" -> notice id.
using Recipients = std::map<std::string, std::string>;

/// What a term counts from: "received", "entry", "served", or the id of an act.
struct Deadline {
    struct Extension {
        int n = 0;
        int times = 1;
        std::string by;
        std::string notice;
    };
    struct Pause {
        std::string on;
        std::string until;
        Term term;
    };
    Term term;
    std::vector<std::string> start;
    bool roll_to_working_day = false;
    std::optional<Extension> extend;
    std::vector<Pause> pauses;
    std::string until_form;  // with until_field: an agreed or ordered date, never later than the term
    std::string until_field;
    Mark mark = {};
};

struct Expiry {
    std::string to;  // empty: the matter stays, shown as overdue
    Recipients notices;
    std::vector<std::string> outcome;
    Mark mark = {};
};

enum class Owner { none, resident, parties, body };

struct State {
    std::string id;
    Text title;
    bool quiet = false;
    Owner owner = Owner::none;
    Body owner_body;  // when owner is body
    std::optional<Deadline> deadline;
    std::optional<Expiry> on_expire;
    Mark mark = {};
};

struct Guard {
    std::string word;  // points_answered, rules_in_force, not_worse, new_facts, within, after, done, spent, all_closed, supported
    Term term;
    std::string from;
    std::vector<std::string> names;  // acts or parts
    std::string base;                // supported
    std::pair<int, int> share = {0, 1};
    Mark mark = {};
};

struct Appeal {
    Body to;
    Term term;
    std::string start;
    std::string by;   // an act, or empty
    std::string how;  // in_writing, in_person, online, or empty
    std::string stay;
    bool mandatory_first = false;
    Mark mark = {};
};

struct Publication {
    std::vector<std::string> what;
    int days = 0;
    bool masked = false;
    Term withdraw;
    std::string consent;
    Mark mark = {};
};

struct Assisted {
    std::vector<std::string> evidence;
    std::string by;
    std::string notice;
    Term undo;
    Mark mark = {};
};

struct Money {
    std::string step;
    std::string on;
};

enum class ActorKind { resident, any_party, each_party, post };

/// One act of a procedure: what may be done, from where to where, by whom, and what follows.
struct ActRule {
    std::string id;
    Text title;
    std::vector<std::string> from;  // state ids, "start", "any_open", "any_quiet"
    std::string to;                 // a state id or "same"
    ActorKind actor = ActorKind::post;
    std::string post;  // when actor is post
    std::vector<std::string> with;
    std::vector<std::string> not_by;
    std::optional<Body> at;
    bool accuses = false;
    std::string form;
    std::string consent;
    std::vector<Guard> guards;
    std::vector<std::string> outcome;
    std::optional<Appeal> appeal;
    Recipients notices;
    std::optional<Publication> publish;
    std::vector<std::pair<std::string, std::string>> effects;  // word, argument ("open_part", "survey")
    bool bulk = false;
    int limit = 0;  // 0: none
    std::optional<Assisted> assisted;
    std::optional<Money> money;
    std::string resolves;
    Mark mark = {};

    [[nodiscard]] bool has_effect(std::string_view word) const;
    /// Whether it opens a matter.
    [[nodiscard]] bool opens() const;
    /// Whether it may be done from this state, as far as `from` goes: by its id, or as one of any open or any quiet state.
    [[nodiscard]] bool is_possible_from(const State& state) const;
};

struct Channel {
    std::string id;
    std::string entered_by;
    bool read_back = false;
    Mark mark = {};
};

struct Basis {
    std::string text;
    std::string article;
    bool checked = false;
};

struct Procedure {
    std::string id;
    int version = 0;
    Text title;
    std::vector<Basis> basis;
    std::string starts;  // only in a part
    std::string identity_kind;
    Text identity_because;
    std::optional<Basis> identity_citation;
    std::string unseal;
    Mark identity_mark;
    std::vector<std::string> who;
    Mark opens_mark;
    std::vector<Channel> channels;
    std::optional<Assisted> assisted;
    std::vector<std::string> stand_aside;
    Mark stand_aside_mark;
    struct Route {
        std::string to;  // the expression of the body as written
        Text title;
        std::optional<Term> term;
        Mark mark = {};
    };
    std::vector<Route> other_routes;
    std::optional<Term> news_term;
    std::string news_notice;
    std::map<std::string, std::vector<std::string>> figures;  // success, counts, by
    Mark figures_mark;
    struct Consent {
        std::string id;
        std::string of;
        std::string to;
        std::vector<std::string> scope;
        std::vector<std::string> given_by;
        std::vector<std::string> withdrawn_by;
        Term ends;
        Mark mark = {};
    };
    std::vector<Consent> consents;
    std::string rests_on;
    std::map<std::string, std::string> parts;  // part -> procedure
    std::vector<Form> forms;
    std::vector<Notice> notices;
    std::vector<State> states;
    std::vector<ActRule> acts;
    std::vector<Remark> untranslated;  // texts that lack a language of the pack
    std::vector<std::string> changes;  // what an overlay changed lawfully: "states.accepted.deadline.n: 60 -> 45"
    std::vector<Remark> moved;         // what an overlay changed in a direction that no overlay may
    std::vector<Label> labels;
    std::string file;
    Mark mark = {};

    [[nodiscard]] const State* state(std::string_view id) const;
    [[nodiscard]] const ActRule* act(std::string_view id) const;
    [[nodiscard]] const Form* form(std::string_view id) const;
    [[nodiscard]] const Notice* notice(std::string_view id) const;
};

struct Resolution {
    std::string type;
    Body body;
    std::vector<Basis> basis;
    bool about_persons = false;
    Term notice;
    std::string quorum_base;
    std::pair<int, int> quorum = {0, 1};  // 0/1: not said
    bool quorum_more_than = false;
    std::string pass_base;
    std::pair<int, int> pass = {0, 1};
    bool pass_more_than = false;
    std::string proxies_who;  // empty: none
    int proxies_most = 0;
    bool proxies_written = false;
    bool online = false;
    bool secret = false;
    bool repeats = false;              // stands over the rule of another pack and repeats only what it changes
    std::vector<std::string> missing;  // keys that a resolution must have and this one has not
    bool interested_out = false;
    std::string tie;
    bool chair_last = false;
    Mark mark = {};
};

struct Emergency {
    std::string by;
    Text reasons;
    Term term;
    bool publish = false;
    std::vector<int> suspends;
    Mark mark = {};
};

/// A pack with everything that belongs to it. Calendars and zones are in `procedure/calendar.hpp`.
struct Pack {
    std::string id;
    int version = 0;
    Text title;
    std::string level;
    std::string over;
    std::vector<std::string> languages;
    std::string zone;
    std::vector<std::string> calendars;
    std::map<std::string, Text> body_titles;
    std::vector<std::string> declared_independent;  // bodies that this pack itself declares independent
    std::map<std::string, Body> bodies;
    std::vector<Post> posts;
    Body above_top;
    Body retaliation;
    std::vector<ChoiceList> lists;
    std::vector<Resolution> resolutions;
    std::vector<std::string> checkpoint_hours;
    Term slip_grace = {1, Unit::working_days};
    Term slip_stale = {2, Unit::working_days};
    std::optional<Emergency> emergency;
    std::vector<Procedure> procedures;
    std::vector<Procedure> former;  // texts of earlier versions, under which running matters began
    std::vector<Remark> untranslated;
    std::vector<Remark> moved;  // what an overlay changed in a direction that no overlay may
    std::vector<Label> labels;
    std::vector<std::string> files;  // of marks
    std::string file;
    Mark mark = {};
    Mark retaliation_mark;

    /// Today's text, and the one of a version, today's or a former one; version 0 means today's.
    [[nodiscard]] const Procedure* procedure(std::string_view id) const;
    [[nodiscard]] const Procedure* procedure(std::string_view id, int version) const;
    [[nodiscard]] const Post* post(std::string_view id) const;
};

/// Whether `a` is above `b`: same root and greater height, or `a` independent and of another root.
bool above(const Body& a, const Body& b);

}  // namespace hearth::procedure
