#include "web/pages/news_mail.hpp"

#include "base/fault.hpp"
#include "matter/matter.hpp"
#include "web/pages/addresses.hpp"

namespace hearth::web::pages {

std::string next_step(const base::OfficeId& owner, const procedure::State& state, const Wording& wording) {
    if (state.quiet) return wording.say()("promise.quiet");
    if (owner.empty()) return wording.say()("promise.your_word");
    return wording.say().with("promise.owes", wording.office(owner));
}

notice::Mail news_mail(const OfficeSite& office, const Wording& wording, const record::OutboxRow& row,
                       const people::Subscription& reader) {
    const Catalogue& say = wording.say();
    const auto stored = office.store->matter(row.matter);
    const auto matter = stored ? matter::load(stored->folded) : base::Result<matter::Matter>(base::Refusal{});
    if (!matter) throw base::Fault("matter " + std::to_string(row.matter.number) + " of a notice cannot be read");
    const procedure::Procedure* procedure = office.rules->pack.procedure(matter->procedure.text, matter->procedure_version);
    const procedure::Notice* notice = procedure == nullptr ? nullptr : procedure->notice(row.notice);
    const procedure::State* state = procedure == nullptr ? nullptr : procedure->state(matter->state);
    const std::string number = matter::number_of(*matter, office.profile.matter_prefix);

    notice::Mail mail;
    mail.to = reader.address;
    mail.subject = say.with("news.subject", number);
    mail.id = std::to_string(row.entry) + "." + row.notice + "." + reader.token + "@" +
              office.origin.substr(0, office.origin.find_first_of("/:"));
    mail.stop = whole_address(office, reader.language, "/news/stop?t=" + reader.token);
    mail.body = in(office.title, reader.language) + "\n\n";
    if (notice != nullptr) mail.body += wording.of(notice->title) + "\n";
    if (state != nullptr) mail.body += next_step(matter->owner, *state, wording) + "\n";
    if (const auto day = matter->due ? base::parse_date(matter->due->last_day) : base::Refusal{}; day)
        mail.body += say.with("news.until", wording.dates().day(*day)) + "\n";
    mail.body += "\n" + say("news.read_it") + "\n" + whole_address(office, reader.language, "/matter") + "\n\n" +
                 say("news.stop_it") + "\n" + mail.stop + "\n";
    return mail;
}

}  // namespace hearth::web::pages
