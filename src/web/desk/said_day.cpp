#include "web/desk/said_day.hpp"

#include <chrono>

#include <fmt/format.h>

#include "web/pages/dictionary.hpp"

namespace hearth::web::desk {
namespace {

using base::Reason;
using base::Refusal;
using forms::text_of;

constexpr const char* k_rule = "web/said_day";
constexpr const char* k_year = "said.year";
constexpr const char* k_month = "said.month";
constexpr const char* k_day = "said.day";

}  // namespace

base::Result<std::optional<base::Instant>> said_day(const forms::Posted& posted, const procedure::Ruleset& rules,
                                                    base::Instant now) {
    const std::string year = text_of(posted, k_year);
    const std::string month = text_of(posted, k_month);
    const std::string day = text_of(posted, k_day);
    if (year.empty() && month.empty() && day.empty()) return std::optional<base::Instant>();
    const auto date = base::parse_date(fmt::format("{:0>4}-{:0>2}-{:0>2}", year, month, day));
    if (!date) return Refusal{Reason::malformed, k_rule};
    const auto ago = std::chrono::sys_days(rules.zone().date(now)) - std::chrono::sys_days(*date);
    if (ago.count() < 0 || ago.count() > k_said_days_max)
        return Refusal{Reason::out_of_time, k_rule, {}, std::to_string(k_said_days_max)};
    return std::optional(rules.zone().instant_of({*date, 0}));
}

void fill_said_day(ctemplate::TemplateDictionary& values, const forms::Posted& posted) {
    values.SetValue("SAID_YEAR", text_of(posted, k_year));
    values.SetValue("SAID_MONTH", text_of(posted, k_month));
    values.SetValue("SAID_DAY", text_of(posted, k_day));
}

}  // namespace hearth::web::desk
