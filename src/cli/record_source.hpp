#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "record/tiles.hpp"
#include "record/verifier.hpp"

namespace hearth::cli {

/// A record that is to be verified, wherever it lies. Reads only. A Fault when the place cannot be read at all; what is missing or
/// malformed in it is said in the answer.
class RecordSource {
public:
    /// Entries with the bytes and disclosures that they are views of: to be moved, never copied.
    struct Row {
        std::optional<base::Refusal> broken_off;  // why there are fewer entries than asked for, or more
        std::shared_ptr<const void> bytes;
        std::vector<record::KeptDisclosure> disclosures;
        std::vector<record::KeptEntry> entries;
    };

    virtual ~RecordSource() = default;
    virtual std::string checkpoint() = 0;
    /// The text of the verifier key that is given together with the record; empty when there is none.
    virtual std::string key() = 0;
    /// The entries of a bundle, as far as they can be read.
    virtual Row row(const record::TileName& name) = 0;
    virtual std::optional<std::string> tile(const record::TileName& name) = 0;
    /// Whether frames and content lie beside the leaves.
    [[nodiscard]] virtual bool has_disclosures() const = 0;
};

/// `place` is the address of a record ("https://host/o/office/record"), the folder of an office, or a folder of static tiles.
std::unique_ptr<RecordSource> open_record(const std::string& place);

/// Tiles and bundles as C2SP tlog-tiles serves them, below a folder or an address.
class ServedFiles {
public:
    virtual ~ServedFiles() = default;
    /// Nothing when there is no such file.
    virtual std::optional<std::string> get(const std::string& path) = 0;
};
std::unique_ptr<RecordSource> tiled_record(std::unique_ptr<ServedFiles> files);

/// Fetches over http and https; follows no more than three redirections; files are at most 17 MB.
std::unique_ptr<ServedFiles> files_below_address(const std::string& address);

}  // namespace hearth::cli
