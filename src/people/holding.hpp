#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/time.hpp"

/// Who holds which post, from when until when (Popolo: membership in a post).
namespace hearth::people {

/// A way to sign in to one office: 128 random bits as hex. Says nothing about the person.
using AccountId = base::Id<struct AccountTag>;

struct Holding {
    AccountId account;
    base::PostId post;
    base::CivilDate from;
    std::optional<base::CivilDate> until;  // the last day; none: until further notice
    AccountId in_place_of = {};            // whose deputy she is meanwhile; empty: the post is hers

    bool operator==(const Holding&) const = default;
};

/// From its first day to its last, both counted.
bool is_in_force(const Holding& holding, base::CivilDate today);

/// The posts in force today, each once, in the order in which they were given.
std::vector<base::PostId> posts_today(const std::vector<Holding>& holdings, base::CivilDate today);

/// In whose place the post is held today; empty where it is (also) her own, or is not held.
AccountId deputised_today(const std::vector<Holding>& holdings, const base::PostId& post, base::CivilDate today);

}  // namespace hearth::people
