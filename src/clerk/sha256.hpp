#pragma once

#include <string>
#include <string_view>

namespace hearth::clerk {

std::string sha256_hex(std::string_view bytes);

}  // namespace hearth::clerk
