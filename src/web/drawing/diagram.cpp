#include "web/drawing/diagram.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "web/drawing/arrows.hpp"
#include "web/drawing/cards.hpp"
#include "web/drawing/lines.hpp"
#include "web/pages/dictionary.hpp"

namespace hearth::web::drawing {
namespace {

using ctemplate::TemplateDictionary;

constexpr double k_column = 360;
constexpr double k_card = k_column - 2 * k_gutter;
constexpr double k_gap = 14;
constexpr double k_foot = 16;
constexpr double k_first_note = 58;
constexpr double k_note_line = 18;

std::string units(double value) { return fmt::format("{:.1f}", value); }

/// Where the cards lie, below a head of the notes on how to read them.
struct Layout {
    std::vector<Placed> placed;
    double width = 0;
    double height = 0;
};

/// Cards one below the other, in the next column when this one is `height` full.
std::vector<Placed> place(const std::vector<Card>& cards, double top, double height) {
    std::vector<Placed> placed;
    int column = 0;
    double y = 0;
    for (const Card& card : cards) {
        if (y > 0 && y + card.height > height) {
            ++column;
            y = 0;
        }
        const double indent = card.indent * k_indent;
        placed.push_back({&card, column, column * k_column + k_gutter + indent, top + y, k_card - indent});
        y += card.height + k_gap;
    }
    return placed;
}

Layout on_telephone(const std::vector<Card>& cards, double top) {
    Layout layout{place(cards, top, std::numeric_limits<double>::infinity()), k_column, 0};
    layout.height = layout.placed.back().y + cards.back().height + k_foot;
    return layout;
}

/// As few columns as A3 laid across can hold, about equally full.
Layout on_a3(const std::vector<Card>& cards, double top) {
    for (int columns = 1;; ++columns) {
        const double width = columns * k_column;
        const double room = width / std::numbers::sqrt2 - top - k_foot;
        constexpr double k_step = 10;
        for (double height = k_step; height < room; height += k_step) {
            std::vector<Placed> placed = place(cards, top, height);
            const bool fits =
                std::ranges::all_of(placed, [&](const Placed& one) { return one.y + one.card->height <= top + room; });
            if (fits && placed.back().column < columns) return {std::move(placed), width, width / std::numbers::sqrt2};
        }
    }
}

const char* look_section(Look look) {
    switch (look) {
        case Look::yours: return "YOURS";
        case Look::office: return "OFFICE";
        case Look::above: return "ABOVE";
        case Look::quiet: return "QUIET";
        case Look::general: return "GENERAL";
    }
    return "OFFICE";
}

const char* line_section(CardLine::Kind kind) {
    switch (kind) {
        case CardLine::Kind::title: return "TITLE_LINE";
        case CardLine::Kind::owner: return "OWNER_LINE";
        case CardLine::Kind::way: return "WAY_LINE";
        case CardLine::Kind::expiry: return "EXPIRY_LINE";
    }
    return "WAY_LINE";
}

void fill_card(TemplateDictionary& values, const Placed& placed) {
    auto* card = values.AddSectionDictionary("CARD");
    card->SetValue("X", units(placed.x));
    card->SetValue("Y", units(placed.y));
    card->SetValue("WIDTH", units(placed.width));
    card->SetValue("HEIGHT", units(placed.card->height));
    card->ShowSection(look_section(placed.card->look));
    for (std::size_t i = 0; i < placed.card->lines.size(); ++i) {
        const CardLine& line = placed.card->lines[i];
        auto* text = card->AddSectionDictionary("LINE")->AddSectionDictionary(line_section(line.kind));
        text->SetValue("TEXT_X", units(placed.x + 12));
        text->SetValue("TEXT_Y", units(placed.y + baseline_of(i)));
        text->SetValue("WORDS", line.text);
    }
}

constexpr double k_note = 13;

std::vector<std::string> notes(const pages::Wording& words) {
    return lines_of(words.say()("diagram.note"), k_card / k_note, words.language());
}

void fill_head(TemplateDictionary& values, const procedure::Procedure& procedure, const pages::Wording& words) {
    values.SetValue("LANGUAGE", words.language());
    values.SetValue("NAME", words.of(procedure.title));
    values.SetIntValue("VERSION", procedure.version);
    double y = k_first_note;
    for (const std::string& line : notes(words)) {
        auto* row = values.AddSectionDictionary("NOTE");
        row->SetValue("NOTE_Y", units(y));
        row->SetValue("WORDS", line);
        y += k_note_line;
    }
}

}  // namespace

std::string diagram_of(const procedure::Procedure& procedure, const procedure::Pack& pack, const pages::Tongue& tongue,
                       Sheet sheet) {
    const std::vector<Card> cards = cards_of(procedure, pack, tongue, k_card);
    const double top = k_first_note + k_note_line * static_cast<double>(notes(tongue.wording).size());
    const Layout layout = sheet == Sheet::a3 ? on_a3(cards, top) : on_telephone(cards, top);
    TemplateDictionary values("diagram");
    values.SetValue("SHEET_WIDTH", units(layout.width));
    values.SetValue("SHEET_HEIGHT", units(layout.height));
    if (sheet == Sheet::a3) values.ShowSection("A3");
    fill_head(values, procedure, tongue.wording);
    for (const Arrow& arrow : arrows_between(layout.placed)) {
        auto* one = values.AddSectionDictionary("ARROW")->AddSectionDictionary(arrow.by_itself ? "BY_ITSELF" : "BY_PEOPLE");
        one->SetValue("PATH", arrow.path);
    }
    for (const Placed& one : layout.placed) fill_card(values, one);
    return tongue.templates.fill("diagram_page.tpl", values);
}

}  // namespace hearth::web::drawing
