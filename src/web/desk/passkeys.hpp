#pragma once

#include <string>

#include "web/desk/sign_in.hpp"

/// One's own account: the password and the passkeys that open the desk in its place.
namespace hearth::web::desk {

struct Room;

/// What a challenge is drawn for, so that none serves another office, person or session.
std::string purpose_of_sign_in(const pages::View& view);
std::string purpose_of_making(const Visit& visit);

constexpr std::size_t k_passkeys_max = 10;

/// Why nothing was changed, in the order in which it is looked at.
enum class AccountFault { none, no_post, too_many, no_name, wrong_password, stale, refused, unverified, known, trouble };
AccountFault fault_of_name(std::string_view name);

/// `typed`: the name of a passkey that comes back with the form.
http::Response account_page(Room& room, const Visit& visit, AccountFault fault, const std::string& typed = {});

/// The second page of adding a passkey, which the browser's script goes on with.
http::Response new_passkey_page(const Visit& visit, const std::string& name, const PasskeyOffer& offer);

}  // namespace hearth::web::desk
