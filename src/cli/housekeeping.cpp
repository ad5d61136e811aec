#include "cli/housekeeping.hpp"

#include <algorithm>
#include <set>

#include "base/bytes.hpp"
#include "record/disclosure.hpp"
#include "record/receipt.hpp"
#include "record/sha256.hpp"
#include "store/erasure_journal.hpp"
#include "store/files.hpp"
#include "store/paper_files.hpp"
#include "store/people_store.hpp"
#include "store/sign_in_store.hpp"
#include "store/subscription_store.hpp"

namespace hearth::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t k_daily_ms = 86'400'000;

/// Fields by the digest of their leaf; an empty name is every field.
using Erased = std::set<std::pair<std::string, std::string>>;

Erased erased_in(const fs::path& journal) {
    Erased erased;
    for (const store::JournalLine& line : store::read_erasures(journal)) erased.insert({line.leaf_digest, line.name});
    return erased;
}

/// Whether a file is a receipt that shows content which the record does not hold any more.
bool discloses(const std::string& text, const Erased& erased) {
    const auto receipt = record::parse_receipt(text);
    if (!receipt) return false;
    const std::string leaf = base::hex(base::view(record::sha256(receipt->leaf)));
    return std::ranges::any_of(receipt->disclosures, [&](const std::string& encoded) {
        const auto disclosed = record::open_disclosure(encoded);
        if (!disclosed || disclosed->name == "frame") return false;
        return erased.contains({leaf, disclosed->name}) || erased.contains({leaf, ""});
    });
}

void remove_receipts(const OfficePaths& paths) {
    const Erased erased = erased_in(paths.erasures());
    if (erased.empty() || !fs::exists(paths.receipts())) return;
    for (const auto& file : fs::directory_iterator(paths.receipts())) {
        if (file.is_regular_file() && discloses(store::read_file(file.path()), erased)) fs::remove(file.path());
    }
}

/// Nobody is kept for news of a matter that came to rest long ago.
void end_old_news(const OfficePaths& paths, record::Store& store, base::Instant now) {
    constexpr std::int64_t k_news_kept_ms = 90 * k_daily_ms;
    store::SubscriptionStore subscriptions(paths.people());
    std::vector<base::MatterId> wanted = subscriptions.matters();
    const auto by_feed = subscriptions.matters_with_feeds();
    wanted.insert(wanted.end(), by_feed.begin(), by_feed.end());
    for (const base::MatterId matter : wanted) {
        const auto row = store.matter(matter);
        if (!row || (!row->open && row->changed_at.ms < now.ms - k_news_kept_ms)) subscriptions.end_all(matter);
    }
}

}  // namespace

void keep_house(const OfficePaths& paths, record::Store& store, base::Instant now) {
    constexpr std::int64_t k_readings_kept_ms = 366 * 86'400'000LL;
    if (fs::exists(paths.people())) {
        store::PeopleStore people(paths.people());
        people.forget_readings_before({now.ms - k_readings_kept_ms});
        people.sign_in().forget_old_changes(now);
        end_old_news(paths, store, now);
    }
    store::PaperFiles(paths.papers()).sweep(store, now);
    remove_receipts(paths);
}

std::uintmax_t size_of_journal(const OfficePaths& paths) {
    std::error_code missing;
    return fs::exists(paths.erasures(), missing) ? fs::file_size(paths.erasures(), missing) : 0;
}

void Housekeeper::look(base::Instant now) {
    const std::uintmax_t erased = size_of_journal(paths_);
    const bool is_new_day = now.ms - kept_at_.ms >= k_daily_ms || now < kept_at_;
    if (!is_new_day && erased == erased_ && !is_again_) return;
    is_again_ = erased != erased_;
    keep_house(paths_, store_, now);
    kept_at_ = now;
    erased_ = erased;
}

}  // namespace hearth::cli
