#pragma once

#include <string>
#include <vector>

#include "web/pages/view.hpp"

/// What stands on each card of a drawn procedure, and how high that makes it. Units are those of the sheet, about a CSS pixel.
namespace hearth::web::drawing {

/// How a card looks; each word is the name of a look in the template.
enum class Look { yours, office, above, quiet, general };

struct CardLine {
    enum class Kind { title, owner, way, expiry };
    Kind kind = Kind::way;
    std::string text;
};

struct WayOut {
    int to = 0;  // number of the card
    bool by_itself = false;
};

struct Card {
    int number = 0;  // 0: what is possible at any time
    Look look = Look::office;
    int indent = 0;  // steps to the right, one for each level up
    std::vector<CardLine> lines;
    std::vector<WayOut> ways;
    double height = 0;
};

/// One card for each state in the order of the text, then one for the acts that are possible from every open state, and one for
/// those from every quiet state, where there are any.
std::vector<Card> cards_of(const procedure::Procedure& procedure, const procedure::Pack& pack, const pages::Tongue& tongue,
                           double card_width);

/// Where the baseline of a line lies below the top of its card, and how large it is set.
double baseline_of(std::size_t line);
double size_of(CardLine::Kind kind);

inline constexpr double k_indent = 12;
inline constexpr int k_indents_most = 3;

}  // namespace hearth::web::drawing
