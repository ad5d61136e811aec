#include "web/refusal_words.hpp"

#include <gtest/gtest.h>

namespace hearth::web {
namespace {

using base::Reason;

TEST(RefusalWords, SpeakOfTheRuleWhenThereIsASentenceForIt) {
    const Catalogue english("en");
    EXPECT_EQ(words_of({Reason::malformed, "office/missing_field", {.field = "facts"}}, english), "This is missing: facts");
    EXPECT_EQ(words_of({Reason::not_found, "act/matter", {}, "V-2026-0009"}, english),
              "This office has no matter with the number V-2026-0009.");
}

TEST(RefusalWords, SpeakOfTheReasonElse) {
    EXPECT_EQ(words_of({Reason::out_of_order, "request/support", {}, "closed"}, Catalogue("en")),
              "This cannot be done now; the matter stands at: closed");
}

TEST(RefusalWords, HaveASentenceForEveryReasonInEveryLanguage) {
    for (const std::string_view language : {k_english, k_chinese}) {
        const Catalogue catalogue(language);
        for (const Reason reason : {Reason::not_found, Reason::not_permitted, Reason::out_of_order, Reason::out_of_time,
                                    Reason::malformed, Reason::limit_exceeded, Reason::conflict}) {
            const std::string id = "refusal." + std::string(base::word(reason));
            EXPECT_NE(catalogue.find(id.c_str()), nullptr) << id;
        }
    }
}

TEST(RefusalWords, SayWhyAnEffectCannotBe) {
    for (const std::string_view language : {k_english, k_chinese}) {
        const Catalogue catalogue(language);
        for (const char* id : {"not_permitted.office/effect_not_carried",
                               "not_permitted.office/accused_unit",
                               "not_permitted.office/not_by",
                               "not_permitted.office/own_act",
                               "not_permitted.office/stands_aside",
                               "not_permitted.office/signed_by_one",
                               "out_of_order.office/aside_already",
                               "not_permitted.office/consent_ended",
                               "not_permitted.office/consent_scope",
                               "not_permitted.office/meeting_bases",
                               "not_permitted.office/meeting_proxies",
                               "not_permitted.office/meeting_online",
                               "not_permitted.office/outcome_is_computed",
                               "out_of_order.office/one_party",
                               "out_of_order.office/signed_already",
                               "out_of_order.office/with",
                               "out_of_order.office/nothing_published",
                               "out_of_order.office/nothing_to_annul",
                               "out_of_order.office/money_on",
                               "out_of_order.office/money_unspent",
                               "out_of_time.office/meeting_notice",
                               "malformed.office/roll",
                               "malformed.office/matter_number",
                               "malformed.office/amount",
                               "not_found.office/resolution",
                               "conflict.office/linked_already",
                               "limit_exceeded.office/parties"}) {
            EXPECT_NE(catalogue.find((std::string("refusal.") + id).c_str()), nullptr) << id;
        }
    }
}

}  // namespace
}  // namespace hearth::web
