#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "referral/envelope.hpp"

namespace hearth::referral {

/// Another office to which letters go.
struct Addressee {
    base::OfficeId id;
    record::VerifierKey key;  // of its record; its receipts are checked against it
    base::Bytes32 box{};      // to which content is encrypted
    /// Takes a bag there and brings the answers back: over the network, or within the process. Throws when nobody answers.
    std::function<std::string(const std::string& bag)> carry;
};

/// Carries waiting letters to the offices that they are for, in order, until each is acknowledged: at least once, so a letter that
/// was lost on the way, or whose answer was, goes again; the receiver knows it by its number. An office that does not answer, or
/// refuses, is tried again after a pause that doubles up to five minutes.
class Postman {
public:
    using Report = std::function<void(const base::OfficeId& office, const std::string& state)>;

    /// The store outlives the postman.
    Postman(record::Store& store, Self self, std::vector<Addressee> addressees, Seal seal, Report report);
    ~Postman();
    Postman(const Postman&) = delete;
    Postman& operator=(const Postman&) = delete;

    /// From here on by itself, on a thread of its own.
    void begin();
    /// Letters were written. Any thread.
    void wake();
    /// Returns once everything that can be carried now was, and no office is left that would take more. For tests and the play
    /// of the demonstration.
    void carry_all();

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Way {
        Addressee to;
        int failures = 0;
        Time next{};
    };

    void run();
    bool round();
    bool carry_to(Way& way);
    std::string bag_for(const Way& way, std::vector<record::LetterRow>& letters);
    std::vector<record::LetterRow> acknowledged(const Way& way, const std::vector<record::LetterRow>& letters,
                                                const std::string& answers, std::string& trouble) const;
    void fail(Way& way, const std::string& trouble);
    [[nodiscard]] std::optional<Time> next_retry() const;

    record::Store& store_;
    Self self_;
    Seal seal_;
    Report report_;
    std::mutex working_;  // held for a round; guards the next one
    std::vector<Way> ways_;
    std::mutex mutex_;  // guards the next two
    bool is_woken_ = true;
    bool stopping_ = false;
    std::condition_variable wake_;
    std::thread thread_;
};

}  // namespace hearth::referral
