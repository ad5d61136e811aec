#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/store.hpp"

/// Published counts of an office by quarter. No count under five is told, and none can be computed from the others: neither as a
/// number by itself nor as what remains when one number is taken from another.
namespace hearth::web::pages {

/// A count as it may be told.
struct ToldCount {
    enum class Form { exact, under, at_least, hidden } form = Form::under;
    std::int64_t number = 5;  // under 5, at least 48; 0 when hidden

    bool operator==(const ToldCount&) const = default;
};

inline constexpr std::int64_t k_smallest_told = 5;

/// `whole`: a count told beside it from which the remainder could be taken.
ToldCount told(std::int64_t count, std::optional<std::int64_t> whole = {});

struct QuarterFigures {
    int year = 0;
    int quarter = 0;
    ToldCount received, answered, kept, overturned, confirmed;
};

/// The quarters of one procedure in `views` ("2026Q4/request/received"), newest first, at most `limit`. There are no sums over
/// quarters, since they would tell the quarters left out.
std::vector<QuarterFigures> quarters(const std::vector<record::FigureDelta>& views, std::string_view procedure, std::size_t limit);

}  // namespace hearth::web::pages
