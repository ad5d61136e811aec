#pragma once

#include <optional>
#include <string>

#include "web/notices/public_acts.hpp"
#include "web/pages/view.hpp"

/// Atom feeds (RFC 4287), one address for each language. Ids are made of what never changes, so that a reader tells a notice that
/// changed from a new one.
namespace hearth::web::notices {

/// What the office made public and is public still. An office whose pack sets hours for its checkpoints gives days in place of
/// instants, as its record does.
http::Response office_feed(const pages::View& view, const PublicActs::Told& told);

/// What mails would say of one matter, for whoever has the token of its private feed: what happened, who owed the next step then
/// and until when. No number, no name, nothing that anybody wrote. Nothing when the token opens no feed.
std::optional<http::Response> matter_feed(const pages::View& view, const std::string& token);

/// What is kept of a token.
std::string digest_of_token(const std::string& token);

}  // namespace hearth::web::notices
