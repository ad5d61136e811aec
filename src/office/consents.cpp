#include "office/consents.hpp"

#include <algorithm>

#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::Done;
using base::Reason;
using base::Refusal;
using base::Result;
using Consent = procedure::Procedure::Consent;

bool has(const std::vector<std::string>& list, const std::string& word) { return std::ranges::find(list, word) != list.end(); }

bool has_ended(const matter::Matter& matter, const std::string& consent, base::Instant at) {
    const auto end = matter.consent_ends.find(consent);
    return has(matter.consents, consent) && end != matter.consent_ends.end() && end->second <= at;
}

Refusal no(const char* rule, const std::string& consent) { return {Reason::not_permitted, rule, {}, consent}; }

bool covers(const Consent& consent, const procedure::ActRule& rule) {
    const bool is_for_post = consent.to.empty() || rule.actor != procedure::ActorKind::post || rule.post == consent.to;
    return is_for_post && has(consent.scope, rule.id);
}

base::Json end_of(const Consent& consent, const Step& step) {
    const auto& rules = step.office.rules();
    const auto due = procedure::due_date(consent.ends, step.legal_at, rules.calendar(), rules.zone(), false);
    return {{"ends", due.ends.ms}, {"last_day", base::to_string(due.last_day)}};
}

}  // namespace

bool is_in_force(const matter::Matter& matter, const std::string& consent, base::Instant at) {
    return has(matter.consents, consent) && !has_ended(matter, consent, at);
}

Result<Done> check_consent(const Step& step) {
    const std::string& needed = step.rule.consent;
    if (needed.empty()) return Done{};
    if (has_ended(step.matter, needed, step.legal_at)) return no("office/consent_ended", needed);
    if (!has(step.matter.consents, needed)) return refused(step, Reason::not_permitted, needed);
    const auto consent = std::ranges::find(step.procedure.consents, needed, &Consent::id);
    if (consent != step.procedure.consents.end() && !covers(*consent, step.rule)) return no("office/consent_scope", needed);
    return Done{};
}

void note_consents(Step& step) {
    std::vector<std::string> in_force = step.matter.consents;
    for (const Consent& consent : step.procedure.consents) {
        if (has(consent.withdrawn_by, step.rule.id) || has_ended(step.matter, consent.id, step.legal_at))
            std::erase(in_force, consent.id);
        if (!has(consent.given_by, step.rule.id)) continue;
        if (!has(in_force, consent.id)) in_force.push_back(consent.id);
        if (consent.ends.n > 0) step.noted["consent_ends"][consent.id] = end_of(consent, step);
    }
    if (in_force != step.matter.consents || step.noted.contains("consent_ends")) step.noted["consents"] = in_force;
}

}  // namespace hearth::office
