#include "store/paper_files.hpp"

#include <sodium.h>

#include <algorithm>
#include <chrono>

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "record/sha256.hpp"
#include "store/files.hpp"

namespace hearth::store {
namespace {

constexpr std::int64_t k_orphan_age_ms = 86'400'000;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string digest_of(std::string_view bytes) { return base::hex(base::view(record::sha256(bytes))); }

/// When a file was written, on the wall clock that `Instant` counts.
base::Instant written_at(const std::filesystem::path& file) {
    const auto at = std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file));
    return {std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count()};
}

}  // namespace

PaperFiles::PaperFiles(std::filesystem::path folder) : folder_(std::move(folder)) { HEARTH_CHECK(sodium_init() >= 0); }

SealedPaper PaperFiles::keep(std::string_view bytes) const {
    SealedPaper paper;
    paper.key.resize(crypto_secretbox_KEYBYTES);
    randombytes_buf(paper.key.data(), paper.key.size());
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + bytes.size(), '\0');
    randombytes_buf(sealed.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(bytes_of(sealed) + crypto_secretbox_NONCEBYTES, bytes_of(bytes), bytes.size(), bytes_of(sealed),
                          bytes_of(paper.key));
    paper.digest = digest_of(sealed);
    std::filesystem::create_directories(folder_);
    replace_synced(file_of(paper.digest), sealed);
    return paper;
}

base::Result<std::string> PaperFiles::read(const record::PaperKey& paper) const {
    if (!std::filesystem::exists(file_of(paper.digest))) return base::Refusal{base::Reason::not_found, "paper/file"};
    if (paper.key.empty()) return base::Refusal{base::Reason::not_permitted, "paper/sealed", {}, paper.digest};
    const base::Refusal changed{base::Reason::malformed, "paper/changed", {}, paper.digest};
    const std::string sealed = read_file(file_of(paper.digest));
    constexpr std::size_t extra = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() < extra || digest_of(sealed) != paper.digest || paper.key.size() != crypto_secretbox_KEYBYTES) return changed;
    std::string bytes(sealed.size() - extra, '\0');
    if (crypto_secretbox_open_easy(bytes_of(bytes), bytes_of(sealed) + crypto_secretbox_NONCEBYTES,
                                   sealed.size() - crypto_secretbox_NONCEBYTES, bytes_of(sealed), bytes_of(paper.key)) != 0) {
        return changed;
    }
    return bytes;
}

void PaperFiles::discard(const std::string& digest) const { std::filesystem::remove(file_of(digest)); }

std::size_t PaperFiles::sweep(record::Store& store, base::Instant now) const {
    if (!std::filesystem::exists(folder_)) return 0;
    const auto kept = store.paper_digests();
    const auto dropped = store.dropped_papers();
    std::size_t removed = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
        const std::string name = file.path().filename();
        const bool is_orphan = !std::ranges::binary_search(kept, name) && now.ms - written_at(file.path()).ms > k_orphan_age_ms;
        if (std::ranges::binary_search(dropped, name) || is_orphan) removed += std::filesystem::remove(file.path()) ? 1 : 0;
    }
    if (removed > 0) sync_folder(folder_);
    return removed;
}

}  // namespace hearth::store
