#pragma once

#include <string>

#include "clerk/clerk.hpp"
#include "clerk/head.hpp"

/// Acts of the office itself that happen while no clerk runs: its opening, a new key, a new origin, new rules.
namespace hearth::clerk {

/// Appends one such act, by the operator, as a batch of its own, under a checkpoint signed by every key of `signatory`, and
/// replaces the outside copy of the checkpoint. Throws Fault as Head and Store do.
void perform(Tools tools, const Settings& settings, const Signatory& signatory, Head::Trust trust, std::string_view act,
             base::Json facts);

/// Facts of `office_opened`, `key_rotated`, `origin_opened`.
base::Json opened_facts(const Settings& settings, const Signatory& signatory);
/// Both keys sign the other's verifier key, so that neither could have done it alone.
base::Json rotated_facts(const std::string& origin, const base::Signer& old_key, const base::Signer& new_key);
/// `known` is the newest checkpoint that anybody has seen of us; entries between ours and it are named as missing.
base::Json new_origin_facts(const Settings& settings, const Signatory& signatory, const std::string& because,
                            const std::string& known, std::uint64_t held);

/// Digest of the rules that the record last named; empty: it named none yet.
std::string ruleset_named(record::Store& store, const Settings& settings);

}  // namespace hearth::clerk
