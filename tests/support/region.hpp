#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "clerk/clerk.hpp"
#include "clerk/keys.hpp"
#include "cli/demo/simulated.hpp"
#include "referral/letter_desk.hpp"
#include "referral/postman.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"

namespace hearth::tests {

/// What becomes of a bag of letters on its way.
enum class Mishap { none, lost, answer_lost, doubled, cut_short };

/// Several offices one above the other, each with its real clerk, desk and postman and a store of its own; clock, chance and the
/// road between them are played. Letters go when `settle` says so.
class Region {
public:
    /// `ids` from below: {"village", "township", ..}. `bodies`: which of them an independent body of the pack is.
    Region(std::vector<std::string> ids, std::shared_ptr<const procedure::Ruleset> rules, base::Instant start,
           const std::map<std::string, base::OfficeId>& bodies = {});
    ~Region();

    /// An office whose machine is switched off decides nothing and answers nobody; its disk stays.
    void switch_off(const std::string& id);
    void switch_on(const std::string& id);
    /// All clocks show `now`; terms that have ended expire, and letters go until nothing is left to carry.
    void set_clock(base::Instant now);
    void settle();
    /// One round of letters from each office that is on.
    void carry_once();
    /// Asked for each bag.
    void on_the_road(std::function<Mishap()> mishap) { mishap_ = std::move(mishap); }

    [[nodiscard]] clerk::Clerk& clerk(const std::string& id);
    [[nodiscard]] record::Store& store(const std::string& id);
    [[nodiscard]] const base::Signer& signer(const std::string& id);
    /// The key with which an office opens what was sealed to it.
    [[nodiscard]] const clerk::BoxKey& box(const std::string& id);
    [[nodiscard]] referral::LetterDesk& desk(const std::string& id);
    [[nodiscard]] base::Instant now() const { return clock_.now(); }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    /// The matter with this receipt code as the office holds it.
    [[nodiscard]] std::optional<matter::Matter> matter(const std::string& id, const std::string& code);
    [[nodiscard]] std::uint64_t waiting();
    /// The first thing that does not hold of a record or of its replay, with the name of the office.
    std::string fault();
    /// What an office would send next to another, in one bag.
    std::string bag(const std::string& from, const std::string& to);

private:
    struct Machine;
    Machine& at(const std::string& id);
    std::string carry(const std::string& from, const std::string& to, const std::string& bag);

    std::vector<std::string> ids_;
    std::shared_ptr<const procedure::Ruleset> rules_;
    FakeClock clock_;
    std::map<std::string, std::unique_ptr<Machine>> machines_;
    std::function<Mishap()> mishap_ = [] { return Mishap::none; };
};

}  // namespace hearth::tests
