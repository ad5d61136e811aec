#pragma once

#include <string>

#include "web/desk/sign_in.hpp"

/// Passkeys that open the desk in place of a password.
namespace hearth::web::desk {

/// What a challenge is drawn for, so that none serves another office, person or session.
std::string purpose_of_sign_in(const pages::View& view);
std::string purpose_of_making(const Visit& visit);

constexpr std::size_t k_passkeys_max = 10;

/// The second page of adding a passkey, which the browser's script goes on with.
http::Response new_passkey_page(const Visit& visit, const std::string& name, const PasskeyOffer& offer);

}  // namespace hearth::web::desk
