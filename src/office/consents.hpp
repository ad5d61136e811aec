#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

/// Consents that people give, take back, and that end by themselves (right 14).
namespace hearth::office {

/// Whether a consent is in force at an instant: given, not taken back, and its term is not over.
bool is_in_force(const matter::Matter& matter, const std::string& consent, base::Instant at);

/// Refused `not_permitted`: procedure/act when the consent that the act needs was not given; office/consent_ended when its term is
/// over; office/consent_scope when it was given for other acts or another post.
base::Result<base::Done> check_consent(const Step& step);

/// Notes which consents are in force after the act, and when those that it gives end.
void note_consents(Step& step);

}  // namespace hearth::office
