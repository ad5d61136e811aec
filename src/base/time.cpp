#include "base/time.hpp"

#include <cstdio>
#include <optional>

namespace hearth::base {

namespace {

constexpr std::int64_t k_day_ms = 86'400'000;
constexpr Instant k_first{-719'528 * k_day_ms};      // 0000-01-01T00:00:00Z
constexpr Instant k_last{2'932'897 * k_day_ms - 1};  // 9999-12-31T23:59:59.999Z

/// Exactly `digits` decimal digits at the front of `text`, which is shortened by them.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<CivilDate> take_date(std::string_view& text) {
    const auto y = take_number(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d) return std::nullopt;
    const CivilDate date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                         std::chrono::day(static_cast<unsigned>(*d))};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<int> take_fraction_ms(std::string_view& text) {
    if (!take(text, '.')) return 0;
    int ms = 0;
    int digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        if (digits < 3) ms = ms * 10 + (text.front() - '0');
        ++digits;
        text.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
    for (int i = digits; i < 3; ++i) ms *= 10;
    return ms;
}

std::optional<int> take_offset_s(std::string_view& text) {
    if (take(text, 'Z') || take(text, 'z')) return 0;
    const int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
    if (sign == 0) return std::nullopt;
    const auto h = take_number(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || *m > 59) return std::nullopt;
    return sign * (*h * 3600 + *m * 60);
}

std::optional<Instant> parse_instant(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !(take(text, 'T') || take(text, 't') || take(text, ' '))) return std::nullopt;
    const auto h = take_number(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || *m > 59 || !take(text, ':')) return std::nullopt;
    const auto s = take_number(text, 2);
    if (!s || *s > 60) return std::nullopt;
    const auto fraction = take_fraction_ms(text);
    if (!fraction) return std::nullopt;
    const auto offset = take_offset_s(text);
    if (!offset || !text.empty()) return std::nullopt;
    const Instant instant = instant_of({*date, ((*h * 60 + *m) * 60 + *s) * 1000 + *fraction}, *offset);
    // An offset or a leap second can lead out of the years that the text of an instant can write.
    if (instant < k_first || instant > k_last) return std::nullopt;
    return instant;
}

}  // namespace

std::string to_string(CivilDate date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text;
}

Result<CivilDate> parse_date(std::string_view text) {
    const auto date = take_date(text);
    if (!date || !text.empty()) return Refusal{Reason::malformed, "base/date"};
    return *date;
}

std::string to_rfc3339(Instant instant) {
    const CivilTime time = civil_time(instant, 0);
    const int s = time.ms_of_day / 1000;
    const int ms = time.ms_of_day % 1000;
    char text[40];
    if (ms == 0) {
        std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", s / 3600, s / 60 % 60, s % 60);
    } else {
        std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", s / 3600, s / 60 % 60, s % 60, ms);
    }
    return to_string(time.date) + text;
}

Result<Instant> parse_rfc3339(std::string_view text) {
    const auto instant = parse_instant(text);
    if (!instant) return Refusal{Reason::malformed, "base/instant"};
    return *instant;
}

CivilTime civil_time(Instant instant, std::int32_t offset_s) {
    const std::int64_t local = instant.ms + std::int64_t{offset_s} * 1000;
    std::int64_t day = local / k_day_ms;
    std::int64_t rest = local % k_day_ms;
    if (rest < 0) {
        rest += k_day_ms;
        --day;
    }
    return {CivilDate{std::chrono::sys_days{std::chrono::days{day}}}, static_cast<std::int32_t>(rest)};
}

Instant instant_of(CivilTime time, std::int32_t offset_s) {
    const auto day = std::chrono::sys_days{time.date}.time_since_epoch().count();
    return {std::int64_t{day} * k_day_ms + time.ms_of_day - std::int64_t{offset_s} * 1000};
}

}  // namespace hearth::base
