#pragma once

#include <optional>
#include <string>

#include "store/sign_in_store.hpp"
#include "web/desk/visit.hpp"

/// Whoever lost her password or her device is recovered by two: one begins it, and a second, who holds a post of the same office
/// and is signed in, confirms that the person stands before her. Neither alone can take an account over.
namespace hearth::web::desk {

/// The sections of the account page: what the visitor may confirm, what is being done with her own account, what was done.
void fill_recoveries(ctemplate::TemplateDictionary& values, const Visit& visit);
/// When and by which two the account was recovered, where it was.
void fill_recovered(ctemplate::TemplateDictionary& values, const Visit& visit);

/// The one that the visitor may confirm: of another's account, not begun by herself, not older than a day.
std::optional<store::SignInStore::Recovery> to_confirm(const Visit& visit, const people::AccountId& account);

/// The new password, shown this once.
http::Response recovered_page(const Visit& visit, const std::string& login, const std::string& password);

}  // namespace hearth::web::desk
