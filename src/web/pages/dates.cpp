#include "web/pages/dates.hpp"

#include <unicode/smpdtfmt.h>

#include <chrono>

#include "base/check.hpp"

namespace hearth::web::pages {
namespace {

constexpr std::int64_t k_day_ms = 86'400'000;

double icu_time(base::CivilDate date, std::int32_t ms_of_day) {
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return static_cast<double>(days * k_day_ms + ms_of_day);
}

}  // namespace

/// ICU's formats only read in `format`, so threads may share them.
struct Dates::Formats {
    icu::Locale locale;
    icu::SimpleDateFormat day, moment, month, weekday, quarter;
};

namespace {

icu::SimpleDateFormat format_of(const Catalogue& catalogue, const icu::Locale& locale, const char* id) {
    UErrorCode error = U_ZERO_ERROR;
    icu::SimpleDateFormat format(icu::UnicodeString::fromUTF8(catalogue(id)), locale, error);
    HEARTH_CHECK(U_SUCCESS(error));
    format.setTimeZone(*icu::TimeZone::getGMT());
    return format;
}

std::string text(const icu::SimpleDateFormat& format, double when) {
    icu::UnicodeString words;
    std::string utf8;
    return format.format(when, words).toUTF8String(utf8);
}

}  // namespace

Dates::Dates(const Catalogue& catalogue) {
    const icu::Locale locale(catalogue.language() == k_chinese ? "zh_Hans_CN" : "en_GB");
    const auto format = [&](const char* id) { return format_of(catalogue, locale, id); };
    formats_ = std::make_unique<Formats>(Formats{locale, format("date.day"), format("date.moment"), format("date.month"),
                                                 format("date.weekday"), format("date.quarter")});
}

Dates::~Dates() = default;
Dates::Dates(Dates&&) noexcept = default;

std::string Dates::day(base::CivilDate date) const { return text(formats_->day, icu_time(date, 0)); }
std::string Dates::moment(const base::CivilTime& at) const { return text(formats_->moment, icu_time(at.date, at.ms_of_day)); }
std::string Dates::month(base::CivilDate date) const { return text(formats_->month, icu_time(date, 0)); }
std::string Dates::weekday(base::CivilDate date) const { return text(formats_->weekday, icu_time(date, 0)); }

std::string Dates::quarter(int year, int quarter) const {
    constexpr int k_months = 3;
    const auto month = std::chrono::month(static_cast<unsigned>((quarter - 1) * k_months + 1));
    return text(formats_->quarter, icu_time(std::chrono::year(year) / month / 1, 0));
}

}  // namespace hearth::web::pages
