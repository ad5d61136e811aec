#pragma once

#include "web/desk/visit.hpp"

/// The page for writing down in the field, where there is no network: the forms of assisted entry, which a script keeps on the
/// telephone and sends one by one later. What it sends is an entry like any other (`assist_raise`), under a key drawn when the
/// entry was finished, so that it stands on the record once however often it is sent.
namespace hearth::web::desk {

inline constexpr std::string_view k_field = "/desk/field";

/// Nothing where the posts of the visit enter nothing for others.
std::optional<http::Response> field_page(const Visit& visit);

/// Who is signed in, with the token of her forms, for the script of the page: {"login":"..","token":".."}.
http::Response field_session(const Session& session);
/// Nobody, or somebody who must choose a password first, or a form of another session: {"why":"signed_out"}.
http::Response field_signed_out();

}  // namespace hearth::web::desk
