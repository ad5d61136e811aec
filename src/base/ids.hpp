#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace hearth::base {

/// A text that names one kind of thing; ids of different kinds never mix.
template <class Tag>
struct Id {
    std::string text;

    auto operator<=>(const Id&) const = default;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// One office of an installation: `[a-z][a-z0-9-]*`, as in its address /o/<office>.
using OfficeId = Id<struct OfficeTag>;
/// One procedure of a pack.
using ProcedureId = Id<struct ProcedureTag>;
/// One act, 128 random bits as 22 base64url characters. Says nothing about when or what.
using ActId = Id<struct ActTag>;
/// A post of a pack, as "handler".
using PostId = Id<struct PostTag>;
/// A person in one matter, random; the same person has another one in every matter.
using PartyId = Id<struct PartyTag>;

/// A matter within one office, counted from 1 in the order of opening.
struct MatterId {
    std::int64_t number = 0;

    auto operator<=>(const MatterId&) const = default;
};

}  // namespace hearth::base

template <class Tag>
struct std::hash<hearth::base::Id<Tag>> {
    std::size_t operator()(const hearth::base::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
template <>
struct std::hash<hearth::base::MatterId> {
    std::size_t operator()(const hearth::base::MatterId& id) const noexcept { return std::hash<std::int64_t>{}(id.number); }
};
