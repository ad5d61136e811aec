#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "record/store.hpp"

/// Batches in the shape of real ones, made of nothing but a number: enough for a store, which understands none of it.
namespace hearth::tests {

inline std::string sample_digest(std::uint64_t number) {
    std::string bytes(32, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>((number * 2654435761U + 97 * i) >> (i % 4 * 8));
    return bytes;
}

inline record::SealedField sample_field(const std::string& name, const std::string& words) {
    return {.name = name,
            .disclosure = base::base64url("[\"salt\",\"" + name + "\",\"" + words + "\"]"),
            .klass = "parties",
            .erase_at = std::nullopt,
            .keep = "5y closed"};
}

/// A leaf in its one spelling: an id, a day, eight sorted digests.
inline std::string sample_leaf(std::uint64_t index) {
    std::vector<std::string> digests;
    for (std::uint64_t i = 0; i < 8; ++i) digests.push_back(base::base64url(sample_digest(8 * index + i + 1)));
    std::ranges::sort(digests);
    std::string leaf = "{\"_sd\":[";
    for (const std::string& digest : digests) leaf.append(&digest == &digests.front() ? "\"" : ",\"").append(digest).append("\"");
    return leaf + "],\"_sd_alg\":\"sha-256\",\"date\":\"2026-11-24\",\"id\":\"" +
           base::base64url(sample_digest(index).substr(0, 16)) + "\",\"v\":1}";
}

inline record::Entry sample_entry(std::uint64_t index) {
    const std::string number = std::to_string(index);
    return {.leaf = sample_leaf(index),
            .frame = base::base64url("[\"salt\",\"frame\",{\"entry\":" + number + ",\"from\":\"submitted\",\"to\":\"accepted\"}]"),
            .content = {sample_field("request.words", "the lamp by house " + number + " is dark"),
                        sample_field("request.name", "Sarnai " + number)}};
}

/// `count` acts on the matters first + 1, first + 2, .., each with its view row, a figure, an outbox row and a command key.
inline record::Batch sample_batch(std::uint64_t first, std::uint64_t count) {
    record::Batch batch;
    batch.first = first;
    record::Tile tile{0, (first + count - 1) / 256, ""};
    for (std::uint64_t i = tile.number * 256; i < first + count; ++i) tile.hashes += sample_digest(i);
    for (std::uint64_t tile_before = first / 256; tile_before < tile.number; ++tile_before) {
        record::Tile full{0, tile_before, ""};
        for (std::uint64_t i = tile_before * 256; i < (tile_before + 1) * 256; ++i) full.hashes += sample_digest(i);
        batch.tiles.push_back(full);
    }
    batch.tiles.push_back(tile);
    for (std::uint64_t index = first; index < first + count; ++index) {
        const base::MatterId matter{static_cast<std::int64_t>(index + 1)};
        batch.entries.push_back(sample_entry(index));
        batch.matters.push_back(matter);
        batch.matter_rows.push_back({.id = matter,
                                     .code_digest = base::hex(sample_digest(1'000'000 + index)),
                                     .procedure = {"request"},
                                     .state = "submitted",
                                     .open = index % 2 == 0,
                                     .owner = {"village"},
                                     .due = base::Instant{1'000'000 + static_cast<std::int64_t>(index)},
                                     .opened_at = base::Instant{1000},
                                     .changed_at = base::Instant{2000},
                                     .folded = "{\"number\":" + std::to_string(matter.number) + "}"});
        batch.outbox.push_back({"notice", matter, index, "resident", "opened"});
        batch.keys.push_back({base::hex(sample_digest(2'000'000 + index)), base::hex(sample_digest(3'000'000 + index)), index, 1,
                              base::Instant{static_cast<std::int64_t>(index)}, "sealed " + std::to_string(index)});
    }
    batch.figures.push_back({"2026Q4/request/received", static_cast<std::int64_t>(count)});
    batch.checkpoint = "origin\n" + std::to_string(first + count) + "\n";
    batch.office_state = "{\"opened\":" + std::to_string(first + count) + "}";
    return batch;
}

}  // namespace hearth::tests
