#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/effects.hpp"
#include "record/ed25519.hpp"
#include "record/growing_tree.hpp"
#include "store/memory_store.hpp"
#include "tests/support/sample_act.hpp"
#include "web/site.hpp"

namespace hearth::tests {

class SetClock final : public base::Clock {
public:
    [[nodiscard]] base::Instant now() const override { return at; }

    base::Instant at = base::parse_rfc3339("2026-11-24T01:12:00Z").value();
};

/// An office in memory with the simplest writer there can be: one command at a time, decided, applied, sealed, appended.
class SmallOffice {
public:
    SmallOffice(office::OfficeProfile profile, std::shared_ptr<const procedure::Ruleset> rules, const base::Clock& clock);

    clerk::Outcome submit(office::Command command, const clerk::Ticket& ticket);
    /// Lets every term that has ended fire.
    void expire();

    store::MemoryStore store;
    record::Ed25519Signer signer;
    std::string origin;

private:
    void append(std::vector<record::Act> acts, office::Office overlay, std::vector<record::CommandKey> keys);
    std::string random_id();

    const base::Clock& clock_;
    office::Office office_;
    record::GrowingTree tree_;
    CountingRandomness randomness_;
    std::map<std::string, std::string> codes_;  // by command key: for answers given again
    std::mutex mutex_;
};

/// Three offices above each other, run by the shipped country pack, as a site.
class SmallTown {
public:
    SmallTown();

    /// A request raised in the village; gives its receipt code.
    std::string raise(std::map<std::string, base::Json> fields);
    /// An act on the matter last raised by a post of the village or by the resident; fails the test when it is refused.
    void act(const std::string& act, const std::string& post, std::map<std::string, base::Json> fields = {},
             const std::string& outcome = {}, const std::string& office = "village");
    /// Moves the clock and lets terms end.
    void pass_days(int days);

    SetClock clock;
    std::shared_ptr<const procedure::Ruleset> rules;
    std::vector<std::unique_ptr<SmallOffice>> offices;
    web::Site site;
    std::int64_t last_matter = 0;
};

}  // namespace hearth::tests
