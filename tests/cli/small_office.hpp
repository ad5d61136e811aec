#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "clerk/clerk.hpp"
#include "clerk/effects.hpp"
#include "cli/installation.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/fixed_signer.hpp"
#include "tests/support/small_rules.hpp"
#include "tests/support/temporary_folder.hpp"

namespace hearth::tests {

/// The village under the small rules, in a folder of its own, with a clerk and a clock that is set by hand.
class SmallOffice : public testing::Test {
protected:
    SmallOffice() {
        clerk::Settings settings;
        settings.profile = village();
        settings.rules = small_rules();
        settings.origin = "hearth.example/o/village";
        clerk_ = std::make_unique<clerk::Clerk>(clerk::Tools{store_, signer_, clock_, randomness_}, settings);
    }

    TemporaryFolder folder_;
    cli::OfficePaths paths_{folder_.path()};
    store::SqliteStore store_{store::files_in(folder_.path())};
    FixedSigner signer_;
    FakeClock clock_{at("2026-03-02", 9)};
    clerk::SystemRandomness randomness_;
    std::unique_ptr<clerk::Clerk> clerk_;
};

}  // namespace hearth::tests
