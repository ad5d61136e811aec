#pragma once

#include <string>
#include <vector>

#include "office/office.hpp"
#include "record/act.hpp"
#include "record/store.hpp"

/// Acts of the office itself, which belong to no procedure: they change no matter, but everybody may see that they happened.
namespace hearth::clerk {

inline constexpr std::string_view k_office_opened = "office_opened";        // facts: origin, vkey, ruleset
inline constexpr std::string_view k_key_rotated = "key_rotated";            // facts: old_vkey, new_vkey, signatures of both
inline constexpr std::string_view k_origin_opened = "origin_opened";        // facts: because, old checkpoint, what is missing
inline constexpr std::string_view k_pack_changed = "pack_changed";          // facts: pack, version, ruleset, before, widened
inline constexpr std::string_view k_erased = "erased";                      // facts: erased [{entry, name}], ground
inline constexpr std::string_view k_clock_confirmed = "clock_confirmed";    // the operator looked: the clock is right
inline constexpr std::string_view k_post_given = "post_given";              // facts: account, post, from, until, in_place_of
inline constexpr std::string_view k_post_ended = "post_ended";              // facts: account, post, until
inline constexpr std::string_view k_password_renewed = "password_renewed";  // facts: account; never the password
inline constexpr std::string_view k_second_factor_renewed = "second_factor_renewed";  // facts: account; never the secret
inline constexpr std::string_view k_passkey_added = "passkey_added";                  // facts: account; never the passkey
inline constexpr std::string_view k_passkey_removed = "passkey_removed";              // likewise
inline constexpr std::string_view k_identity_linked = "identity_linked";      // facts: account; never who she is at the provider
inline constexpr std::string_view k_identity_unlinked = "identity_unlinked";  // likewise
inline constexpr std::string_view k_recovery_begun = "recovery_begun";        // facts: account, by (an account; none: the operator)
inline constexpr std::string_view k_recovery_stopped = "recovery_stopped";    // facts: account
inline constexpr std::string_view k_recovered = "recovered";                  // facts: account, begun_by (likewise), confirmed_by
// Of household representatives; numbers only, never a label or a name.
inline constexpr std::string_view k_roster_entered = "roster_entered";          // facts: households, named, added, gone, changed
inline constexpr std::string_view k_roster_codes_drawn = "roster_codes_drawn";  // facts: households (that got one)
inline constexpr std::string_view k_representative_proved = "representative_proved";  // facts: households (proved from then on)
inline constexpr std::string_view k_representative_gone = "representative_gone";      // likewise

/// Facts of an act that the operator may order, out of the fields of the command. Refused `not_found` clerk/office_act for any
/// other act, `malformed` clerk/office_fact for a field that the act does not take, or that is no short text or, where it counts,
/// no number.
base::Result<base::Json> facts_of_order(const office::Command& command);

/// Whether the holder of a post may order it too, once she has signed in.
bool is_open_to_holders(std::string_view act);

/// Whether somebody who holds no post does it by a code that the office gave her household.
bool is_open_to_representatives(std::string_view act);

/// Whether whoever holds a post gives it to a deputy in her own place for a time (`post_given` with `in_place_of` and `until`): the
/// one act of the office itself that needs no operator.
bool names_own_deputy(const office::Command& command);

record::Act office_act(const office::Office& office, std::string_view act, record::Actor by, base::Json facts, base::ActId id,
                       base::Instant now);

/// Facts of an act `erased`.
base::Json erased_facts(const std::vector<record::Erasure>& what, const std::string& ground);

/// As many fields as one act `erased` names; more need further acts, so that no frame grows without bound.
inline constexpr std::size_t k_erasures_per_act = 256;

}  // namespace hearth::clerk
