#include "referral/postman.hpp"

#include <algorithm>

#include "base/fault.hpp"
#include "base/json.hpp"
#include "matter/fold.hpp"

namespace hearth::referral {

namespace {

constexpr auto k_first_pause = std::chrono::seconds(1);
constexpr int k_doublings_max = 8;  // 256 seconds
constexpr std::uint64_t k_letters_per_bag = 64;
constexpr std::size_t k_bag_bytes = 120'000;

/// What the receiver says about one letter.
std::string words_of(const base::Json& answer) {
    if (answer.contains("refused")) return answer["refused"].value("rule", "") + " " + answer["refused"].value("detail", "");
    return answer.contains("later") ? "cannot take letters now" : "gave no receipt";
}

}  // namespace

Postman::Postman(record::Store& store, Self self, std::vector<Addressee> addressees, Seal seal, Report report)
    : store_(store), self_(std::move(self)), seal_(std::move(seal)), report_(std::move(report)) {
    for (Addressee& to : addressees) ways_.push_back({std::move(to), 0, {}});
}

void Postman::begin() {
    thread_ = std::thread([this] { run(); });
}

Postman::~Postman() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Postman::wake() {
    {
        const std::lock_guard lock(mutex_);
        is_woken_ = true;
    }
    wake_.notify_all();
}

void Postman::carry_all() {
    const std::lock_guard lock(working_);
    for (Way& way : ways_) way.next = {};
    while (round()) {
    }
}

std::optional<Postman::Time> Postman::next_retry() const {
    std::optional<Time> next;
    for (const Way& way : ways_) {
        if (way.failures > 0 && (!next || way.next < *next)) next = way.next;
    }
    return next;
}

void Postman::run() {
    while (true) {
        std::optional<Time> retry;
        {
            const std::lock_guard lock(working_);
            while (round()) {
            }
            retry = next_retry();
        }
        std::unique_lock lock(mutex_);
        const auto is_awake = [this] { return stopping_ || is_woken_; };
        if (retry) {
            wake_.wait_until(lock, *retry, is_awake);
        } else {
            wake_.wait(lock, is_awake);
        }
        if (stopping_) return;
        is_woken_ = false;
    }
}

/// Whether anything was carried, so that there may be more.
bool Postman::round() {
    bool any = false;
    for (Way& way : ways_) {
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) return false;
        }
        if (way.failures == 0 || std::chrono::steady_clock::now() >= way.next) any = carry_to(way) || any;
    }
    return any;
}

bool Postman::carry_to(Way& way) {
    try {
        auto letters = store_.letters_waiting(way.to.id, k_letters_per_bag);
        if (letters.empty()) return false;
        const std::string bag = bag_for(way, letters);
        std::string trouble;
        const auto taken = acknowledged(way, letters, way.to.carry(bag), trouble);
        if (!taken.empty()) {
            store_.acknowledge_letters(taken);
            way.failures = 0;
            report_(way.to.id, "took letter " + std::to_string(taken.back().sequence));
        }
        if (!trouble.empty()) fail(way, trouble);
        return trouble.empty();
    } catch (const std::exception& trouble) {
        fail(way, trouble.what());
        return false;
    }
}

/// As many of the letters as one bag holds, at least one.
std::string Postman::bag_for(const Way& way, std::vector<record::LetterRow>& letters) {
    std::string bag;
    std::size_t count = 0;
    for (const record::LetterRow& row : letters) {
        const auto letter = office::parse_letter(row.text);
        if (!letter) throw base::Fault("letter " + std::to_string(row.sequence) + " to " + row.to.text + " cannot be read");
        Envelope envelope{row.text, receipt_of(store_, self_.key, row.entry), {}};
        const auto copies = copies_for(store_, self_, row, *letter);
        if (!copies.empty()) envelope.sealed = seal_(way.to.box, to_text(copies));
        std::string line = to_line(envelope);
        if (count > 0 && bag.size() + line.size() > k_bag_bytes) break;
        bag += line;
        ++count;
    }
    letters.resize(count);
    return bag;
}

/// The letters for which a true receipt came, up to the first without one.
std::vector<record::LetterRow> Postman::acknowledged(const Way& way, const std::vector<record::LetterRow>& letters,
                                                     const std::string& answers, std::string& trouble) const {
    std::vector<record::LetterRow> taken;
    std::string_view rest = answers;
    for (record::LetterRow row : letters) {
        const std::size_t end = rest.find('\n');
        const auto answer = base::parse_json(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        const bool has_receipt = answer && answer->is_object() && answer->contains("receipt") && (*answer)["receipt"].is_string();
        if (!has_receipt) {
            trouble = answer && answer->is_object() ? words_of(*answer) : "gave no answer that can be read";
            return taken;
        }
        row.acknowledgement = (*answer)["receipt"].get<std::string>();
        const auto letter = office::parse_letter(row.text);
        const auto frame = proved_frame(row.acknowledgement, way.to.key);
        if (!letter || !frame || !tells_of(*frame, matter::k_letter_received, *letter, office::digest_of(row.text))) {
            trouble = "gave a receipt that does not hold";
            return taken;
        }
        taken.push_back(std::move(row));
    }
    return taken;
}

void Postman::fail(Way& way, const std::string& trouble) {
    way.next = std::chrono::steady_clock::now() + k_first_pause * (1 << std::min(way.failures, k_doublings_max));
    ++way.failures;
    report_(way.to.id, trouble);
}

}  // namespace hearth::referral
