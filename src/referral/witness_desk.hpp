#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/effects.hpp"
#include "record/note.hpp"
#include "record/store.hpp"
#include "record/witness_rules.hpp"

namespace hearth::referral {

/// Where this office cosigns the checkpoints of other logs (C2SP tlog-witness). What it has once cosigned is kept in its store
/// before the answer leaves, so that it never cosigns two histories of one log. Any thread.
class WitnessDesk {
public:
    /// `name` and `key` sign cosignatures and nothing else. `log_keys` are the logs this office was told to watch. All outlive
    /// the desk.
    WitnessDesk(record::Store& store, const base::Signer& key, const base::Clock& clock, std::string name,
                std::vector<record::VerifierKey> log_keys);

    struct Answer {
        record::WitnessAnswer verdict = record::WitnessAnswer::malformed;
        std::string lines;       // accepted: our signature line
        std::uint64_t size = 0;  // other_old_size: what was last cosigned
    };
    Answer add_checkpoint(std::string_view body);

    /// The last checkpoint cosigned for the origin whose SHA-256 this is in hex.
    [[nodiscard]] std::optional<std::string> last_checkpoint(std::string_view origin_hex);
    [[nodiscard]] record::VerifierKey verifier_key() const;

private:
    Answer cosign(const record::AddCheckpoint& request, std::uint64_t old_size);

    record::Store& store_;
    const base::Signer& key_;
    const base::Clock& clock_;
    std::string name_;
    std::vector<record::VerifierKey> log_keys_;
};

}  // namespace hearth::referral
