#include "referral/letter_desk.hpp"

#include <memory>

#include "base/json.hpp"
#include "matter/fold.hpp"

namespace hearth::referral {

namespace {

using base::Json;
using base::Reason;
using base::Refusal;

constexpr std::size_t k_bag_max = 128;

/// Answers of a bag while they come in, from any thread.
class Answers {
public:
    Answers(std::size_t count, std::move_only_function<void(std::string)> respond)
        : lines_(count), open_(count), respond_(std::move(respond)) {}

    void put(std::size_t place, const Json& line) {
        {
            const std::lock_guard lock(mutex_);
            lines_[place] = line.dump() + "\n";
            if (--open_ > 0) return;
        }
        std::string all;
        for (const std::string& one : lines_) all += one;
        respond_(std::move(all));
    }

private:
    std::mutex mutex_;  // guards the next two
    std::vector<std::string> lines_;
    std::size_t open_;
    std::move_only_function<void(std::string)> respond_;
};

std::vector<std::string_view> lines_of(std::string_view bag) {
    std::vector<std::string_view> lines;
    while (!bag.empty() && lines.size() < k_bag_max) {
        const std::size_t end = bag.find('\n');
        // What has no end was cut short; it is refused where it is read.
        lines.push_back(end == std::string_view::npos ? std::string_view{} : bag.substr(0, end));
        bag.remove_prefix(end == std::string_view::npos ? bag.size() : end + 1);
    }
    return lines;
}

Json line_of(const Refusal& refusal) {
    return {{"refused", {{"reason", base::word(refusal.reason)}, {"rule", refusal.rule}, {"detail", refusal.detail}}}};
}

}  // namespace

LetterDesk::LetterDesk(Self self, std::map<base::OfficeId, record::VerifierKey> peers, Open open, Hand hand,
                       const base::Clock& clock)
    : self_(std::move(self)), peers_(std::move(peers)), open_(std::move(open)), hand_(std::move(hand)), clock_(clock) {}

std::map<std::string, std::uint64_t> LetterDesk::refused() const {
    const std::lock_guard lock(mutex_);
    return refused_;
}

void LetterDesk::count(const Refusal& refusal) {
    const std::lock_guard lock(mutex_);
    ++refused_[refusal.rule];
}

base::Result<office::Delivery> LetterDesk::open(std::string_view line) const {
    HEARTH_TRY(envelope, parse_envelope(line));
    office::Delivery delivery;
    HEARTH_TRY(letter, office::parse_letter(envelope.letter));
    delivery.letter = std::move(letter);
    if (delivery.letter.to != self_.id) return Refusal{Reason::not_permitted, "referral/not_for_us", {}, delivery.letter.to.text};
    const auto peer = peers_.find(delivery.letter.from);
    if (peer == peers_.end())
        return Refusal{Reason::not_permitted, "referral/unknown_sender", {}, delivery.letter.from.text.substr(0, 64)};
    const auto frame = proved_frame(envelope.receipt, peer->second);
    if (!frame) return Refusal{Reason::not_permitted, "referral/forged", {}, frame.error().rule};
    if (!tells_of(*frame, matter::k_letter_sent, delivery.letter, office::digest_of(envelope.letter)))
        return Refusal{Reason::not_permitted, "referral/forged", {}, "act"};
    if (!envelope.sealed.empty()) {
        const auto plain = open_(envelope.sealed);
        if (!plain) return Refusal{Reason::malformed, "referral/copies", {}, "sealed"};
        HEARTH_TRY(copies, parse_copies(*plain, delivery.letter.acts));
        delivery.copies = std::move(copies);
    }
    delivery.text = std::move(envelope.letter);
    delivery.proof = std::move(envelope.receipt);
    delivery.received_at = clock_.now();
    return delivery;
}

void LetterDesk::receive(const std::string& bag, std::move_only_function<void(std::string)> respond) {
    const std::vector<std::string_view> lines = lines_of(bag);
    if (lines.empty()) return respond({});
    const auto answers = std::make_shared<Answers>(lines.size(), std::move(respond));
    for (std::size_t place = 0; place < lines.size(); ++place) {
        auto delivery = open(lines[place]);
        if (!delivery) {
            count(delivery.error());
            answers->put(place, line_of(delivery.error()));
            continue;
        }
        hand_(std::move(*delivery), [this, answers, place](std::optional<base::Result<std::string>> answer) {
            if (!answer) return answers->put(place, {{"later", true}});
            if (*answer) return answers->put(place, {{"receipt", **answer}});
            count(answer->error());
            answers->put(place, line_of(answer->error()));
        });
    }
}

}  // namespace hearth::referral
