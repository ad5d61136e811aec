#include "procedure/text/vocabulary.hpp"

#include <algorithm>

namespace hearth::procedure::text {

const Words& channel_words() {
    static const Words k_words = {"window", "spoken", "paper", "post", "phone", "home_visit", "web"};
    return k_words;
}

const Words& decision_field_words() {
    static const Words k_words = {"facts", "evidence", "rules", "reasons"};
    return k_words;
}

const Words& person_field_words() {
    static const Words k_words = {"person.name",         "person.phone",     "person.address", "person.birth_date",
                                  "person.id_number",    "person.signature", "person.account", "person.household",
                                  "person.kin_declared", "person.health",    "person.family"};
    return k_words;
}

const Words& field_type_words() {
    static const Words k_words = joined({{"text", "long_text", "points", "choice", "number", "amount", "date", "place", "paper",
                                          "photo", "yes_no", "matter", "act", "body", "rule"},
                                         decision_field_words(),
                                         person_field_words()});
    return k_words;
}

const Words& item_words() {
    static const Words k_words = {"number",       "owner",       "next_step",      "next_date",    "request",       "facts",
                                  "evidence",     "rules",       "reasons",        "outcome",      "author",        "date",
                                  "appeal_body",  "appeal_term", "appeal_how",     "appeal_first", "other_routes",  "intended",
                                  "speak_how",    "speak_by",    "competent_body", "undo_how",     "objection_how", "scope",
                                  "withdraw_how", "agreement"};
    return k_words;
}

const Words& outcomes_for() {
    static const Words k_words = {"granted",   "supported", "accepted", "carried_out",
                                  "confirmed", "let_off",   "annulled", "included"};
    return k_words;
}

const Words& outcomes_against() {
    static const Words k_words = {"refused",  "partly_granted", "not_supported", "explained", "not_accepted", "does_not_exist",
                                  "not_held", "penalty",        "charged",       "excluded",  "revoked",      "closed"};
    return k_words;
}

const Words& outcomes_of_meetings() {
    static const Words k_words = {"passed", "not_passed"};
    return k_words;
}

const Words& outcome_words() {
    static const Words k_words = joined({outcomes_for(), outcomes_against(), outcomes_of_meetings()});
    return k_words;
}

const Words& effect_words() {
    static const Words k_words = {"confirm",     "withdraw", "settle",    "waiver",    "vote",      "proxy",  "statement",
                                  "rest",        "pass_on",  "send_back", "assign",    "link_same", "unseal", "open_part",
                                  "open_matter", "recheck",  "annul",     "objection", "invite"};
    return k_words;
}

const Words& stand_aside_words() {
    static const Words k_words = {"party", "near_relative", "interested", "own_act", "accused_unit", "subject"};
    return k_words;
}

const Words& evidence_words() {
    static const Words k_words = {"signed_paper", "receipt_code", "two_witnesses"};
    return k_words;
}

const Words& indicator_words() {
    static const Words k_words = {"confirmed", "time_kept", "overturned", "waiting_age", "rating", "repaired_and_rechecked"};
    return k_words;
}

const Words& count_words() {
    static const Words k_words = {"received", "answered", "waiting", "given", "refused", "ended", "paid", "resolved", "rechecked"};
    return k_words;
}

const Words& grouping_words() {
    static const Words k_words = {"office", "level", "procedure", "kind", "state", "quarter", "year"};
    return k_words;
}

const Words& recipient_words() {
    static const Words k_words = {"resident", "parties", "agent", "body"};
    return k_words;
}

const Words& person_words() {
    static const Words k_words = {"resident", "any_party", "each_party"};
    return k_words;
}

bool contains(const Words& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

Words joined(std::initializer_list<Words> lists) {
    Words all;
    for (const Words& words : lists) all.insert(all.end(), words.begin(), words.end());
    return all;
}

}  // namespace hearth::procedure::text
