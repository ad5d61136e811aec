#include "web/drawing/cards.hpp"

#include <algorithm>
#include <map>

#include "web/drawing/lines.hpp"

namespace hearth::web::drawing {
namespace {

using procedure::ActRule;
using procedure::Owner;
using procedure::State;

constexpr double k_padding = 10;
constexpr double k_line = 19;

/// Writes cards in the words of one language.
class Writer {
public:
    Writer(const procedure::Procedure& procedure, const procedure::Pack& pack, const pages::Tongue& tongue, double width)
        : procedure_(procedure), pack_(pack), words_(tongue.wording), width_(width) {
        for (const State& state : procedure.states) numbers_[state.id] = static_cast<int>(numbers_.size()) + 1;
    }

    [[nodiscard]] Card card_of(const State& state) const {
        Card card;
        card.number = numbers_.at(state.id);
        card.look = look_of(state);
        card.indent = state.owner == Owner::body ? std::min(level_of(state.owner_body), k_indents_most) : 0;
        say(card, CardLine::Kind::title, std::to_string(card.number) + "  " + words_.of(state.title));
        say(card, CardLine::Kind::owner, owner_and_term(state));
        for (const ActRule& act : procedure_.acts) {
            if (std::ranges::find(act.from, state.id) != act.from.end()) add_way(card, act);
        }
        add_expiry(card, state);
        return finished(std::move(card));
    }

    /// What is possible from "start", "any_open" or "any_quiet".
    [[nodiscard]] std::optional<Card> general(std::string_view from) const {
        Card card;
        card.look = Look::general;
        say(card, CardLine::Kind::title, words_.place_in(std::string(from), procedure_));
        for (const ActRule& act : procedure_.acts) {
            if (std::ranges::find(act.from, from) != act.from.end()) add_way(card, act);
        }
        if (card.lines.size() == 1) return std::nullopt;
        card.ways.clear();  // no arrow can show "from everywhere"
        return finished(std::move(card));
    }

private:
    [[nodiscard]] int level_of(const procedure::Body& body) const { return body.independent ? k_indents_most : body.height; }

    [[nodiscard]] Look look_of(const State& state) const {
        if (state.quiet) return Look::quiet;
        if (state.owner != Owner::body) return Look::yours;
        return level_of(state.owner_body) > 0 ? Look::above : Look::office;
    }

    [[nodiscard]] std::string owner_and_term(const State& state) const {
        if (state.quiet) return words_.say()("diagram.quiet");
        const std::string owner = words_.owner(state, pack_);
        if (!state.deadline) return words_.say().with("diagram.no_term", owner);
        const std::string term = words_.term(state.deadline->term);
        if (!state.deadline->extend) return words_.say().with("diagram.owner", owner, term);
        const std::string more = words_.term({state.deadline->extend->n, state.deadline->term.unit});
        return words_.say().with("diagram.owner", owner, words_.say().with("diagram.extend", term, more));
    }

    [[nodiscard]] double width_of(const Card& card) const { return width_ - card.indent * k_indent - 2 * k_padding; }

    void say(Card& card, CardLine::Kind kind, const std::string& text) const {
        for (std::string& line : lines_of(text, width_of(card) / size_of(kind), words_.language())) {
            card.lines.push_back({kind, std::move(line)});
        }
    }

    void add_way(Card& card, const ActRule& act) const {
        if (act.to == "same") {
            say(card, CardLine::Kind::way, words_.say().with("diagram.stays", words_.of(act.title)));
            return;
        }
        const int to = numbers_.at(act.to);
        say(card, CardLine::Kind::way, words_.say().with("diagram.way", words_.of(act.title), std::to_string(to)));
        card.ways.push_back({to, false});
    }

    void add_expiry(Card& card, const State& state) const {
        if (!state.deadline || !state.on_expire) return;
        if (state.on_expire->to.empty()) {
            say(card, CardLine::Kind::expiry, words_.say()("diagram.overdue"));
            return;
        }
        const int to = numbers_.at(state.on_expire->to);
        say(card, CardLine::Kind::expiry, words_.say().with("diagram.expiry", std::to_string(to)));
        card.ways.push_back({to, true});
    }

    [[nodiscard]] static Card finished(Card card) {
        card.height = baseline_of(card.lines.size()) - k_line + k_padding + 4;
        return card;
    }

    const procedure::Procedure& procedure_;
    const procedure::Pack& pack_;
    const pages::Wording& words_;
    const double width_;
    std::map<std::string, int> numbers_;
};

}  // namespace

double baseline_of(std::size_t line) { return k_padding + 14 + k_line * static_cast<double>(line); }

double size_of(CardLine::Kind kind) { return kind == CardLine::Kind::title ? 15 : 13.5; }

std::vector<Card> cards_of(const procedure::Procedure& procedure, const procedure::Pack& pack, const pages::Tongue& tongue,
                           double card_width) {
    const Writer writer(procedure, pack, tongue, card_width);
    std::vector<Card> cards;
    if (auto start = writer.general("start")) cards.push_back(std::move(*start));
    for (const State& state : procedure.states) cards.push_back(writer.card_of(state));
    for (const std::string_view from : {"any_open", "any_quiet"}) {
        if (auto card = writer.general(from)) cards.push_back(std::move(*card));
    }
    return cards;
}

}  // namespace hearth::web::drawing
