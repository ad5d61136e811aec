#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "notice/mail.hpp"
#include "people/subscription.hpp"
#include "record/store.hpp"

namespace hearth::notice {

/// Who wants news, and who has had which: `cli` joins it with a store.
struct Readers {
    std::function<std::vector<base::MatterId>()> wanted;  // matters of which anybody wants news
    std::function<std::vector<people::Subscription>(const record::OutboxRow&)> of;
    std::function<bool(std::int64_t item, const std::string& token)> was_sent;
    std::function<void(std::int64_t item, const std::string& token)> note_sent;
    std::function<void(const std::string& token, const std::string& words)> note_bounce;
    std::function<void(const std::vector<std::int64_t>& items)> forget_items;
};

/// Takes the notices of an office out of its outbox, oldest first, and sends each to whoever wants it. Promise: each reader gets
/// the mail of each event once; twice, with the same Message-ID, only where the power failed between the server's yes and our note
/// of it. An address that is refused for good gets nothing more and is reported; what cannot go now goes later, and holds up nobody
/// else.
class Courier {
public:
    using Compose = std::function<Mail(const record::OutboxRow&, const people::Subscription&)>;
    using Send = std::function<Sending(const Mail&)>;

    /// The store outlives the courier, as does all that the functions refer to.
    Courier(record::Store& store, Readers readers, Compose compose, Send send);
    ~Courier();
    Courier(const Courier&) = delete;
    Courier& operator=(const Courier&) = delete;

    /// From here on by itself, on a thread of its own: when woken, and after a pause that doubles up to five minutes.
    void begin();
    /// Acts were recorded. Any thread.
    void wake();
    /// Looks at everything that waits once; whether something is left for later. `trouble()` says why.
    bool round();
    [[nodiscard]] std::string trouble() const;

private:
    enum class Delivered { to_all, not_yet, nobody_answers };
    Delivered deliver(const record::Store::OutboxItem& item);
    void run();

    record::Store& store_;
    Readers readers_;
    Compose compose_;
    Send send_;
    mutable std::mutex mutex_;  // guards the next three
    bool is_woken_ = true;
    bool stopping_ = false;
    std::string trouble_;
    std::condition_variable wake_;
    std::thread thread_;
};

}  // namespace hearth::notice
