#pragma once

#include "procedure/text/scope.hpp"

namespace hearth::procedure::text {

/// Reads `pack.yaml` into `pack`. A pack over another one starts from `base` and may leave out everything but id, version, level
/// and over; what it says otherwise than `base` where nothing may move is noted in `pack.moved`.
void read_pack(const YamlNode& root, const Pack* base, Bodies& bodies, Pack& pack, Reading& reading);

}  // namespace hearth::procedure::text
