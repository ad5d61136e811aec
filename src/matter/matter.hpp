#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "record/act.hpp"

/// One concern on its way through one procedure, folded from the frames of its acts.
namespace hearth::matter {

/// A decision taken in the present round.
struct Decision {
    std::string act;
    std::string outcome;
    base::OfficeId office;

    bool operator==(const Decision&) const = default;
};

/// A further party, who came in after the one who opened the matter.
struct Party {
    base::PartyId id;
    std::string code_digest;  // hex SHA-256 of her own receipt code

    bool operator==(const Party&) const = default;
};

/// A piece of parallel work inside the matter: a matter of its own without a resident.
struct Part {
    std::string name;
    base::MatterId matter;

    bool operator==(const Part&) const = default;
};

/// What an act made public.
struct Publication {
    std::string act;
    std::string last_day;  // of the days for which it is public
    base::Instant ends;
    bool withdrawn = false;

    bool operator==(const Publication&) const = default;
};

/// A word of a party that somebody else wrote down for her; until then she may undo it by her own (right 21).
struct EnteredWord {
    std::string act;
    base::PartyId party;
    std::string from;  // state in which the matter stood before
    base::Instant undo_until;

    bool operator==(const EnteredWord&) const = default;
};

/// A proposal or an approval of money that no later step has used up.
struct MoneyStep {
    std::string act;
    std::int64_t amount = 0;  // whole minor units

    bool operator==(const MoneyStep&) const = default;
};

struct Matter {
    base::MatterId id;
    std::string code_digest;  // hex SHA-256 of the receipt code
    base::ProcedureId procedure;
    int procedure_version = 0;
    std::string state;
    bool quiet = false;
    base::OfficeId owner;     // who owes the next act; empty: the resident, or nobody
    base::OfficeId handling;  // the office that owes the answer
    base::PartyId party;      // who opened it
    std::optional<record::Due> due;
    std::optional<base::Instant> news;  // when the person is told that nothing has happened, if nothing has by then
    bool overdue = false;               // its term ended and it stays where it is: the last stop of an escalation
    bool imported = false;              // nothing but history so far: its clock fires nothing
    base::Instant received_at;
    base::Instant changed_at;
    std::string last_act;
    std::uint64_t acts = 0;
    std::map<std::string, int> counts;          // how often each act happened since opening or the last new facts
    std::map<std::string, base::Instant> last;  // when in law: each act, "received", "entry" (of the state), "served" (its notice)
    std::map<std::string, int> extensions;      // by state
    std::optional<base::Instant> paused_at;     // the clock of the state stands still since then
    std::vector<Decision> decisions;            // of this round, oldest first
    std::vector<std::string> consents;          // in force
    int points = 0;                             // things asked, each to be answered
    int year = 0;                               // of opening, in the zone of the office; part of the number
    std::string reference;                      // its number where it came from another office: "TW-2026-0148"
    base::OfficeId custodian;                   // the office in whose record it goes on; empty: in this one
    std::vector<base::OfficeId> holders;        // other offices that hold a part of it, or that it is about
    std::optional<base::Instant> slip;          // the end of its term as the office above was last told; here only
    int returns = 0;                            // how often it was sent back since it was last assigned

    std::vector<Party> parties;  // after the first, in the order in which they came in
    std::map<std::string, std::vector<std::string>>
        signed_by;                                          // acts that wait for further hands: which hands have done them (act.md)
    std::map<std::string, std::vector<std::string>> doers;  // who did the acts about which a rule will ask
    std::map<std::string, base::Instant> consent_ends;      // of consents in force
    std::vector<Part> parts;
    base::MatterId part_of;             // number 0: no part of another matter
    std::vector<base::MatterId> links;  // other matters on the same thing, or opened out of this one; each stands by itself
    std::vector<Publication> publications;
    std::vector<EnteredWord> entered;  // by which the matter came to where it stands, or that wait for further hands
    std::vector<MoneyStep> unspent;
    std::vector<std::string> matter_types;    // what else it is, beside the type that an act resolves
    std::vector<std::string> aside;           // hands that declared a conflict: they do nothing here
    std::vector<base::OfficeId> passed_over;  // offices in which nobody is free to act here: their duties go one level up
    base::OfficeId accused;                   // the unit that a report is about: it neither acts nor sees

    bool operator==(const Matter&) const = default;
};

/// As canonical JSON, and back; refused `malformed` matter/folded.
std::string save(const Matter& matter);
base::Result<Matter> load(std::string_view saved);

/// Whose receipt code this is: the party who opened, a further one, or nobody in this matter (empty).
base::PartyId party_of_code(const Matter& matter, const std::string& code_digest);

/// The code that people quote: "NT-2026-0148".
std::string number_of(const Matter& matter, const std::string& prefix);

}  // namespace hearth::matter
