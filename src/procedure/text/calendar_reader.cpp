#include "procedure/text/calendar_reader.hpp"

#include <algorithm>
#include <charconv>

#include "procedure/text/scope.hpp"

namespace hearth::procedure::text {

namespace {

constexpr std::string_view k_weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::set<std::string> read_days(Keys& keys, std::string_view key, const std::string& year) {
    std::set<std::string> days;
    const YamlNode* node = keys.maybe(key);
    if (node == nullptr) return days;
    for_each_item(*node, keys.what(), keys.reading(), [&](const YamlNode& item) {
        const bool exists = item.text.size() == 5 && base::parse_date(year + "-" + item.text).has_value();
        if (!exists)
            keys.reading().error(item.mark, "\"" + item.text + "\" is no day of " + year + "; days are written MM-DD");
        else if (!days.insert(item.text).second)
            keys.reading().error(item.mark, item.text + " stands here twice");
    });
    return days;
}

Calendar::Year read_year(const YamlNode& key, const YamlNode& value, Reading& reading) {
    Keys keys(value, "year " + key.text, reading);
    Calendar::Year year{read_days(keys, "off", key.text), read_days(keys, "work", key.text)};
    for (const std::string& day : year.work) {
        if (year.off.contains(day)) reading.error(value.mark, day + " of " + key.text + " cannot be both off and worked");
    }
    keys.refuse_others();
    return year;
}

/// "+08:00" as seconds.
std::optional<std::int32_t> parse_offset(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const auto instant = base::parse_rfc3339("2000-01-01T00:00:00" + std::string(text));
    if (!instant) return std::nullopt;
    return static_cast<std::int32_t>((base::parse_rfc3339("2000-01-01T00:00:00Z")->ms - instant->ms) / 1000);
}

}  // namespace

Calendar read_calendar(const YamlNode& root, Reading& reading) {
    Keys keys(root, "the calendar", reading);
    Calendar calendar;
    calendar.id = need_text(keys, "calendar");
    if (const YamlNode* node = keys.need("version")) calendar.version = read_integer(*node, 1, "version", reading);
    for (const std::string& day : maybe_words(keys, "weekend", Words(std::begin(k_weekdays), std::end(k_weekdays)))) {
        calendar.weekend.insert(static_cast<int>(std::ranges::find(k_weekdays, day) - std::begin(k_weekdays)) + 1);
    }
    if (keys.need("weekend") != nullptr && calendar.weekend.size() == 7) reading.error(root.mark, "no day of the week is worked");
    const YamlNode* years = keys.need("years");
    if (years != nullptr && years->kind != YamlNode::Kind::map) reading.error(years->mark, "years must be a map");
    if (years != nullptr) {
        for (const auto& [key, value] : years->entries) {
            int year = 0;
            (void)std::from_chars(key.text.data(), key.text.data() + key.text.size(), year);
            if (key.text.size() != 4 || year < 1900)
                reading.error(key.mark, "\"" + key.text + "\" is no year");
            else
                calendar.years[year] = read_year(key, value, reading);
        }
    }
    keys.refuse_others();
    return calendar;
}

ZoneRules read_zone(const YamlNode& root, Reading& reading) {
    Keys keys(root, "the zone rules", reading);
    ZoneRules zone;
    zone.name = need_text(keys, "zone_rules");
    if (const YamlNode* node = keys.need("version")) zone.version = std::to_string(read_integer(*node, 1, "version", reading));
    const YamlNode* offsets = keys.need("offsets");
    if (offsets != nullptr) {
        for_each_item(*offsets, "offsets", reading, [&](const YamlNode& item) {
            Keys entry(item, "an offset", reading);
            const auto from = base::parse_rfc3339(need_text(entry, "from"));
            const auto offset = parse_offset(need_text(entry, "offset"));
            entry.refuse_others();
            if (!from)
                reading.error(item.mark, "from must be an instant like '2015-03-08T07:00:00Z'");
            else if (!offset)
                reading.error(item.mark, "offset must be like '+08:00'");
            else if (!zone.offsets_s.empty() && *from <= zone.offsets_s.back().first)
                reading.error(item.mark, "offsets must ascend");
            else
                zone.offsets_s.emplace_back(*from, *offset);
        });
        if (zone.offsets_s.empty()) reading.error(offsets->mark, "offsets is empty");
    }
    keys.refuse_others();
    return zone;
}

}  // namespace hearth::procedure::text
