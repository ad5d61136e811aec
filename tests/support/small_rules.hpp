#pragma once

#include <map>
#include <memory>
#include <string>

#include "office/office.hpp"
#include "procedure/load.hpp"

namespace hearth::tests {

/// A procedure of seven states, built without any text, for tests of the office alone: "borrow" of the pack "small".
///
///   ask -> received (10 wd; late above) -> answer -> answered (30 cd; reminded) -> confirm -> closed
///                                       -> refuse -> refused -> appeal -> reviewed above
std::shared_ptr<const procedure::Ruleset> small_rules();

/// The village "village" under "township" under "county", with "court" and "supervision" outside.
office::OfficeProfile village();

/// A resident's opening act with two points, received at `at`.
office::Command ask(base::Instant at, int serial);

/// An act in matter 1 by a post.
office::Command by_post(const std::string& act, const std::string& post, const std::string& office, base::Instant at);

/// An act in matter 1 by the resident who opened it with serial `serial`.
office::Command by_resident(const std::string& act, int serial, base::Instant at);

/// Facts, evidence, rules and reasons for two points.
std::map<std::string, base::Json> decision_fields();

/// The instant of a civil time in China: at("2026-03-02", 9).
base::Instant at(const std::string& date, int hour);

}  // namespace hearth::tests
