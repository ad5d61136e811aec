#pragma once

#include <string>
#include <vector>

#include "procedure/text/yaml_tree.hpp"

namespace hearth::procedure::text {

/// `overlay: PROCEDURE, version, set: {PATH: value}, add: {PATH: [..] or {..}}, remove: [PATH]` applied to the text of a procedure.
/// A path that leads nowhere is an error of the text. Whether a change may be made is for `judge_changes` to say.
YamlNode apply_overlay(const YamlNode& overlay, YamlNode procedure, Reading& reading);

/// What an overlay changed, and which of it no overlay may change.
struct Judgement {
    std::vector<std::string> changes;  // "states.accepted.deadline.n: 60 -> 45"
    std::vector<Remark> moved;         // "states.accepted.deadline.n: 60 may only become smaller, not 75"
};

/// Compares two texts of one procedure leaf by leaf with the table of directions (procedure.md, "Overlays"). Each change is judged
/// alone: no gain pays for a loss. `before` is the procedure as it was read from `old_text`.
Judgement judge_changes(const YamlNode& old_text, const YamlNode& new_text, const Procedure& before);

}  // namespace hearth::procedure::text
