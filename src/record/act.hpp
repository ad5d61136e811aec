#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/effects.hpp"
#include "base/ids.hpp"
#include "base/json.hpp"
#include "base/time.hpp"
#include "record/disclosure.hpp"

/// One act: something that somebody did, or that the clock did, to a matter or to the office itself; and the three parts in
/// which it is kept (`docs/formats/act.md`): the leaf (for ever, nothing personal), the frame (all that rules need, nothing
/// personal), the content (everything about a person, until erased).
namespace hearth::record {

inline constexpr int k_act_format = 1;

/// Who did it. A resident is a pseudonym within the matter; a post acts for an office.
struct Actor {
    enum class Kind { resident, post, clock, operator_ };
    Kind kind = Kind::clock;
    base::PartyId party;    // resident
    base::PostId post;      // post
    base::OfficeId office;  // post: the office whose post it is

    bool operator==(const Actor&) const = default;
};

/// When the term of a state ends: the instant, and the last day as people are told it.
struct Due {
    base::Instant ends;
    std::string last_day;  // "YYYY-MM-DD"
    bool provisional = false;

    bool operator==(const Due&) const = default;
};

/// All that rules may ever need of an act. Everything that `decide` worked out stands here, so that `apply` never decides again:
/// the state and clock that the act led to, who owes the next step, counters, outcomes.
struct Frame {
    base::OfficeId office;
    base::ProcedureId procedure;  // empty: an act of the office itself
    int procedure_version = 0;
    base::MatterId matter;  // 0: an act of the office itself
    std::string act;        // an act id of the procedure, "expired", or an act of the office: "office_opened", "erased", ..
    Actor by;
    base::Instant received_at;
    base::Instant recorded_at;
    std::optional<base::Instant> effective_from;  // paper and imports: when it happened in law
    bool imported = false;
    std::string from;  // state before; empty on opening
    std::string to;    // state after; empty for an act of the office itself
    std::vector<std::string> outcome;
    std::optional<Due> due;   // the clock of `to`, when it has one
    base::OfficeId owner;     // who owes the next act; empty: the resident, or nobody
    base::OfficeId handling;  // the handling office after this act
    base::Json facts =
        base::Json::object();  // what else rules need: {"points": 3}, {"erased": [..]}, {"source": "..", "row": ".."}

    bool operator==(const Frame&) const = default;
};

/// The frame as the value of its disclosure, and back. Reading refuses `malformed` record/frame with the member as field.
base::Json to_json(const Frame& frame);
base::Result<Frame> frame_from_json(const base::Json& value);

/// One field of content: its value is JSON of any kind. `klass` is the word of the form ("public", "parties", "body", "sealed").
struct ContentField {
    std::string name;  // "request.words": form.field
    base::Json value;
    std::string klass;
    std::optional<base::Instant> erase_at;  // end of its retention, when already known
    std::string keep;                       // "5y closed" while the end still depends on the closing; else empty

    bool operator==(const ContentField&) const = default;
};

/// An act before it is sealed.
struct Act {
    base::ActId id;
    base::CivilDate date;  // civil date of `recorded_at` in the zone of the office
    Frame frame;
    std::vector<ContentField> content;
};

/// A field of content as it is stored and shown: the encoded disclosure, verbatim.
struct SealedField {
    std::string name;
    std::string disclosure;
    std::string klass;
    std::optional<base::Instant> erase_at;
    std::string keep;
};

/// An act in the form that is appended: the leaf (canonical JSON) and the disclosures whose digests it holds.
struct Entry {
    std::string leaf;
    std::string frame;  // disclosure ["salt","frame",{..}]
    std::vector<SealedField> content;
};

/// Commits an act: a disclosure each for frame and content fields with a fresh 128-bit salt, decoys up to the next multiple of
/// eight digests, digests sorted. `randomness` gives salts and decoys.
/// Needs: every value has a canonical form (`base::canonical_json` takes it), names of fields need no escapes in JSON and none is
/// "frame"; what people send is checked against this when it is decided upon.
/// Promise: the leaf holds nothing but format version, act id, civil date and digests.
Entry seal(const Act& act, base::Randomness& randomness);

/// The frame out of its disclosure. Refused `malformed` record/frame.
base::Result<Frame> open_frame(std::string_view disclosure);

}  // namespace hearth::record
