#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// Pictures without what they tell beside the picture. A telephone writes into each photo where and when it was taken, with which
/// device, and often a small copy of what was cut away.
namespace hearth::clerk {

bool is_jpeg(std::string_view bytes);
bool is_png(std::string_view bytes);

/// The same picture, its pixels untouched, with only those parts that draw it (docs/formats/paper.md names them); what follows its
/// end is cut off. The same bytes always give the same bytes, so that whoever holds the original can prove what was kept of it.
/// Refused `malformed` paper/picture when its parts cannot be walked from beginning to end.
base::Result<std::string> bare_jpeg(std::string_view bytes);
base::Result<std::string> bare_png(std::string_view bytes);

}  // namespace hearth::clerk
