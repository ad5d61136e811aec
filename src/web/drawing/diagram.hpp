#pragma once

#include <string>

#include "web/pages/view.hpp"

/// A procedure as a drawing (SVG): every state with its owner, its term and all that leads out of it, in the order of the text.
/// Each state has a number, and every way out names the number that it leads to; arrows are drawn besides between states that stand
/// near each other, dashed where the matter goes by itself. So it can be followed on a telephone as well as on a wall.
namespace hearth::web::drawing {

enum class Sheet {
    telephone,  // one column, 360 units wide
    a3          // columns side by side, in the proportions of ISO 216 A3 across
};

/// Reads without colour, script or style sheet; its words are those of `tongue`.
std::string diagram_of(const procedure::Procedure& procedure, const procedure::Pack& pack, const pages::Tongue& tongue,
                       Sheet sheet);

}  // namespace hearth::web::drawing
