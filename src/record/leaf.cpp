#include "record/leaf.hpp"

#include "record/act.hpp"
#include "record/disclosure.hpp"

namespace hearth::record {

namespace {

constexpr std::string_view k_before_digests = "{\"_sd\":[";
constexpr std::string_view k_before_date = "],\"_sd_alg\":\"sha-256\",\"date\":\"";
constexpr std::string_view k_before_id = "\",\"id\":\"";
constexpr std::string_view k_before_version = "\",\"v\":";
constexpr std::size_t k_id_chars = 22;
constexpr std::size_t k_date_chars = 10;

bool take(std::string_view& rest, std::string_view expected) {
    if (!rest.starts_with(expected)) return false;
    rest.remove_prefix(expected.size());
    return true;
}

constexpr std::array<bool, 256> base64url_table() {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

/// The next `count` characters if all are of the base64url alphabet; an empty view otherwise.
std::string_view take_base64url(std::string_view& rest, std::size_t count) {
    static constexpr auto k_table = base64url_table();
    if (rest.size() < count) return {};
    const std::string_view taken = rest.substr(0, count);
    bool all = true;
    for (const char c : taken) all &= k_table[static_cast<unsigned char>(c)];
    rest.remove_prefix(count);
    return all ? taken : std::string_view();
}

/// The digests up to the closing bracket; false unless they are sorted and distinct.
bool read_digests(std::string_view& rest, std::vector<std::string_view>& digests) {
    while (rest.starts_with('"')) {
        rest.remove_prefix(1);
        const std::string_view digest = take_base64url(rest, k_digest_chars);
        if (digest.empty() || (!digests.empty() && digests.back() >= digest) || !take(rest, "\"")) return false;
        digests.push_back(digest);
        if (!take(rest, ",")) return true;
    }
    return false;
}

}  // namespace

std::string write_leaf(const base::ActId& id, base::CivilDate date, const std::vector<std::string>& digests) {
    std::string leaf(k_before_digests);
    leaf.reserve(digests.size() * (k_digest_chars + 3) + 96);
    for (const std::string& digest : digests) {
        if (&digest != &digests.front()) leaf += ',';
        leaf.append("\"").append(digest).append("\"");
    }
    leaf.append(k_before_date).append(base::to_string(date));
    leaf.append(k_before_id).append(id.text);
    leaf.append(k_before_version).append(std::to_string(k_act_format)).append("}");
    return leaf;
}

base::Result<Leaf> parse_leaf(std::string_view text) {
    const base::Refusal refused{base::Reason::malformed, "record/leaf"};
    Leaf leaf;
    leaf.digests.reserve(k_digest_step);
    if (text.size() > k_entry_bytes_max || !take(text, k_before_digests)) return refused;
    if (!read_digests(text, leaf.digests) || !take(text, k_before_date)) return refused;
    const auto date = base::parse_date(text.substr(0, k_date_chars));
    if (!date) return refused;
    leaf.date = *date;
    text.remove_prefix(k_date_chars);
    if (!take(text, k_before_id)) return refused;
    leaf.id.text = take_base64url(text, k_id_chars);
    if (leaf.id.empty() || !take(text, k_before_version)) return refused;
    if (text != std::to_string(k_act_format) + "}") return refused;
    return leaf;
}

}  // namespace hearth::record
