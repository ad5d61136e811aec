#include "web/forms/plain_word.hpp"

#include "office/entered_words.hpp"
#include "office/newer_text.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/problem_page.hpp"

namespace hearth::web::forms {

bool is_plain_word(const std::string& act) { return act == office::k_take_newer || act == office::k_undo_entered; }

void say_plain_word(const pages::View& view, const pages::FoundByCode& found, const Posted& posted, base::Instant received_at,
                    http::Respond respond) {
    office::Command command;
    command.by.kind = record::Actor::Kind::resident;
    command.by.party = found.opened.party;
    command.office = view.office->profile.id;
    command.procedure = found.opened.matter.procedure;
    command.act = text_of(posted, "act");
    command.matter = found.opened.matter.id;
    command.received_at = received_at;
    command.seen = number_in(text_of(posted, "seen")).value_or(found.opened.matter.acts);
    const clerk::Ticket ticket{"code/" + command.by.party.text, command.act + "/" + std::to_string(*command.seen)};
    view.office->submit(std::move(command), ticket,
                        [view, code = found.code, respond = std::move(respond)](const clerk::Outcome& outcome) mutable {
                            if (trouble_of(outcome, view)) {
                                respond(pages::problem_page(view, k_unavailable));
                                return;
                            }
                            const auto told = outcome.answer() ? pages::Told::recorded : pages::Told::not_now;
                            auto page = pages::matter_page(view, code, told);
                            respond(page ? std::move(*page) : no_such_page(view));
                        });
}

}  // namespace hearth::web::forms
