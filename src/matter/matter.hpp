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
    bool overdue = false;   // its term ended and it stays where it is: the last stop of an escalation
    bool imported = false;  // nothing but history so far: its clock fires nothing
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

    bool operator==(const Matter&) const = default;
};

/// As canonical JSON, and back; refused `malformed` matter/folded.
std::string save(const Matter& matter);
base::Result<Matter> load(std::string_view saved);

/// The code that people quote: "NT-2026-0148".
std::string number_of(const Matter& matter, const std::string& prefix);

}  // namespace hearth::matter
