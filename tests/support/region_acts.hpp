#pragma once

#include <string>

#include "tests/support/region.hpp"

namespace hearth::tests {

/// What people of a region do under the shipped procedure of requests, filled in with plain samples.
class RegionActs {
public:
    RegionActs(Region& region, std::string procedure = "request") : region_(region), procedure_(std::move(procedure)) {}

    /// Raises a matter; gives its receipt code.
    std::string raise(const std::string& office);
    /// Somebody acts on the matter with this code in the record of `office`: "resident", or "handler@village". A form that asks for
    /// an office names `to`.
    clerk::Outcome act(const std::string& office, const std::string& code, const std::string& who, const std::string& act,
                       const std::string& outcome = {}, const std::string& to = "township");

private:
    Region& region_;
    std::string procedure_;
};

/// The civil moment in the zone of the shipped pack.
base::Instant on(const std::string& day, int hour = 9);

}  // namespace hearth::tests
