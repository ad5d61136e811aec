#include "office/retention.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "procedure/calendar.hpp"

namespace hearth::office {

namespace {

using procedure::Unit;

constexpr std::array<std::pair<std::string_view, Unit>, 5> k_units = {
    {{"cd", Unit::calendar_days}, {"wd", Unit::working_days}, {"h", Unit::hours}, {"mo", Unit::months}, {"y", Unit::years}}};

base::Instant end_of(const procedure::Term& term, base::Instant start, const procedure::Ruleset& rules) {
    return procedure::due_date(term, start, rules.calendar(), rules.zone(), false).ends;
}

}  // namespace

void keep_until(const procedure::Keep& keep, base::Instant received, const procedure::Ruleset& rules, record::ContentField& field) {
    if (keep.from == procedure::KeepFrom::received) {
        field.erase_at = end_of(keep.term, received, rules);
        return;
    }
    for (const auto& [word, unit] : k_units) {
        if (unit == keep.term.unit) field.keep = std::to_string(keep.term.n) + std::string(word) + " closed";
    }
}

std::optional<base::Instant> retention_end(std::string_view keep, base::Instant closed, const procedure::Ruleset& rules) {
    procedure::Term term;
    const auto [rest, error] = std::from_chars(keep.data(), keep.data() + keep.size(), term.n);
    if (error != std::errc{} || !keep.ends_with(" closed")) return std::nullopt;
    const std::string_view unit(rest,
                                static_cast<std::size_t>(keep.data() + keep.size() - rest) - std::string_view(" closed").size());
    for (const auto& [word, known] : k_units) {
        if (word != unit) continue;
        term.unit = known;
        return end_of(term, closed, rules);
    }
    return std::nullopt;
}

}  // namespace hearth::office
