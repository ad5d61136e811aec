#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/effects.hpp"
#include "record/note.hpp"

/// Cosignatures (C2SP tlog-cosignature, cosignature/v1, Ed25519): a witness states that at a time this checkpoint was the largest
/// of its origin that it had seen, and consistent with all it had seen before. The signature part of the note line is
/// uint64 time (big-endian), signature[64].
namespace hearth::record {

/// What is signed: "cosignature/v1\n", "time <seconds>\n", and the text of the checkpoint.
std::string cosigned_message(std::string_view checkpoint_text, std::uint64_t unix_seconds);

SignatureLine cosign(std::string_view checkpoint_text, std::string_view name, std::uint64_t unix_seconds,
                     const base::Signer& signer);

/// The time in a cosignature; nothing when it has not the length of one.
std::optional<std::uint64_t> cosigned_at(std::string_view signature);

bool verify_cosignature(const VerifierKey& key, std::string_view checkpoint_text, std::string_view signature);

}  // namespace hearth::record
