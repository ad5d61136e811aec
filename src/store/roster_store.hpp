#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/time.hpp"

namespace hearth::store {

class Connection;

/// Who represents which household of an office, and who proved it: the part of `PeopleStore` that holds the roster, the codes on
/// paper and the proofs, in the same file. Of codes it holds digests only (`clerk::receipt_code_digest`). What belongs to a
/// household ends with its line in the roster. Days are handed in. Thread-safe: one at a time. Not here: whose name it is (sealed
/// to the office), and any vote.
class RosterStore {
public:
    /// Both outlive it; every use of the connection is guarded by the mutex.
    RosterStore(Connection& connection, std::mutex& mutex);

    struct Household {
        std::string label;
        std::string representative;            // her name, sealed to the office (`clerk::seal_to`); empty: nobody is named
        std::optional<base::CivilDate> until;  // last day as representative
    };
    /// In the order of the roster.
    std::vector<Household> households();
    [[nodiscard]] bool has_roster();
    /// In place of the roster of before, all or nothing. `entry` is that of the act `roster_entered`. Proofs and codes stay for the
    /// labels in `same` only.
    void enter(const std::vector<Household>& roster, const std::set<std::string>& same, std::uint64_t entry);

    /// A code on paper.
    struct Code {
        std::string label;
        std::string digest;
        base::CivilDate drawn;
        base::CivilDate until;  // its last day
    };
    /// Each in place of an older one of its household, used or not, which opens nothing from then on. All or nothing.
    void put_codes(const std::vector<Code>& codes);
    /// Whether this code on paper may be used today: not used yet, not overdue, and the representative is in her term.
    [[nodiscard]] bool fits(const std::string& label, const std::string& digest, base::CivilDate today);

    struct Proof {
        std::string label;
        base::CivilDate proved;
        std::uint64_t roster = 0;              // entry of the act `roster_entered` by which she was the representative that day
        std::optional<base::CivilDate> until;  // last day as representative, as the roster says now
    };
    /// A code that the representative alone knows.
    struct OwnCode {
        std::string digest;
        std::string again = {};  // itself, under the key of the form that asked for it (`clerk::seal_code`), should that come twice
    };
    /// Uses up a code on paper that fits: from now on her own code proves who she is, in place of one that did before. False when
    /// the code on paper does not fit.
    bool prove(const std::string& label, const std::string& digest, const OwnCode& own, base::CivilDate today);
    /// `again` of the code that proves it now; empty where none does.
    std::string again(const std::string& label);
    /// What was proved with this code of hers, also when her term has ended since.
    std::optional<Proof> proof(const std::string& label, const std::string& own);
    /// She is not the representative (any more). False when the code proves nothing.
    bool give_back(const std::string& label, const std::string& own);

    struct Standing {
        std::int64_t households = 0;
        std::int64_t named = 0;
        std::int64_t codes_out = 0;  // that may be used today
        std::int64_t proved = 0;     // in their term today
    };
    Standing standing(base::CivilDate today);
    /// Labels of households with a named representative in her term who has not proved it; in the order of the roster.
    std::vector<std::string> not_proved(base::CivilDate today);
    [[nodiscard]] bool is_proved(const std::string& label);

private:
    Connection& connection_;
    std::mutex& mutex_;
};

}  // namespace hearth::store
