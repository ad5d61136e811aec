#pragma once

#include <cstdint>
#include <string>

#include "base/json.hpp"
#include "web/pages/wording.hpp"

namespace hearth::web::pages {

/// A value of a form in words: lists line by line, choices by their title, dates with weekday, papers by their name. Sealed values
/// say that they are sealed.
std::string words_of(const base::Json& value, const procedure::Field& field, const Wording& words);

/// "12 KB", "3 MB", never nought.
std::string size_words(std::uint64_t bytes);

/// At most `chars_max` characters of a text, cut at a line end or with an ellipsis.
std::string shortened(std::string_view text, std::size_t chars_max);

}  // namespace hearth::web::pages
