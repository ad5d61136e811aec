#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "record/checkpoint.hpp"
#include "record/ed25519.hpp"
#include "record/growing_tree.hpp"
#include "record/receipt.hpp"
#include "record/store.hpp"
#include "record/tlog_proof.hpp"
#include "tests/support/sample_act.hpp"

namespace hearth::tests {

inline void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A record that grows by batches of sealed sample acts, as the clerk makes them.
class SampleRecord {
public:
    static constexpr const char* k_origin = "example.org/o/village";

    explicit SampleRecord(std::uint64_t seed = 1) : randomness_(seed) {}

    /// The next `count` acts as a batch for a store.
    record::Batch grow(std::size_t count) {
        record::Batch batch;
        batch.first = tree_.size();
        std::vector<base::Bytes32> hashes;
        for (std::size_t i = 0; i < count; ++i) {
            batch.entries.push_back(record::seal(sample_act(), randomness_));
            batch.matters.push_back({1});
            hashes.push_back(record::leaf_hash(batch.entries.back().leaf));
            entries.push_back(batch.entries.back());
        }
        tree_.append(hashes);
        batch.tiles = tree_.touched();
        batch.checkpoint = checkpoint();
        return batch;
    }

    std::string checkpoint() const { return record::sign_checkpoint({k_origin, tree_.size(), tree_.root(), {}}, signer); }
    record::VerifierKey key() const { return {k_origin, record::VerifierKey::Type::note, signer.public_key()}; }

    /// For an entry of the last batch.
    record::Receipt receipt(std::uint64_t index) const {
        const record::TlogProof proof{std::nullopt, index, tree_.inclusion_proof(index), checkpoint()};
        return {"NT-2026-0001", std::nullopt, key(), entries[index].leaf, {entries[index].frame}, to_string(proof)};
    }

    /// Adds to `folder` the files that are served after this batch: checkpoint, key, the tiles that it touched and their bundles.
    void write_served_files(const std::filesystem::path& folder, const record::Batch& batch) const {
        write_file(folder / "checkpoint", batch.checkpoint);
        write_file(folder / "verifier-key", key().text() + "\n");
        for (const record::Tile& tile : batch.tiles) {
            const record::TileName name{tile.level, tile.number, tile.hashes.size() / record::k_hash_bytes};
            write_file(folder / record::path_of(name), tile.hashes);
            if (tile.level == 0) write_file(folder / record::path_of({std::nullopt, name.number, name.width}), bundle(name));
        }
    }

    std::vector<record::Entry> entries;
    record::Ed25519Signer signer{base::Bytes32{42}};

private:
    std::string bundle(const record::TileName& name) const {
        std::vector<std::string_view> leaves;
        for (std::size_t i = 0; i < name.width; ++i) leaves.push_back(entries[name.number * record::k_tile_width + i].leaf);
        return record::encode_bundle(leaves);
    }

    CountingRandomness randomness_;
    record::GrowingTree tree_;
};

}  // namespace hearth::tests
