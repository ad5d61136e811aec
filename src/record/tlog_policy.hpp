#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/note.hpp"

namespace hearth::record {

/// Whose keys the reader of a checkpoint trusts (C2SP tlog-policy): the logs, and how many of which witnesses must have cosigned.
class TlogPolicy {
public:
    /// A witness, or a group of names of which `threshold` must have witnessed.
    struct Party {
        std::string name;
        std::vector<std::size_t> members;  // places of parties on earlier lines; empty for a witness
        std::size_t threshold = 0;
        VerifierKey key;  // of a witness
    };

    /// Refused `malformed` record/policy with the line, and the word or name at fault as field.
    static base::Result<TlogPolicy> parse(std::string_view text);

    [[nodiscard]] const std::vector<VerifierKey>& logs() const { return logs_; }

    /// Keys of logs and witnesses, as verify_note takes them.
    [[nodiscard]] std::vector<VerifierKey> keys() const;

    /// Whether these signers make up the quorum.
    [[nodiscard]] bool is_quorate(std::span<const VerifierKey> signers) const;

    /// "none", or the name of the witness or group that is needed.
    [[nodiscard]] const std::string& quorum() const { return quorum_; }

private:
    friend class PolicyReader;

    std::vector<VerifierKey> logs_;
    std::vector<Party> parties_;
    std::string quorum_;
};

}  // namespace hearth::record
