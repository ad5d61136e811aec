#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/effects.hpp"
#include "referral/envelope.hpp"

namespace hearth::referral {

/// Where letters of other offices come in. Each is handed on only when it was signed into the record of the office that it names,
/// is addressed to this one, and brings nothing but content of the acts in it. What is refused leaves no trace but a count of the
/// rule that refused it:
///   referral/envelope, referral/letter, referral/copies   it cannot be read, is cut short, or was changed
///   referral/unknown_sender      no such peer in office.yaml
///   referral/not_for_us          addressed to another office
///   referral/forged              not signed with the peer's key, or its record does not say that it sent this
/// and as the clerk says. Any thread.
class LetterDesk {
public:
    /// What became of a letter that was handed on: our receipt, or why not; nothing when the machinery broke.
    using Answered = std::move_only_function<void(std::optional<base::Result<std::string>>)>;
    using Hand = std::function<void(office::Delivery, Answered)>;

    LetterDesk(Self self, std::map<base::OfficeId, record::VerifierKey> peers, Open open, Hand hand, const base::Clock& clock);

    /// A bag of envelopes; `respond` is called once, with one line for each: {"receipt": ..}, {"refused": ..} or {"later": true}.
    void receive(const std::string& bag, std::move_only_function<void(std::string)> respond);
    [[nodiscard]] std::map<std::string, std::uint64_t> refused() const;

private:
    base::Result<office::Delivery> open(std::string_view line) const;
    void count(const base::Refusal& refusal);

    Self self_;
    std::map<base::OfficeId, record::VerifierKey> peers_;
    Open open_;
    Hand hand_;
    const base::Clock& clock_;
    mutable std::mutex mutex_;  // guards the next one
    std::map<std::string, std::uint64_t> refused_;
};

}  // namespace hearth::referral
