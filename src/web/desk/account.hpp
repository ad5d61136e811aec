#pragma once

#include <functional>
#include <map>
#include <string>

#include "web/desk/passkeys.hpp"

/// One's own account: the password, the passkeys that open the desk in its place, where one is signed in, and who recovers what she
/// lost.
namespace hearth::web::desk {

struct Room;

/// Why nothing was changed, in the order in which it is looked at.
enum class AccountFault {
    none,
    second_factor,
    no_post,
    too_many,
    no_name,
    wrong_password,
    stale,
    refused,
    unverified,
    known,
    nobody,
    not_open,
    trouble
};
AccountFault fault_of_name(std::string_view name);

/// `typed`: the name of a passkey that comes back with the form.
http::Response account_page(Room& room, const Visit& visit, AccountFault fault, const std::string& typed = {});

/// "Wednesday 21 July 2027, 9:12" at the office.
std::string moment_of(const Visit& visit, base::Instant at);

/// Puts on the record what the holder of a post did with an account: an act of the office with these facts, by her post.
enum class Recording { recorded, no_post, trouble };
void put_on_record(const Visit& visit, std::string_view act, const std::map<std::string, std::string>& facts,
                   std::move_only_function<void(Recording)> done);

}  // namespace hearth::web::desk
