#include "cli/demo/plans.hpp"

#include <algorithm>

namespace hearth::cli::demo {

std::span<const Plan> plans() {
    static const std::vector<Plan> k_plans = {
        {"received", 0, {}},
        {"received", 6, {}},
        {"door_heard", 5, {{3, "announce"}}},
        {"door_deciding", 9, {{2, "announce"}, {4, "answer_door"}}},
        {"late_door", 18, {}},
        {"door_above", 36, {}},
        {"not_accepted", 20, {{2, "announce"}, {4, "answer_door"}, {6, "not_accept"}}},
        {"accepted", 12, {{2, "accept"}}},
        {"accepted", 41, {{3, "accept"}}},
        {"heard", 22, {{2, "accept"}, {20, "intend"}}},
        {"deciding", 30, {{2, "accept"}, {20, "intend"}, {22, "speak"}}},
        {"late", 67, {{2, "accept"}}},
        {"heard_late", 68, {{2, "accept"}, {66, "intend_late"}}},
        {"deciding_late", 70, {{2, "accept"}, {66, "intend_late"}, {67, "speak_late"}}},
        {"late_above", 92, {{2, "accept"}}},
        {"answered", 24, {{2, "accept"}, {15, "support"}}},
        {"answered", 33, {{2, "accept"}, {12, "intend"}, {14, "speak"}, {20, "decline", "explained"}}},
        {"reminded", 55, {{2, "accept"}, {10, "support"}}},
        {"review", 35, {{2, "accept"}, {15, "support"}, {20, "contest"}}},
        {"review_late", 56, {{2, "accept"}, {15, "support"}, {20, "contest"}}},
        {"review_above", 82, {{2, "accept"}, {15, "support"}, {20, "contest"}}},
        {"reviewed",
         45,
         {{2, "accept"}, {12, "intend"}, {14, "speak"}, {18, "decline", "explained"}, {20, "contest"}, {30, "correct"}}},
        {"reminded_again", 72, {{2, "accept"}, {15, "support"}, {20, "contest"}, {30, "correct"}}},
        {"re_review", 50, {{2, "accept"}, {15, "support"}, {20, "contest"}, {30, "correct"}, {35, "ask_re_review"}}},
        {"re_review_late", 80, {{2, "accept"}, {15, "support"}, {20, "contest"}, {30, "correct"}, {35, "ask_re_review"}}},
        {"accepted", 60, {{2, "accept"}, {15, "support"}, {20, "contest"}, {40, "annul"}}},
        {"closed", 40, {{2, "accept"}, {10, "support"}, {14, "confirm"}}},
        {"closed", 100, {{4, "accept"}, {50, "support"}, {70, "confirm"}}},
        {"withdrawn", 15, {{5, "withdraw"}}},
        {"dormant", 95, {{2, "accept"}, {10, "support"}, {75, "rest"}}},
        {"dormant_again", 110, {{2, "accept"}, {10, "support"}, {20, "contest"}, {25, "correct"}, {90, "rest_again"}}},
        {"concluded",
         88,
         {{2, "accept"},
          {10, "intend"},
          {12, "speak"},
          {15, "decline", "explained"},
          {20, "contest"},
          {30, "uphold", "explained"},
          {35, "ask_re_review"},
          {50, "re_uphold", "explained"}}},
        {"received", 70, {{2, "accept"}, {10, "support"}, {14, "confirm"}, {62, "reopen"}}},
    };
    return k_plans;
}

int longest_age_days() { return std::ranges::max_element(plans(), {}, &Plan::age_days)->age_days; }

}  // namespace hearth::cli::demo
