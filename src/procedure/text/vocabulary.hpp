#pragma once

#include "procedure/text/keys.hpp"

/// The closed words of the language, by the place where they may stand. A word that is missing here cannot be written.
namespace hearth::procedure::text {

const Words& channel_words();
const Words& decision_field_words();
const Words& person_field_words();
const Words& field_type_words();
const Words& item_words();
const Words& outcomes_for();
const Words& outcomes_against();
const Words& outcomes_of_meetings();
const Words& outcome_words();
const Words& effect_words();
const Words& stand_aside_words();
const Words& evidence_words();
const Words& indicator_words();
const Words& count_words();
const Words& grouping_words();
const Words& recipient_words();
const Words& person_words();

bool contains(const Words& words, std::string_view word);
Words joined(std::initializer_list<Words> lists);

}  // namespace hearth::procedure::text
