#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/bytes.hpp"

namespace hearth::cli {

/// What this verifier saw of each record the last time it proved it: a file of JSON, {"<origin>": {"key","root","size"}}. A record
/// that is later shorter, or begins otherwise, has been rewritten.
class CheckpointMemory {
public:
    struct Seen {
        std::uint64_t size = 0;
        base::Bytes32 root{};
        std::string key;  // verifier key, as text

        bool operator==(const Seen&) const = default;
    };

    /// Reads the file; one that does not exist remembers nothing. A Fault when it is damaged: it would hide a rewritten record.
    explicit CheckpointMemory(std::filesystem::path file);

    [[nodiscard]] std::optional<Seen> seen(const std::string& origin) const;
    /// Replaces the file by rename.
    void remember(const std::string& origin, const Seen& seen);

    /// $XDG_STATE_HOME/hearth/seen.json, or below ~/.local/state.
    static std::filesystem::path usual_file();

private:
    std::filesystem::path file_;
    std::map<std::string, Seen> seen_;
};

}  // namespace hearth::cli
