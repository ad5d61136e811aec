#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hearth::tests {

/// Plays one story, a plain text that a clerk can read, through the real clerk of one office under a shipped pack, with a store in
/// memory and a clock that stands where the story says. tests/story/README.md tells the words.
/// Gives everything that did not come as the story says, each as "file:line: words"; nothing when all did.
std::vector<std::string> play_story(const std::string& name, const std::string& text);

}  // namespace hearth::tests
