#pragma once

#include <string>
#include <vector>

#include "web/drawing/cards.hpp"

/// Arrows between cards that stand in one column, and where everything lies on the sheet.
namespace hearth::web::drawing {

struct Placed {
    const Card* card = nullptr;
    int column = 0;
    double x = 0;
    double y = 0;
    double width = 0;
};

struct Arrow {
    bool by_itself = false;
    std::string path;  // of an SVG path element
};

/// Room beside the cards of a column for its arrows.
inline constexpr double k_gutter = 30;

/// What people do runs on the left, what happens by itself on the right. Two arrows that pass each other have tracks of their own;
/// one that finds no track in the gutter, or leads further than the eye follows, is left to its number.
std::vector<Arrow> arrows_between(const std::vector<Placed>& placed);

}  // namespace hearth::web::drawing
