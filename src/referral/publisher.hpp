#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "record/checkpoint.hpp"
#include "record/note.hpp"
#include "record/store.hpp"
#include "referral/http_client.hpp"

namespace hearth::referral {

/// A witness that we ask.
struct Witness {
    record::VerifierKey key;  // type cosignature
    std::string submission;   // <submission>/add-checkpoint
};

/// Takes each checkpoint to the witnesses and hands it on with their lines: a thread of its own, so that no act ever waits for a
/// neighbour. While a round runs, newer checkpoints wait and only the newest of them is asked for next. A witness that fails is
/// asked again after a pause that doubles up to five minutes; the checkpoint is handed on without its line meanwhile.
class Publisher {
public:
    struct Listener {
        std::function<void(const std::string& cosigned)> serve;
        std::function<void(const std::string& witness, const std::string& state)> report;
    };

    /// How a body reaches the address of a witness: over the network, or in a test straight to its desk.
    using Post = std::function<HttpReply(const std::string& url, const std::string& body)>;

    /// `store` gives the consistency proofs and outlives the publisher.
    Publisher(record::Store& store, std::vector<Witness> witnesses, Listener listener, Post post = post_over_network);
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    void publish(const std::string& checkpoint);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Asked {
        Witness witness;
        std::uint64_t size = 0;  // what it last cosigned, as far as we know
        int failures = 0;
        Time next{};
    };

    static HttpReply post_over_network(const std::string& url, const std::string& body);
    void run();
    void round(const std::string& checkpoint);
    HttpReply send(const Asked& asked, const record::SignedCheckpoint& checkpoint);
    std::optional<record::SignatureLine> ask(Asked& asked, const record::SignedCheckpoint& checkpoint);
    [[nodiscard]] std::optional<Time> next_retry() const;

    record::Store& store_;
    std::vector<Asked> witnesses_;  // only the thread's
    Listener listener_;
    Post post_;
    std::mutex mutex_;  // guards the next two
    std::string waiting_;
    bool stopping_ = false;
    std::condition_variable wake_;
    std::thread thread_;
};

}  // namespace hearth::referral
