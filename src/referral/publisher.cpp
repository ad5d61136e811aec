#include "referral/publisher.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/fault.hpp"
#include "record/cosignature.hpp"
#include "record/stored_tree.hpp"
#include "record/witness_rules.hpp"
#include "referral/http_client.hpp"

namespace hearth::referral {

namespace {

constexpr auto k_first_pause = std::chrono::seconds(1);
constexpr int k_doublings_max = 8;  // 256 seconds
constexpr long k_witness_ms = 5'000;

/// The one line of the reply that this witness signed over this checkpoint.
std::optional<record::SignatureLine> line_of(const Witness& witness, const std::string& reply, const std::string& text) {
    const auto note = record::parse_note(text + "\n" + reply);
    if (!note) return std::nullopt;
    for (const record::SignatureLine& line : note->signatures) {
        if (line.name != witness.key.name || line.id != witness.key.id()) continue;
        if (record::verify_cosignature(witness.key, text, line.signature)) return line;
    }
    return std::nullopt;
}

}  // namespace

HttpReply Publisher::post_over_network(const std::string& url, const std::string& body) {
    return http_post(url, body, "text/plain; charset=utf-8", {.timeout_ms = k_witness_ms});
}

Publisher::Publisher(record::Store& store, std::vector<Witness> witnesses, Listener listener, Post post)
    : store_(store), listener_(std::move(listener)), post_(std::move(post)) {
    for (Witness& witness : witnesses) witnesses_.push_back({std::move(witness), 0, 0, {}});
    thread_ = std::thread([this] { run(); });
}

Publisher::~Publisher() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

void Publisher::publish(const std::string& checkpoint) {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = checkpoint;
    }
    wake_.notify_all();
}

std::optional<Publisher::Time> Publisher::next_retry() const {
    std::optional<Time> next;
    for (const Asked& asked : witnesses_) {
        if (asked.failures > 0 && (!next || asked.next < *next)) next = asked.next;
    }
    return next;
}

void Publisher::run() {
    std::string checkpoint;
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto is_awake = [this] { return stopping_ || !waiting_.empty(); };
        if (const auto retry = next_retry()) {
            wake_.wait_until(lock, *retry, is_awake);
        } else {
            wake_.wait(lock, is_awake);
        }
        if (stopping_) return;
        if (!waiting_.empty()) checkpoint = std::move(waiting_);
        waiting_.clear();
        lock.unlock();
        round(checkpoint);
        lock.lock();
    }
}

void Publisher::round(const std::string& checkpoint) {
    auto read = record::read_checkpoint(checkpoint);
    if (!read) return;
    // Lines of an earlier round are asked for anew, so that each witness has one.
    std::erase_if(read->note.signatures, [&](const auto& line) { return line.name != read->checkpoint.origin; });
    record::Note cosigned = read->note;
    for (Asked& asked : witnesses_) {
        if (asked.failures > 0 && std::chrono::steady_clock::now() < asked.next) continue;
        std::string state;
        try {
            if (auto line = ask(asked, *read)) {
                cosigned.signatures.push_back(std::move(*line));
                asked.failures = 0;
                asked.size = read->checkpoint.size;
                listener_.report(asked.witness.key.name, "cosigned " + std::to_string(asked.size));
                continue;
            }
            state = "gave no valid cosignature";
        } catch (const std::exception& trouble) {
            state = trouble.what();
        }
        asked.next = std::chrono::steady_clock::now() + k_first_pause * (1 << std::min(asked.failures, k_doublings_max));
        ++asked.failures;
        listener_.report(asked.witness.key.name, state);
    }
    try {
        listener_.serve(record::to_string(cosigned));
    } catch (const std::exception& trouble) {
        listener_.report("served checkpoint", trouble.what());
    }
}

HttpReply Publisher::send(const Asked& asked, const record::SignedCheckpoint& checkpoint) {
    auto proof = record::stored_consistency(store_, asked.size, checkpoint.checkpoint.size);
    if (!proof) throw base::Fault("a tile of the record is missing: " + to_string(proof.error()));
    const record::AddCheckpoint request{asked.size, std::move(*proof), checkpoint};
    return post_(asked.witness.submission + "/add-checkpoint", record::to_string(request));
}

std::optional<record::SignatureLine> Publisher::ask(Asked& asked, const record::SignedCheckpoint& checkpoint) {
    HttpReply reply = send(asked, checkpoint);
    if (reply.is_conflict()) {
        // It holds another size than we thought: after our restart, or when an earlier answer of it was lost.
        std::uint64_t held = 0;
        std::from_chars(reply.body.data(), reply.body.data() + reply.body.size(), held);
        if (held > checkpoint.checkpoint.size)
            throw base::Fault("has seen " + std::to_string(held) + " entries, more than there are");
        asked.size = held;
        reply = send(asked, checkpoint);
    }
    if (!reply.is_success()) throw base::Fault("answered " + std::to_string(reply.status) + " " + reply.body.substr(0, 200));
    return line_of(asked.witness, reply.body, checkpoint.note.text);
}

}  // namespace hearth::referral
