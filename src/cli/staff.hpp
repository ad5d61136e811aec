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
};

/// A new login gets a password of chance, which is returned and must be changed at the first signing in; for one that is known it
/// is empty. Throws Fault when the pack has no such post, or the record refused the act.
std::string give_post(const OfficePaths& paths, const PostOrder& order);

}  // namespace hearth::cli
