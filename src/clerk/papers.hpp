#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "clerk/clerk.hpp"

/// Papers that people hand in with an act: letters, scans, photos, voice notes. Each lies encrypted in a file beside the record,
/// written and synced before the act that names it; in the act stands a salted disclosure of name, size and digest
/// (docs/formats/paper.md).
namespace hearth::clerk {

inline constexpr std::size_t k_paper_bytes_max = 5UL * 1024 * 1024;
inline constexpr std::size_t k_papers_max = 5;  // with one act

/// A paper as somebody hands it in. The bytes belong to whoever does.
struct Paper {
    std::string field;  // of the act's form
    std::string name;   // of the file
    std::string_view bytes;
};

/// A paper as a field of content names it.
struct KeptPaper {
    std::string file;    // hex digest of the ciphertext: the name of its file
    std::string digest;  // hex SHA-256 of what was kept
    std::string name;
    std::uint64_t bytes = 0;
};

/// What it is by its bytes alone: "application/pdf", "image/jpeg", "image/png", "audio/wav", "text/plain; charset=utf-8"; empty:
/// none of these, and then it is not taken.
std::string_view media_type(std::string_view bytes);

/// What is kept of a paper: all of it, of a picture all that draws it, of a voice note its voice. Refused `malformed` paper/empty,
/// paper/kind, paper/picture, paper/sound, `limit_exceeded` paper/too_large.
base::Result<std::string> kept_of(std::string_view bytes);

/// Writes and syncs; gives digest and key of the ciphertext.
using KeepPaper = std::function<record::PaperKey(std::string_view bytes)>;

/// Adds papers to a command, which is then to be submitted with this ticket. Nothing is written unless all of them may be taken.
/// Refused as `kept_of` says, and `malformed` paper/field (no field for papers, or one that is filled already), paper/name,
/// paper/photo (no picture), `limit_exceeded` paper/too_many; the field is the place. `version` is
/// that of the matter's procedure; 0: today's.
base::Result<base::Done> add_papers(office::Command& command, Ticket& ticket, const std::vector<Paper>& papers,
                                    const procedure::Ruleset& rules, const KeepPaper& keep, int version = 0);

/// The papers that a value of content names; none in a value of any other kind.
std::vector<KeptPaper> papers_in(const base::Json& value);

/// Whether the command names exactly the papers of its ticket. Refused `malformed` clerk/paper_not_kept.
base::Result<base::Done> check_papers(const office::Command& command, const std::vector<record::PaperKey>& kept,
                                      const procedure::Ruleset& rules, int version = 0);

}  // namespace hearth::clerk
