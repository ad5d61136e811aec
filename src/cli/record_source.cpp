#include "cli/record_source.hpp"

#include <fstream>
#include <sstream>

#include "base/fault.hpp"
#include "clerk/keys.hpp"
#include "store/record_reader.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* k_key_file = "verifier-key";

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::stringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

class FolderFiles final : public ServedFiles {
public:
    explicit FolderFiles(fs::path folder) : folder_(std::move(folder)) {}
    std::optional<std::string> get(const std::string& path) override { return read_file(folder_ / path); }

private:
    fs::path folder_;
};

RecordSource::Row row_of_bundle(std::string bytes, std::size_t width) {
    auto bundle = std::make_shared<const std::string>(std::move(bytes));
    RecordSource::Row row;
    if (const auto decoded = record::decode_bundle(*bundle, width); !decoded) row.broken_off = decoded.error();
    for (const std::string_view leaf : record::whole_entries(*bundle, width)) row.entries.push_back({leaf, {}});
    row.bytes = std::move(bundle);
    return row;
}

RecordSource::Row no_row(const record::TileName& name) {
    return {base::Refusal{base::Reason::not_found, "record/bundle", {}, record::path_of(name)}, nullptr, {}, {}};
}

class TiledRecord final : public RecordSource {
public:
    explicit TiledRecord(std::unique_ptr<ServedFiles> files) : files_(std::move(files)) {}

    std::string checkpoint() override {
        auto text = files_->get("checkpoint");
        if (!text) throw base::Fault("there is no checkpoint at this place");
        return *std::move(text);
    }
    std::string key() override { return first_line(files_->get(k_key_file).value_or("")); }

    Row row(const record::TileName& name) override {
        auto exact = files_->get(record::path_of(name));
        if (exact) return row_of_bundle(*std::move(exact), name.width);
        auto whole = files_->get(record::path_of(whole_of(name)));
        if (!whole) return no_row(name);
        Row row = row_of_bundle(*std::move(whole), record::k_tile_width);
        if (row.entries.size() > name.width) row.entries.resize(name.width);
        return row;
    }

    std::optional<std::string> tile(const record::TileName& name) override {
        auto exact = files_->get(record::path_of(name));
        return exact ? exact : files_->get(record::path_of(whole_of(name)));
    }

    [[nodiscard]] bool has_disclosures() const override { return false; }

private:
    /// A partial tile may be gone once the full one is there.
    static record::TileName whole_of(record::TileName name) {
        name.width = record::k_tile_width;
        return name;
    }

    std::unique_ptr<ServedFiles> files_;
};

/// The folder of an office: its database, read beside whoever serves it.
class OfficeRecord final : public RecordSource {
public:
    explicit OfficeRecord(fs::path folder) : folder_(std::move(folder)), reader_(folder_ / "office.db") {}

    std::string checkpoint() override {
        std::string text = reader_.checkpoint();
        if (text.empty()) throw base::Fault("this office has no act yet");
        return text;
    }

    /// Of the office's own signing key; of a copy without its keys, the file that tiles have as well.
    std::string key() override {
        const fs::path secret = folder_ / "keys" / "signing.key";
        const auto read = record::read_checkpoint(checkpoint());
        if (!read || !fs::exists(secret)) return first_line(read_file(folder_ / k_key_file).value_or(""));
        const clerk::SigningKey key(clerk::read_key_file(secret, clerk::k_signing_kind));
        return record::VerifierKey{read->checkpoint.origin, record::VerifierKey::Type::note, key.public_key()}.text();
    }

    Row row(const record::TileName& name) override {
        const std::uint64_t first = name.number * record::k_tile_width;
        auto stored = read(first, name.width);
        std::size_t count = 0;
        while (count < stored.size() && stored[count].index == first + count) ++count;
        if (count == name.width) return row_of(std::move(stored));
        stored.resize(count);
        Row row = row_of(std::move(stored));
        row.broken_off = base::Refusal{base::Reason::not_found, "record/bundle"};
        return row;
    }

    std::optional<std::string> tile(const record::TileName& name) override { return reader_.tile(*name.level, name.number); }

    [[nodiscard]] bool has_disclosures() const override { return true; }

private:
    /// Where pages of the file are damaged, what lies before them, one entry after the other.
    std::vector<record::StoredEntry> read(std::uint64_t first, std::size_t count) {
        std::vector<record::StoredEntry> entries;
        try {
            return reader_.entries(first, count);
        } catch (const store::DatabaseFault& fault) {
            if (!fault.is_damage()) throw;
            if (count == 1) return {};
        }
        for (std::size_t i = 0; i < count; ++i) {
            auto one = read(first + i, 1);
            if (one.empty()) break;
            entries.push_back(std::move(one.front()));
        }
        return entries;
    }

    static Row row_of(std::vector<record::StoredEntry> entries) {
        const auto stored = std::make_shared<const std::vector<record::StoredEntry>>(std::move(entries));
        Row row;
        std::size_t count = 0;
        for (const record::StoredEntry& entry : *stored) count += 1 + entry.content.size();
        row.disclosures.reserve(count);  // the entries hold views of it
        row.entries.reserve(stored->size());
        for (const record::StoredEntry& entry : *stored) {
            const std::size_t first = row.disclosures.size();
            if (!entry.frame.empty()) row.disclosures.push_back({entry.frame, "frame"});
            for (const record::SealedField& field : entry.content) row.disclosures.push_back({field.disclosure, field.name});
            row.entries.push_back({entry.leaf, std::span(row.disclosures).subspan(first)});
        }
        row.bytes = stored;
        return row;
    }

    fs::path folder_;
    store::RecordReader reader_;
};

}  // namespace

std::unique_ptr<RecordSource> tiled_record(std::unique_ptr<ServedFiles> files) {
    return std::make_unique<TiledRecord>(std::move(files));
}

std::unique_ptr<RecordSource> open_record(const std::string& place) {
    if (place.starts_with("http://") || place.starts_with("https://")) return tiled_record(files_below_address(place));
    const fs::path folder = place;
    if (fs::exists(folder / "office.db")) return std::make_unique<OfficeRecord>(folder);
    if (fs::exists(folder / "checkpoint")) return tiled_record(std::make_unique<FolderFiles>(folder));
    throw base::Fault(place + ": neither the folder of an office (office.db) nor a folder of tiles (checkpoint)");
}

}  // namespace hearth::cli
