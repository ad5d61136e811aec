#include "record/tiles.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include "record/lines.hpp"

namespace hearth::record {

namespace {

constexpr std::string_view k_entries = "entries";

std::string three_digits(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return std::string(3 - digits.size(), '0') + digits;
}

/// "x001/x234/067" to 1234067; without its first group it would have another spelling, so "x000" cannot come first.
std::optional<std::uint64_t> parse_groups(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t group = 0;; ++group) {
        const bool more = text.starts_with('x');
        if (more) text.remove_prefix(1);
        const std::string_view digits = text.substr(0, 3);
        if (digits.size() < 3 || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
        if (more && group == 0 && digits == "000") return std::nullopt;
        const auto value = static_cast<unsigned>((digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0'));
        if (number > (UINT64_MAX - value) / 1000) return std::nullopt;
        number = number * 1000 + value;
        text.remove_prefix(3);
        if (!more) return text.empty() ? std::optional(number) : std::nullopt;
        if (!text.starts_with('/')) return std::nullopt;
        text.remove_prefix(1);
    }
}

base::Bytes32 hash_at(std::string_view hashes, std::size_t index) {
    base::Bytes32 hash;
    std::ranges::copy(hashes.substr(index * k_hash_bytes, k_hash_bytes), hash.begin());
    return hash;
}

/// Hashes a row of nodes into the row above; an odd last one is carried up.
void fold(std::vector<base::Bytes32>& row) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < row.size(); i += 2) row[count++] = node_hash(row[i], row[i + 1]);
    if (row.size() % 2 == 1) row[count++] = row.back();
    row.resize(count);
}

}  // namespace

std::string path_of(const TileName& name) {
    std::string groups = three_digits(name.number % 1000);
    for (std::uint64_t rest = name.number / 1000; rest != 0; rest /= 1000) groups = "x" + three_digits(rest % 1000) + "/" + groups;
    std::string path = "tile/" + (name.level ? std::to_string(*name.level) : std::string(k_entries)) + "/" + groups;
    if (name.width != k_tile_width) path += ".p/" + std::to_string(name.width);
    return path;
}

base::Result<TileName> parse_tile_path(std::string_view path) {
    const base::Refusal refused{base::Reason::malformed, "record/tile_path"};
    TileName name;
    if (!path.starts_with("tile/")) return refused;
    path.remove_prefix(5);
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return refused;
    if (const std::string_view level = path.substr(0, slash); level != k_entries) {
        const auto number = parse_decimal(level);
        if (!number || *number > 63) return refused;
        name.level = static_cast<int>(*number);
    }
    path.remove_prefix(slash + 1);
    if (const std::size_t partial = path.find(".p/"); partial != std::string_view::npos) {
        const auto width = parse_decimal(path.substr(partial + 3));
        if (!width || *width == 0 || *width >= k_tile_width) return refused;
        name.width = *width;
        path = path.substr(0, partial);
    }
    const auto number = parse_groups(path);
    if (!number) return refused;
    name.number = *number;
    return name;
}

std::size_t tile_width(int level, std::uint64_t number, std::uint64_t size) {
    if (level < 0 || level >= k_tile_levels || number > UINT64_MAX / k_tile_width) return 0;
    const std::uint64_t hashes = size >> (level * k_tile_height);
    const std::uint64_t first = number * k_tile_width;
    return hashes <= first ? 0 : static_cast<std::size_t>(std::min<std::uint64_t>(hashes - first, k_tile_width));
}

std::vector<TileName> edge_tiles(std::uint64_t size) {
    std::vector<TileName> names;
    for (int level = 0; level < k_tile_levels; ++level) {
        const std::uint64_t hashes = size >> (level * k_tile_height);
        if (hashes % k_tile_width != 0) names.push_back({level, hashes / k_tile_width, hashes % k_tile_width});
    }
    return names;
}

base::Bytes32 tile_root(std::string_view hashes) {
    if (hashes.size() < k_hash_bytes) return empty_root();
    std::vector<base::Bytes32> row(hashes.size() / k_hash_bytes);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = hash_at(hashes, i);
    while (row.size() > 1) fold(row);
    return row.front();
}

std::optional<base::Bytes32> node_in_tile(std::string_view hashes, int height, std::uint64_t index) {
    const std::size_t width = std::size_t{1} << height;
    if ((index + 1) * width * k_hash_bytes > hashes.size()) return std::nullopt;
    return tile_root(hashes.substr(static_cast<std::size_t>(index) * width * k_hash_bytes, width * k_hash_bytes));
}

std::string encode_bundle(std::span<const std::string_view> entries) {
    HEARTH_CHECK(entries.size() <= k_tile_width);
    std::string bundle;
    for (const std::string_view entry : entries) {
        HEARTH_CHECK(entry.size() <= 0xffff);
        bundle += static_cast<char>(entry.size() >> 8);
        bundle += static_cast<char>(entry.size() & 0xff);
        bundle += entry;
    }
    return bundle;
}

std::vector<std::string_view> whole_entries(std::string_view bundle, std::size_t width) {
    std::vector<std::string_view> entries;
    entries.reserve(width);
    while (entries.size() < width && bundle.size() >= 2) {
        const auto high = static_cast<unsigned char>(bundle[0]);
        const auto low = static_cast<unsigned char>(bundle[1]);
        const std::size_t length = std::size_t{high} << 8 | low;
        bundle.remove_prefix(2);
        if (bundle.size() < length) break;
        entries.push_back(bundle.substr(0, length));
        bundle.remove_prefix(length);
    }
    return entries;
}

base::Result<std::vector<std::string_view>> decode_bundle(std::string_view bundle, std::size_t width) {
    auto entries = whole_entries(bundle, width);
    std::size_t bytes = 0;
    for (const std::string_view entry : entries) bytes += 2 + entry.size();
    if (entries.size() == width && bytes == bundle.size()) return entries;
    return base::Refusal{base::Reason::malformed, "record/bundle", {}, std::to_string(entries.size())};
}

NodeReader nodes_of(TileReader tiles) {
    struct Kept {
        std::optional<std::uint64_t> number;
        std::string hashes;
    };
    // Shared, because a NodeReader is copied.
    auto kept = std::make_shared<std::array<Kept, k_tile_levels>>();
    return [tiles = std::move(tiles), kept](int height, std::uint64_t index) -> std::optional<base::Bytes32> {
        const int level = height / k_tile_height;
        const int within = height % k_tile_height;
        const std::uint64_t number = index >> (k_tile_height - within);
        Kept& last = (*kept)[static_cast<std::size_t>(level)];
        const std::uint64_t first = index & ((std::uint64_t{1} << (k_tile_height - within)) - 1);
        if (last.number == number) {
            if (auto node = node_in_tile(last.hashes, within, first)) return node;
        }
        auto hashes = tiles(level, number);
        if (!hashes) return std::nullopt;
        last = {number, *std::move(hashes)};
        return node_in_tile(last.hashes, within, first);
    };
}

}  // namespace hearth::record
