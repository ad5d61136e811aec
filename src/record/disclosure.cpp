#include "record/disclosure.hpp"

#include <algorithm>
#include <optional>

#include "record/sha256.hpp"

namespace hearth::record {

namespace {

base::Refusal refuse(std::string rule, std::string detail = {}) {
    return {base::Reason::malformed, std::move(rule), {}, std::move(detail)};
}

/// Index of the first text that came before, if any.
template <class Text>
std::optional<std::size_t> first_twice(const std::vector<Text>& texts) {
    std::vector<std::pair<Text, std::size_t>> sorted;
    sorted.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) sorted.emplace_back(texts[i], i);
    std::ranges::sort(sorted);
    std::optional<std::size_t> first;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i].first == sorted[i - 1].first) first = std::min(first.value_or(sorted[i].second), sorted[i].second);
    }
    return first;
}

}  // namespace

std::string digest_of(std::string_view disclosure) { return base::base64url(base::view(sha256(disclosure))); }

std::string encode_disclosure(std::string_view salt, std::string_view name, std::string_view value_json) {
    std::string claim = "[\"";
    claim.reserve(salt.size() + name.size() + value_json.size() + 8);
    claim.append(salt).append("\",\"").append(name).append("\",").append(value_json).append("]");
    return base::base64url(claim);
}

base::Result<Disclosed> open_disclosure(std::string_view disclosure) {
    const auto refused = refuse("record/disclosure");
    const auto claim = base::from_base64url(disclosure);
    if (!claim) return refused;
    auto parsed = base::parse_json(*claim);
    if (!parsed || !parsed->is_array() || parsed->size() != 3) return refused;
    base::Json& parts = *parsed;
    if (!parts[0].is_string() || !parts[1].is_string()) return refused;
    auto name = parts[1].get<std::string>();
    if (name == "_sd" || name == "...") return refused;
    return Disclosed{std::move(name), std::move(parts[2])};
}

base::Result<base::Done> check_disclosures(const std::vector<std::string_view>& digests,
                                           const std::vector<std::string_view>& disclosures) {
    if (const auto twice = first_twice(digests)) return refuse("record/digest_twice", std::to_string(*twice));
    if (const auto twice = first_twice(disclosures)) return refuse("record/disclosure_twice", std::to_string(*twice));
    for (std::size_t i = 0; i < disclosures.size(); ++i) {
        const std::string digest = digest_of(disclosures[i]);
        if (std::ranges::find(digests, digest) == digests.end()) return refuse("record/disclosure_unknown", std::to_string(i));
    }
    return base::Done{};
}

}  // namespace hearth::record
