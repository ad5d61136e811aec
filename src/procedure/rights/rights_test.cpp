// Every right on the sample pack and on its own examples, and on the procedures we ship.
#include <gtest/gtest.h>

#include <algorithm>

#include "procedure/check/check.hpp"
#include "procedure/rights/right.hpp"
#include "tests/support/pack_files.hpp"

namespace hearth::procedure {
namespace {

using tests::pack_files;
using tests::with_edit;

std::string told(const std::vector<Breach>& breaches) {
    std::string text;
    for (const Breach& breach : breaches) {
        text += "\n  right " + std::to_string(breach.right) + " " + to_string(breach.where) + " " + breach.message;
        for (const std::string& step : breach.path) text += "\n      " + step;
    }
    return text;
}

bool breaks(const std::vector<Breach>& breaches, int right) {
    return std::ranges::find(breaches, right, &Breach::right) != breaches.end();
}

TEST(Rights, StandInOrderFromOneToTwentyFour) {
    const auto& rights = all_rights();
    ASSERT_EQ(rights.size(), 24U);
    for (std::size_t i = 0; i < rights.size(); ++i) {
        EXPECT_EQ(rights[i].number, static_cast<int>(i) + 1);
        EXPECT_FALSE(rights[i].statement.empty());
        EXPECT_FALSE(rights[i].sentence.empty());
    }
}

TEST(Rights, TheSampleKeepsThemAllInEightyEightConfigurations) {
    const auto reports = check_folder(pack_files("tests/procedure/sample"));
    ASSERT_EQ(reports.size(), 1U);
    EXPECT_EQ(told(reports[0].breaches), "");
    EXPECT_EQ(reports[0].configurations, 88U);
    EXPECT_EQ(reports[0].proved.size(), 24U);
    EXPECT_EQ(reports[0].procedure, "information");
    EXPECT_EQ(reports[0].file, "information.yaml");
}

TEST(Rights, WhatWeShipKeepsThemAll) {
    const auto reports = check_folder(pack_files("procedures"));
    ASSERT_FALSE(reports.empty());
    for (const Report& report : reports) {
        EXPECT_EQ(told(report.breaches), "") << report.file;
        EXPECT_EQ(report.proved.size(), 24U) << report.file;
    }
}

TEST(Rights, EachHasExamplesThatKeepAndThatBreakIt) {
    for (const Right& right : all_rights()) {
        if (right.number == 16 || right.number == 23) continue;  // their proofs are tests of the program
        int keep = 0;
        int broken = 0;
        for (const Example& example : right.examples) {
            SCOPED_TRACE("right " + std::to_string(right.number) + ": " + std::string(example.what));
            const auto files = with_edit(pack_files("tests/procedure/sample"), example.file, example.old_text, example.new_text);
            const auto breaches = breaches_of(check_folder(files));
            EXPECT_FALSE(breaks(breaches, 0)) << told(breaches);
            EXPECT_EQ(breaks(breaches, right.number), !example.keeps) << told(breaches);
            if (example.keeps) {
                EXPECT_EQ(told(breaches), "");
            }
            ++(example.keeps ? keep : broken);
        }
        EXPECT_GE(keep, 1) << right.number;
        EXPECT_GE(broken, 1) << right.number;
    }
}

}  // namespace
}  // namespace hearth::procedure
