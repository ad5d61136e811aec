#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "people/subscription.hpp"

namespace hearth::store {

class Connection;

/// Where people want their news, by mail and by feed: tables of their own in the file of the people store, in no record and in no
/// backup, gone when they are ended. Which of them have had the mail of which outgoing notice is kept until that notice is done, so
/// that each gets one. Promise: what returned survives a power cut. Thread-safe: one at a time.
class SubscriptionStore {
public:
    explicit SubscriptionStore(const std::filesystem::path& file);
    ~SubscriptionStore();

    /// One for each party of a matter: a new address takes the place of the old one.
    void begin(const people::Subscription& subscription);
    void end(base::MatterId matter, const base::PartyId& party);
    /// False when there is no such subscription (any more).
    bool end(const std::string& token);
    std::optional<people::Subscription> of(base::MatterId matter, const base::PartyId& party);
    std::vector<people::Subscription> of(base::MatterId matter);
    /// Matters of which somebody wants news by mail.
    std::vector<base::MatterId> matters();
    /// Of everybody in this matter, mail and feeds: when its content is erased, or long after it came to rest.
    void end_all(base::MatterId matter);
    void note_bounce(const std::string& token, const std::string& words);
    /// Matters about which a mail came back.
    std::set<base::MatterId> bounced();
    /// Grows with everything done by this process that may change what `bounced` says.
    [[nodiscard]] std::uint64_t bounces_noted() const { return bounces_noted_.load(); }

    /// One for each party of a matter: with a new token the old one opens nothing any more.
    void begin_feed(const people::PrivateFeed& feed);
    void end_feed(base::MatterId matter, const base::PartyId& party);
    std::optional<people::PrivateFeed> feed(const std::string& token_digest);
    std::optional<people::PrivateFeed> feed_of(base::MatterId matter, const base::PartyId& party);
    std::vector<base::MatterId> matters_with_feeds();

    [[nodiscard]] bool was_sent(std::int64_t outbox_item, const std::string& token);
    void note_sent(std::int64_t outbox_item, const std::string& token);
    /// These are done: nobody will ask again who had them.
    void forget_items(const std::vector<std::int64_t>& outbox_items);

private:
    std::mutex mutex_;
    std::unique_ptr<Connection> connection_;  // guarded by mutex_
    std::atomic<std::uint64_t> bounces_noted_{0};
};

}  // namespace hearth::store
