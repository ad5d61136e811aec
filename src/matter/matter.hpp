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

struct Matter {
    base::MatterId id;
    std::string code_digest;
    base::ProcedureId procedure;
    int procedure_version = 0;
    std::string state;
    bool quiet = false;
    base::OfficeId owner;     // who owes the next act; empty: the resident, or nobody
    base::OfficeId handling;  // the office that owes the answer
    base::PartyId party;      // who opened it
    std::optional<record::Due> due;
    bool imported = false;    // nothing but history so far: its clock fires nothing
    base::Instant received_at;
    base::Instant changed_at;
    std::uint64_t acts = 0;
    std::map<std::string, int> counts;            // how often each act happened since opening or the last new facts
    std::map<std::string, base::Instant> last;    // when each act (also "entry", "served", "received") last happened
    std::vector<record::Actor> decided;           // who decided in this round, with act
    bool heard = false;                           // after being told, the resident spoke, waived or let the term pass
    bool told = false;
    bool reminded = false;
    int points = 0;                               // points that the resident asked
    int extensions = 0;

    bool operator==(const Matter&) const = default;
};

/// As canonical JSON, and back; refused `malformed` matter/folded.
std::string save(const Matter& matter);
base::Result<Matter> load(std::string_view saved);

/// The code that people quote: "NT-2026-0148".
std::string number_of(const Matter& matter, const std::string& prefix);

}  // namespace hearth::matter
