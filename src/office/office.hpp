#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/effects.hpp"
#include "matter/matter.hpp"
#include "procedure/load.hpp"
#include "record/act.hpp"
#include "record/store.hpp"

/// The whole state of one office folded from its acts, and the rules by which it says yes or no.
namespace hearth::office {

/// What the installation says of an office; not state, never changed by acts.
struct OfficeProfile {
    base::OfficeId id;
    std::vector<base::OfficeId> above;             // superiors from the next one up: {"township", "county", ..}
    std::string matter_prefix;                     // "NT" of the number "NT-2026-0148"
    std::map<std::string, base::OfficeId> bodies;  // which office each independent body of the pack is; left out: its own id
    /// Offices with which letters are exchanged, each with its superiors from the next one up. A matter whose next owner is
    /// among them goes on in that office's record; one that is owned by any other office stays here.
    std::map<base::OfficeId, std::vector<base::OfficeId>> peers = {};
    /// Offices in which nobody is there to act: what they would owe, the next one above owes (procedure-language.md, section 7).
    std::set<base::OfficeId> without_members = {};
};

/// How far the letters with one other office have come.
struct Correspondence {
    std::uint64_t sent = 0;      // the last one's number
    std::uint64_t received = 0;  // likewise
    base::Instant sent_at;
    base::Instant heard_at;
};

/// Something that somebody wants done. The clerk adds act id, receipt code and party id; the rest is as it came in.
struct Command {
    record::Actor by;
    base::OfficeId office;
    base::ProcedureId procedure;
    std::string act;
    std::optional<base::MatterId> matter;      // none: opens one
    std::map<std::string, base::Json> fields;  // field id of the act's form -> value; sealed ones already as ciphertext
    base::Instant received_at;
    std::optional<base::Instant> effective_from;
    std::optional<base::Instant> due;  // imports: the target that the source states
    bool imported = false;
    std::string outcome;  // which of the act's outcomes; may be empty where it has one
    std::string channel = "web";
    std::optional<record::Actor> entered_by;  // channels other than web: the post that wrote it down
    std::string evidence;                     // assisted entry of a later act: signed_paper, receipt_code, two_witnesses
    bool read_back = false;
    std::string account = {};  // a post: the account of who acts or wrote it down, as far as it is known (`people::AccountId`)
    bool alone = false;        // a post that stands aside: nobody else of the office is left to lead the matter on
    bool deputy = false;       // a post: held in the place of somebody who is away
    std::string source;        // imports: "<map>/<row id>"
    std::optional<std::uint64_t> seen;  // acts of the matter that the actor had seen; more by now = conflict
    std::optional<base::CivilDate> facts_date;
    // Added by the clerk:
    base::ActId act_id;
    base::PartyId party_id;                             // where `gives_code`
    std::string code_digest;                            // where `gives_code`: hex SHA-256 of the new receipt code
    base::OfficeId accused;                             // of a report: the unit that its form names, read before the form is sealed
    std::map<std::string, base::Json> under_seal = {};  // what the sealed fields say, for the guards alone; never written anywhere
};

/// What a command needs to be loaded before it can be decided.
struct Key {
    base::MatterId matter;

    auto operator<=>(const Key&) const = default;
};

/// What was loaded for `needs`. The clerk also puts these matters into the overlay, where `apply` finds them.
struct Facts {
    std::map<base::MatterId, matter::Matter> matters;
};

/// What people write into one field: type, length, UTF-8, no control characters. Refused `malformed` office/field_<type> with
/// the field's id as place. Called by `decide`, and by the clerk before it encrypts a sealed field.
base::Result<base::Done> check_field(const procedure::Field& field, const base::Json& value);

/// State of the office. Copying is cheap for an overlay: it holds a pointer to the office below and only what changed.
class Office {
public:
    Office(OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules);

    /// An office that sees `base` and keeps its own changes apart, until `merge`.
    static Office overlay(const Office& base);
    /// Takes over what the overlay changed. Quiet matters leave memory.
    void merge(Office&& overlay);

    [[nodiscard]] const matter::Matter* find(base::MatterId id) const;
    void put(matter::Matter matter);
    [[nodiscard]] std::int64_t matters_opened() const;
    [[nodiscard]] base::Instant last_recorded() const;
    /// Digest of the rules that the record last named ("ruleset" of an act of the office); empty: none yet.
    [[nodiscard]] const std::string& ruleset() const;
    void note_ruleset(std::string digest);
    [[nodiscard]] const OfficeProfile& profile() const;
    [[nodiscard]] const procedure::Ruleset& rules() const;
    /// Matters whose term has ended at `now`, or whose person is to be told that nothing has happened, earliest first; imported
    /// history has no term that fires.
    [[nodiscard]] std::vector<base::MatterId> expired(base::Instant now, std::size_t limit) const;
    [[nodiscard]] std::optional<base::Instant> next_due() const;
    [[nodiscard]] std::size_t open_count() const;
    /// Changed matters of an overlay, for the store.
    [[nodiscard]] std::vector<record::MatterRow> changed_rows() const;

    /// The folded state apart from the matters, as text and back; refused `malformed` office/state.
    [[nodiscard]] std::string save() const;
    base::Result<base::Done> load(std::string_view saved);

    [[nodiscard]] Correspondence correspondence(const base::OfficeId& with) const;
    /// A matter of this code among those that an overlay changed.
    [[nodiscard]] const matter::Matter* changed_with_code(const std::string& code_digest) const;

    /// Counts an opening and moves the last recorded instant; for `apply`.
    void note_recorded(base::Instant at, base::MatterId opened);
    /// Counts a letter; for `apply`.
    void note_letter(const record::Frame& frame);

private:
    const Office* base_ = nullptr;
    OfficeProfile profile_;
    std::shared_ptr<const procedure::Ruleset> rules_;
    std::unordered_map<base::MatterId, matter::Matter> matters_;
    std::set<std::pair<base::Instant, base::MatterId>> clocks_;
    std::int64_t matters_opened_ = 0;
    base::Instant last_recorded_;
    std::string ruleset_;
    std::map<base::OfficeId, Correspondence> letters_;  // of an overlay: as they stand after it
};

/// Which matters must be in the office's memory before `decide`.
std::vector<Key> needs(const Office& office, const Command& command);

/// Whether somebody gets a receipt code by this act: who opens a matter, whom it invites, for whom it opens a matter beside. The
/// code goes with the frame whose facts hold its digest ("code", or "joins").
bool gives_code(const Office& office, const Command& command);

/// What follows from a command at `now`: the acts, or the first rule in fixed order that says no. Reads only.
base::Result<std::vector<record::Act>> decide(const Office& office, const Facts& facts, const Command& command, base::Instant now);

/// What the clock does when the term of a matter's state has ended, or its procedure's `news` has come. `id` is a fresh act id.
/// Refused `out_of_time` office/expiry before that.
base::Result<record::Act> expire(const Office& office, const matter::Matter& matter, base::ActId id, base::Instant now);

/// The act has happened. Branches on the frame only; may not fail.
void apply(Office& office, const record::Frame& frame);

/// What the views gain by an act: figures and outgoing notices. `after` is the office after `apply`.
std::vector<record::FigureDelta> figures_of(const Office& after, const record::Frame& frame);
std::vector<record::OutboxRow> notices_of(const Office& after, const record::Frame& frame, std::uint64_t entry);

}  // namespace hearth::office
