#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

/// Disclosures (RFC 9901): a salted claim as base64url of the JSON `[salt, name, value]`. A leaf commits to its digest; who is
/// shown the disclosure can check it, and once it is erased the digest tells nothing.
namespace hearth::record {

/// Characters of every digest: base64url of SHA-256.
inline constexpr std::size_t k_digest_chars = 43;

/// Digest of a disclosure in its encoded form, verbatim: base64url(SHA-256(disclosure)).
std::string digest_of(std::string_view disclosure);

/// Encodes a claim. `value_json` is the canonical JSON of its value; salt and name need no escapes in JSON.
std::string encode_disclosure(std::string_view salt, std::string_view name, std::string_view value_json);

/// Name and value of any disclosure. Refused `malformed` record/disclosure: what is not base64url of a JSON array of salt, name
/// and value, and the names "_sd" and "..." that RFC 9901 keeps for itself.
struct Disclosed {
    std::string name;
    base::Json value;
};
base::Result<Disclosed> open_disclosure(std::string_view disclosure);

/// The rules of RFC 9901 section 7.1 for one object: the digest of every disclosure stands in `digests`, and no digest and no
/// disclosure comes twice. Refused `malformed` record/disclosure_unknown, record/disclosure_twice, record/digest_twice, with the
/// place in its list as detail.
base::Result<base::Done> check_disclosures(const std::vector<std::string_view>& digests,
                                           const std::vector<std::string_view>& disclosures);

}  // namespace hearth::record
