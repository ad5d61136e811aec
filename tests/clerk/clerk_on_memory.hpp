#pragma once

#include <gtest/gtest.h>

#include "clerk/clerk.hpp"
#include "clerk/effects.hpp"
#include "record/growing_tree.hpp"
#include "store/memory_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/small_rules.hpp"

namespace hearth::tests {

/// The clerk of the small village with its small rules, over a store in memory.
class ClerkOnMemory : public testing::Test {
protected:
    clerk::Settings settings() {
        clerk::Settings settings;
        settings.profile = village();
        settings.rules = rules_;
        settings.origin = "hearth.example/o/village";
        return settings;
    }
    void start(const clerk::Settings& settings) {
        clerk_ = nullptr;
        clerk_ = std::make_unique<clerk::Clerk>(clerk::Tools{store_, signer_, clock_, randomness_}, settings);
    }
    clerk::Acknowledged accepted(office::Command command, clerk::Ticket ticket = {}) {
        const clerk::Outcome outcome = clerk_->submit_and_wait(std::move(command), std::move(ticket));
        if (!outcome.answer()) ADD_FAILURE() << to_string(outcome.answer().error());
        return outcome.answer() ? *outcome.answer() : clerk::Acknowledged{};
    }
    std::string refused(office::Command command, clerk::Ticket ticket = {}) {
        const clerk::Outcome outcome = clerk_->submit_and_wait(std::move(command), std::move(ticket));
        return outcome.answer() ? "accepted" : to_string(outcome.answer().error());
    }
    /// An act of the resident who holds the code of matter 1.
    office::Command of_resident(const std::string& act) {
        office::Command command = by_post(act, "", "", clock_.now());
        command.by = {record::Actor::Kind::resident, clerk_->matter({1})->party, {}, {}};
        return command;
    }
    office::Command answer_of_office() {
        office::Command command = by_post("answer", "handler", "village", clock_.now());
        command.fields = decision_fields();
        return command;
    }
    /// The record under a checkpoint as a stranger would compute it: from the leaves alone.
    base::Bytes32 root_of_leaves(std::uint64_t size) {
        record::GrowingTree tree;
        for (const auto& entry : store_.entries(0, size, false)) {
            const base::Bytes32 hash = record::leaf_hash(entry.leaf);
            tree.append({&hash, 1});
        }
        return tree.root();
    }

    std::shared_ptr<const procedure::Ruleset> rules_ = small_rules();
    store::MemoryStore store_;
    FixedSigner signer_;
    FakeClock clock_{at("2026-03-02", 9)};
    clerk::SystemRandomness randomness_;
    std::unique_ptr<clerk::Clerk> clerk_;
};

}  // namespace hearth::tests
