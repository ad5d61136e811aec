#include "web/http/date.hpp"
#include "web/notices/atom.hpp"
#include "web/notices/feeds.hpp"
#include "web/notices/notice_words.hpp"
#include "web/pages/addresses.hpp"

namespace hearth::web::notices {
namespace {

using pages::View;

bool says_days_only(const View& view) { return !view.office->rules->pack.checkpoint_hours.empty(); }

/// The first instant of a day, where instants are not given.
base::Instant told_instant(base::Instant at, const View& view) {
    if (!says_days_only(view)) return at;
    const procedure::ZoneRules& zone = view.office->rules->zone();
    return zone.instant_of({zone.date(at), 0});
}

AtomEntry entry_of(const PublicAct& act, const View& view) {
    const NoticeWords words = words_of(act, view);
    return {view.office->key.name + "/entry/" + std::to_string(act.entry),
            words.title,
            plain_text(words, view.tongue.catalogue),
            pages::whole_address(*view.office, view.language(), "/notices/" + std::to_string(act.entry)),
            told_instant(act.at, view),
            told_instant(act.withdrawn.value_or(act.at), view)};
}

}  // namespace

http::Response office_feed(const View& view, const PublicActs::Told& told) {
    constexpr std::int64_t k_second_ms = 1'000;
    const OfficeSite& office = *view.office;
    const Catalogue& say = view.tongue.catalogue;
    AtomFeed feed{office.key.name + "/feed",
                  say.with("feed.title", view.tongue.wording.office(office.profile.id)),
                  say("feed.note"),
                  pages::whole_address(office, view.language(), "/feed"),
                  pages::whole_address(office, view.language(), "/notices"),
                  told_instant(told.changed, view),
                  {}};
    for (const PublicAct& act : told.acts) feed.entries.push_back(entry_of(act, view));
    http::Response response = atom_answer(view, feed);
    response.cache_control = "no-cache";
    // A day would be the same date for two lists of that day.
    if (!says_days_only(view)) response.last_modified = http::http_date(told.changed.ms / k_second_ms);
    return response;
}

}  // namespace hearth::web::notices
