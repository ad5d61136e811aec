#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/note.hpp"

namespace hearth::record {

/// What the office hands to a person for an act (`docs/formats/receipt.md`): the leaf, the disclosures that this person may see,
/// and an unchanged tlog-proof. Checking it needs no server.
struct Receipt {
    std::string matter;               // its number, as "NT-2026-0148"; empty for an act of the office itself
    std::optional<std::string> code;  // the secret by which the matter is found again; in the receipt of its opening only
    VerifierKey key;                  // of the office; who has it from elsewhere (a notice, a policy) compares
    std::string leaf;
    std::vector<std::string> disclosures;
    std::string proof;  // the tlog-proof, verbatim

    bool operator==(const Receipt&) const = default;
};

inline constexpr std::string_view k_receipt_head = "hearth-receipt@v1";

std::string to_string(const Receipt& receipt);

/// Refused `malformed` record/receipt with the number of the line that is wrong as detail. Leaf, disclosures and proof are taken
/// as they are: `verify_receipt` judges them.
base::Result<Receipt> parse_receipt(std::string_view text);

}  // namespace hearth::record
