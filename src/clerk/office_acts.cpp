#include "clerk/office_acts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "procedure/calendar.hpp"

namespace hearth::clerk {

namespace {

constexpr std::size_t k_chars_max = 64;

bool is_fact(const std::string& name, const base::Json& value) {
    static const std::set<std::string_view> k_counts = {"households", "named", "added", "gone", "changed"};
    if (k_counts.contains(name)) return value.is_number_unsigned();
    return value.is_string() && value.get_ref<const std::string&>().size() <= k_chars_max;
}

}  // namespace

base::Result<base::Json> facts_of_order(const office::Command& command) {
    static const std::map<std::string_view, std::set<std::string_view>> orders = {
        {k_clock_confirmed, {}},
        {k_post_given, {"account", "post", "from", "until", "in_place_of"}},
        {k_post_ended, {"account", "post", "until"}},
        {k_password_renewed, {"account"}},
        {k_second_factor_renewed, {"account"}},
        {k_passkey_added, {"account"}},
        {k_passkey_removed, {"account"}},
        {k_identity_linked, {"account"}},
        {k_identity_unlinked, {"account"}},
        {k_recovery_begun, {"account", "by"}},
        {k_recovery_stopped, {"account"}},
        {k_recovered, {"account", "begun_by", "confirmed_by"}},
        {k_roster_entered, {"households", "named", "added", "gone", "changed"}},
        {k_roster_codes_drawn, {"households"}},
        {k_representative_proved, {"households"}},
        {k_representative_gone, {"households"}}};
    const auto order = orders.find(command.act);
    if (order == orders.end())
        return base::Refusal{base::Reason::not_found, "clerk/office_act", {.field = "act"}, command.act.substr(0, k_chars_max)};
    base::Json facts = base::Json::object();
    for (const auto& [name, value] : command.fields) {
        if (!order->second.contains(name) || !is_fact(name, value))
            return base::Refusal{base::Reason::malformed, "clerk/office_fact", {.field = name.substr(0, k_chars_max)}};
        facts[name] = value;
    }
    return facts;
}

bool is_open_to_holders(std::string_view act) {
    constexpr std::array k_acts = {k_passkey_added, k_passkey_removed, k_recovery_begun, k_recovery_stopped, k_recovered};
    return std::ranges::find(k_acts, act) != k_acts.end();
}

bool is_open_to_representatives(std::string_view act) { return act == k_representative_proved || act == k_representative_gone; }

bool names_own_deputy(const office::Command& command) {
    const auto says = [&](const char* name, const std::string& value) {
        const auto field = command.fields.find(name);
        return !value.empty() && field != command.fields.end() && field->second == value;
    };
    return command.act == k_post_given && command.by.kind == record::Actor::Kind::post && says("in_place_of", command.account) &&
           says("post", command.by.post.text) && !says("account", command.account) && command.fields.contains("until");
}

record::Act office_act(const office::Office& office, std::string_view act, record::Actor by, base::Json facts, base::ActId id,
                       base::Instant now) {
    record::Act made;
    made.id = std::move(id);
    made.date = office.rules().zone().date(now);
    made.frame.office = office.profile().id;
    made.frame.act = act;
    made.frame.by = std::move(by);
    made.frame.received_at = now;
    made.frame.recorded_at = now;
    made.frame.facts = std::move(facts);
    return made;
}

base::Json erased_facts(const std::vector<record::Erasure>& what, const std::string& ground) {
    base::Json erased = base::Json::array();
    for (const record::Erasure& one : what) erased.push_back({{"entry", one.entry}, {"name", one.name}});
    return {{"erased", std::move(erased)}, {"ground", ground}};
}

}  // namespace hearth::clerk
