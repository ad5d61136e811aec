#include "web/pages/figures.hpp"

#include <charconv>
#include <functional>
#include <map>

namespace hearth::web::pages {
namespace {

struct Key {
    int year = 0;
    int quarter = 0;
    std::string_view procedure;
    std::string_view what;
};

/// "2026Q4/request/received"
std::optional<Key> parse(std::string_view text) {
    Key key;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), key.year);
    const std::string_view rest = text.substr(static_cast<std::size_t>(at - text.data()));
    if (error != std::errc() || rest.size() < 3 || rest[0] != 'Q' || rest[1] < '1' || rest[1] > '4' || rest[2] != '/') return {};
    key.quarter = rest[1] - '0';
    const auto slash = rest.find('/', 3);
    if (slash == std::string_view::npos) return {};
    key.procedure = rest.substr(3, slash - 3);
    key.what = rest.substr(slash + 1);
    return key;
}

}  // namespace

ToldCount told(std::int64_t count, std::optional<std::int64_t> whole) {
    using enum ToldCount::Form;
    // Of five or fewer, any word about a part would tell the rest.
    if (whole && *whole <= k_smallest_told) return {hidden, 0};
    if (count < k_smallest_told) return {under, k_smallest_told};
    if (!whole) return {exact, count};
    const std::int64_t rest = *whole - count;
    if (rest >= k_smallest_told || rest <= -k_smallest_told) return {exact, count};
    // Nearly all: what is told is the same for every remainder under five.
    const std::int64_t least = *whole - (k_smallest_told - 1);
    return {at_least, least < k_smallest_told ? k_smallest_told : least};
}

std::vector<QuarterFigures> quarters(const std::vector<record::FigureDelta>& views, std::string_view procedure, std::size_t limit) {
    std::map<std::pair<int, int>, std::map<std::string_view, std::int64_t>, std::greater<>> counts;
    for (const record::FigureDelta& view : views) {
        const auto key = parse(view.key);
        if (key && key->procedure == procedure) counts[{key->year, key->quarter}][key->what] += view.add;
    }
    std::vector<QuarterFigures> figures;
    for (auto& [when, what] : counts) {
        if (figures.size() == limit) break;
        const std::int64_t answered = what["answered"];
        figures.push_back({when.first, when.second, told(what["received"]), told(answered, what["received"]),
                           told(what["time_kept"], answered), told(what["overturned"], answered),
                           told(what["confirmed"], answered)});
    }
    return figures;
}

}  // namespace hearth::web::pages
