#include "office/resolution.hpp"

#include <algorithm>

#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using base::CivilDate;
using base::Done;
using base::Json;
using base::Reason;
using base::Refusal;
using base::Result;
using procedure::Resolution;

Refusal bad_roll(std::string field, std::string detail = {}) {
    return {Reason::malformed, "office/roll", {.field = std::move(field)}, std::move(detail)};
}

Refusal missing(std::string field) { return {Reason::malformed, "office/missing_field", {.field = std::move(field)}, {}}; }

Refusal not_permitted(std::string rule, std::string field, std::string detail) {
    return {Reason::not_permitted, std::move(rule), {.field = std::move(field)}, std::move(detail)};
}

Result<std::int64_t> number(const Step& step, const char* id, bool needed) {
    const Json* value = field_named(step, id, "number");
    if (value == nullptr && needed) return missing(id);
    const std::int64_t n = value == nullptr ? 0 : value->get<std::int64_t>();
    if (n < 0 || n > k_people_max) return bad_roll(id, std::to_string(n));
    return n;
}

Result<Roll> read_roll(const Step& step) {
    HEARTH_TRY(voters, number(step, "voters", true));
    HEARTH_TRY(present, number(step, "present", true));
    HEARTH_TRY(in_favour, number(step, "for", true));
    HEARTH_TRY(against, number(step, "against", true));
    HEARTH_TRY(proxies, number(step, "proxies", false));
    HEARTH_TRY(online, number(step, "online", false));
    Roll roll{voters, present, in_favour, against, proxies, online, {}};
    if (voters == 0) return bad_roll("voters", "0");
    if (present > voters) return bad_roll("present", std::to_string(present) + " > " + std::to_string(voters));
    if (in_favour + against > present)
        return bad_roll("against", std::to_string(in_favour + against) + " > " + std::to_string(present));
    if (proxies + online > present) return bad_roll("proxies", std::to_string(proxies + online) + " > " + std::to_string(present));
    if (const Json* chair = field_named(step, "chair_for", "yes_no")) {
        if (in_favour != against) return bad_roll("chair_for");
        roll.chair_in_favour = chair->get<bool>();
    }
    return roll;
}

Result<CivilDate> date(const Step& step, const char* id) {
    const Json* value = field_named(step, id, "date");
    if (value == nullptr) return missing(id);
    return *base::parse_date(value->get<std::string>());
}

/// The whole term of the notice lies before the meeting, the day of the notice not counted.
Result<Done> check_notice(Step& step, const Resolution& rule) {
    if (rule.notice.n == 0) return Done{};
    HEARTH_TRY(noticed_on, date(step, "noticed_on"));
    HEARTH_TRY(held_on, date(step, "held_on"));
    const auto& zone = step.office.rules().zone();
    if (held_on > zone.date(step.legal_at) || noticed_on > held_on) return bad_roll("held_on", base::to_string(held_on));
    const base::Instant morning = zone.instant_of({noticed_on, 0});
    const auto due = procedure::due_date(rule.notice, morning, step.office.rules().calendar(), zone, false);
    if (held_on < due.last_day)
        return Refusal{Reason::out_of_time, "office/meeting_notice", {.field = "held_on"}, base::to_string(due.last_day)};
    step.noted["meeting"]["noticed_on"] = base::to_string(noticed_on);
    step.noted["meeting"]["held_on"] = base::to_string(held_on);
    return Done{};
}

/// Proxies and votes online, as far as bare numbers can show that they were in order: nobody can hold more than the rule allows.
Result<Done> check_conduct(const Resolution& rule, const Roll& roll) {
    const bool none = rule.proxies_who.empty();
    if (roll.proxies > (none ? 0 : rule.proxies_most * (roll.present - roll.proxies)))
        return not_permitted("office/meeting_proxies", "proxies", std::to_string(none ? 0 : rule.proxies_most));
    if (roll.online > 0 && !rule.online) return not_permitted("office/meeting_online", "online", std::to_string(roll.online));
    return Done{};
}

bool is_stricter(std::pair<int, int> a, bool a_more_than, std::pair<int, int> b, bool b_more_than) {
    const auto left = static_cast<std::int64_t>(a.first) * b.second;
    const auto right = static_cast<std::int64_t>(b.first) * a.second;
    return left > right || (left == right && a_more_than && !b_more_than);
}

Result<std::vector<const Resolution*>> rules_of(const Step& step) {
    std::vector<std::string> types{step.rule.resolves};
    const auto also = step.noted.contains("types") ? step.noted["types"].get<std::vector<std::string>>() : step.matter.matter_types;
    for (const std::string& type : also)
        if (type != step.rule.resolves) types.push_back(type);
    const auto& all = step.office.rules().pack.resolutions;
    std::vector<const Resolution*> rules;
    for (const std::string& type : types) {
        const auto rule = std::ranges::find(all, type, &Resolution::type);
        if (rule == all.end()) return Refusal{Reason::not_found, "office/resolution", {}, type};
        rules.push_back(&*rule);
    }
    return rules;
}

void note(Step& step, const std::vector<const Resolution*>& rules, const Roll& roll, const Count& counted) {
    Json& meeting = step.noted["meeting"];
    for (const Resolution* rule : rules) meeting["types"].push_back(rule->type);
    meeting["rules"] = step.office.rules().pack.id + "/" + std::to_string(step.office.rules().pack.version);
    meeting["base"] = rules.front()->quorum_base;
    meeting["voters"] = roll.voters;
    meeting["present"] = roll.present;
    meeting["for"] = roll.in_favour;
    meeting["against"] = roll.against;
    if (roll.proxies > 0) meeting["proxies"] = roll.proxies;
    if (roll.online > 0) meeting["online"] = roll.online;
    if (roll.chair_in_favour) meeting["chair_for"] = *roll.chair_in_favour;
    meeting["quorum"] = counted.quorum;
    meeting["majority"] = counted.majority;
}

}  // namespace

std::int64_t least(std::pair<int, int> share, bool more_than, std::int64_t of) {
    const std::int64_t product = share.first * of;
    return more_than ? product / share.second + 1 : (product + share.second - 1) / share.second;
}

Count count(const Resolution& rule, const Roll& roll) {
    Count counted;
    counted.quorum = least(rule.quorum, rule.quorum_more_than, roll.voters);
    counted.majority = least(rule.pass, rule.pass_more_than, rule.pass_base == "all" ? roll.voters : roll.present);
    counted.quorate = roll.present >= counted.quorum;
    const bool is_tie = roll.in_favour == roll.against;
    const std::int64_t casting = is_tie && rule.tie == "chair" && roll.chair_in_favour.value_or(false) ? 1 : 0;
    counted.passed = counted.quorate && roll.in_favour + casting >= counted.majority;
    return counted;
}

Result<Resolution> stricter(Resolution one, const Resolution& other) {
    if (one.quorum_base != other.quorum_base)
        return not_permitted("office/meeting_bases", {}, one.quorum_base + ", " + other.quorum_base);
    if (is_stricter(other.quorum, other.quorum_more_than, one.quorum, one.quorum_more_than)) {
        one.quorum = other.quorum;
        one.quorum_more_than = other.quorum_more_than;
    }
    if (is_stricter(other.pass, other.pass_more_than, one.pass, one.pass_more_than)) {
        one.pass = other.pass;
        one.pass_more_than = other.pass_more_than;
    }
    if (other.pass_base == "all") one.pass_base = "all";
    if (other.tie == "fails") one.tie = "fails";
    return one;
}

Result<Done> compute_outcome(Step& step) {
    HEARTH_TRY(rules, rules_of(step));
    HEARTH_TRY(roll, read_roll(step));
    Resolution binding = *rules.front();
    for (const Resolution* rule : rules) {
        HEARTH_TRY(merged, stricter(binding, *rule));
        binding = merged;
        HEARTH_TRY(noticed, check_notice(step, *rule));
        HEARTH_TRY(conduct, check_conduct(*rule, roll));
    }
    const Count counted = count(binding, roll);
    const std::string outcome = counted.passed ? "passed" : "not_passed";
    const bool is_stated_otherwise = !step.command.outcome.empty() && step.command.outcome != outcome;
    if (is_stated_otherwise || std::ranges::find(step.rule.outcome, outcome) == step.rule.outcome.end())
        return not_permitted("office/outcome_is_computed", "outcome", outcome);
    step.outcome = outcome;
    note(step, rules, roll, counted);
    return Done{};
}

void note_matter_type(Step& step) {
    const Json* type = field_named(step, "matter_type", "choice");
    if (type == nullptr) return;
    std::vector<std::string> types = step.matter.matter_types;
    const std::string stated = type->get<std::string>();
    if (std::ranges::find(step.office.rules().pack.resolutions, stated, &Resolution::type) ==
        step.office.rules().pack.resolutions.end())
        return;
    if (std::ranges::find(types, stated) == types.end()) types.push_back(stated);
    step.noted["types"] = types;
}

}  // namespace hearth::office
