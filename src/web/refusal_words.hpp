#pragma once

#include <string>

#include "base/refusal.hpp"
#include "web/catalogue.hpp"

namespace hearth::web {

/// A refusal in plain words: the sentence of its reason and rule ("refusal.malformed.office/missing_field"), else that of its
/// reason alone. {0} is its detail, {1} the field.
std::string words_of(const base::Refusal& refusal, const Catalogue& catalogue);

}  // namespace hearth::web
