#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// Voice notes without what they tell beside the voice: when, where and with which device they were taken.
namespace hearth::clerk {

/// RIFF WAVE (Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft, August 1991).
bool is_wave(std::string_view bytes);

/// The same sound, its samples untouched, with only the two parts that a player needs, `fmt ` and `data`; the same bytes always
/// give the same bytes. Taken are PCM of 8 or 16 bits and A-law and mu-law (RFC 2361), of one or two channels. Refused `malformed`
/// paper/sound when its parts cannot be walked, or it is compressed otherwise.
base::Result<std::string> bare_wave(std::string_view bytes);

}  // namespace hearth::clerk
