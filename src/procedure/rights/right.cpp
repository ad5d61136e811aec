#include "procedure/rights/right.hpp"

#include <algorithm>

namespace hearth::procedure {

namespace {

void kept_by_every_text(const Subject& /*subject*/, const Space& /*space*/, Findings& /*findings*/) {}

Right right_16_append_only() {
    return {16,
            "Only acts change a state; what was done is never rewritten or hidden; each reading of a person's data is logged.",
            "You can read your own file, and who else has read it.",
            true,
            kept_by_every_text,
            {}};
}

Right right_23_lateness_is_seen_above() {
    return {23,
            "The next higher office holds a slip for every term and acts by itself when the answer does not come.",
            "If your office falls silent, the level above knows it without being told.",
            true,
            kept_by_every_text,
            {}};
}

}  // namespace

void Findings::add(int right, const Mark& mark, std::string message, std::vector<std::string> path) {
    const auto same = [&](const Violation& v) { return v.right == right && v.mark == mark && v.message == message; };
    if (std::ranges::none_of(all_, same)) all_.push_back({right, mark, std::move(message), std::move(path)});
}

const std::vector<Right>& all_rights() {
    static const std::vector<Right> k_rights = {right_01_appeal(),
                                                right_02_no_closing_against_the_resident(),
                                                right_03_deadlines_live(),
                                                right_04_nobody_in_own_cause(),
                                                right_05_forbidden_fields(),
                                                right_06_purpose_and_end(),
                                                right_07_pseudonym(),
                                                right_08_success(),
                                                right_09_every_intake_is_answered(),
                                                right_10_one_owner(),
                                                right_11_meetings_compute(),
                                                right_12_reasoned_acts(),
                                                right_13_heard_first(),
                                                right_14_consent_can_be_taken_back(),
                                                right_15_no_harm_by_machine_or_silence(),
                                                right_16_append_only(),
                                                right_17_a_way_without_a_screen(),
                                                right_18_money_in_two_hands(),
                                                right_19_floors_and_emergency(),
                                                right_20_seen_by_the_public(),
                                                right_21_entered_for_another(),
                                                right_22_no_list_of_persons(),
                                                right_23_lateness_is_seen_above(),
                                                right_24_no_bulk_harm()};
    return k_rights;
}

}  // namespace hearth::procedure
