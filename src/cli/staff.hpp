#pragma once

#include <optional>
#include <string>

#include "cli/installation.hpp"
#include "people/holding.hpp"

/// Who may sign in to an office and which posts they hold. That a post was given or ended is an act on the record, by account and
/// without a name; login and password lie in people.db only.
namespace hearth::cli {

struct PostOrder {
    std::string login;
    std::string post;
    base::CivilDate from;
    std::optional<base::CivilDate> until;
    std::string in_place_of = {};  // login of whose deputy she is meanwhile; empty: the post is hers
};

/// A new login gets a password of chance, which is returned and must be changed at the first signing in; for one that is known it
/// is empty. Throws Fault when the pack has no such post, the record refused the act, or a deputy has no last day or stands in for
/// somebody who does not hold the post on her first day.
std::string give_post(const OfficePaths& paths, const PostOrder& order);

}  // namespace hearth::cli
