#pragma once

#include <string>
#include <string_view>

#include "base/effects.hpp"
#include "base/result.hpp"

/// The receipt code of a matter: the secret by which its resident follows it and acts in it. 80 random bits as 16 characters of
/// Crockford's base 32 in four groups, "K7QM-3F9T-XW2D-8HVA"; the alphabet has no I, L, O, U, so it survives a telephone.
namespace hearth::clerk {

std::string draw_receipt_code(base::Randomness& randomness);

/// A code as people type it (any case, with or without dashes and spaces, O for 0, I and L for 1) in the one form it is printed
/// in. Refused `malformed` clerk/receipt_code.
base::Result<std::string> parse_receipt_code(std::string_view typed);

/// Hex SHA-256 of the printed form: how the store finds the matter without knowing the code.
std::string receipt_code_digest(std::string_view code);

}  // namespace hearth::clerk
