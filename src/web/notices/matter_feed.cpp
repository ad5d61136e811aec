#include <algorithm>

#include "base/bytes.hpp"
#include "office/filed_acts.hpp"
#include "record/sha256.hpp"
#include "web/notices/atom.hpp"
#include "web/notices/feeds.hpp"
#include "web/pages/addresses.hpp"
#include "web/pages/news_mail.hpp"

namespace hearth::web::notices {
namespace {

using pages::View;

constexpr std::size_t k_entries_max = 30;

/// A matter as its feed needs it: the rules by which mails would be sent, and whose feed it is.
struct Told {
    const View& view;
    const procedure::Procedure& procedure;
    office::Office office;
    matter::Matter matter;
    people::PrivateFeed feed;
};

/// What would have gone to her by mail.
bool is_for_her(const record::OutboxRow& row, const Told& told) {
    return row.to == "parties" || (row.to == "resident" && told.feed.party == told.matter.party);
}

std::string content_of(const record::Frame& frame, const Told& told) {
    const pages::Wording& words = told.view.tongue.wording;
    const procedure::State* state = told.procedure.state(frame.to);
    std::string text = state == nullptr ? std::string() : pages::next_step(frame.owner, *state, words);
    const auto day = frame.due ? base::parse_date(frame.due->last_day) : base::Refusal{};
    if (day) text += (text.empty() ? "" : "\n") + words.say().with("news.until", words.dates().day(*day));
    return text;
}

void add_entries(AtomFeed& feed, const record::StoredEntry& entry, const std::string& record, const Told& told) {
    auto frame = record::open_frame(entry.frame);
    if (!frame) return;
    frame->matter = told.matter.id;  // of what was done elsewhere as well
    for (const record::OutboxRow& row : office::notices_of(told.office, *frame, entry.index)) {
        const procedure::Notice* notice = told.procedure.notice(row.notice);
        const std::string name = feed.name + "/" + record + "/" + std::to_string(entry.index) + "." + row.notice;
        const bool is_there = !feed.entries.empty() && feed.entries.back().name == name;
        if (!is_for_her(row, told) || notice == nullptr || is_there) continue;
        feed.entries.push_back({name, told.view.tongue.wording.of(notice->title), content_of(*frame, told), feed.alternate,
                                frame->recorded_at, frame->recorded_at});
    }
}

std::optional<Told> find(const View& view, const std::string& token) {
    if (view.office->subscriptions == nullptr) return std::nullopt;
    auto feed = view.office->subscriptions->feed(digest_of_token(token));
    const auto row = feed ? view.office->store->matter(feed->matter) : std::nullopt;
    auto matter = row ? matter::load(row->folded) : base::Result<matter::Matter>(base::Refusal{});
    if (!matter) return std::nullopt;
    const procedure::Procedure* procedure = view.office->rules->pack.procedure(matter->procedure.text, matter->procedure_version);
    if (procedure == nullptr) return std::nullopt;
    office::Office office(view.office->profile, view.office->rules);
    office.put(*matter);
    return Told{view, *procedure, std::move(office), std::move(*matter), std::move(*feed)};
}

}  // namespace

std::string digest_of_token(const std::string& token) { return base::hex(base::view(record::sha256(token))); }

std::optional<http::Response> matter_feed(const View& view, const std::string& token) {
    const auto told = find(view, token);
    if (!told) return std::nullopt;
    const OfficeSite& office = *view.office;
    AtomFeed feed{office.key.name + "/news/" + told->feed.token_digest,
                  view.tongue.catalogue.with("feed.matter_title", view.tongue.wording.office(office.profile.id)),
                  view.tongue.catalogue("feed.matter_note"),
                  pages::whole_address(office, view.language(), "/news/feed?t=" + token),
                  pages::whole_address(office, view.language(), "/matter"),
                  told->feed.since,
                  {}};
    const auto filed = office::filed_acts(office.store->entries_of(told->matter.id), office.origin);
    for (std::size_t i = 0; i < filed.entries.size(); ++i) add_entries(feed, filed.entries[i], filed.records[i], *told);
    std::ranges::reverse(feed.entries);
    if (feed.entries.size() > k_entries_max) feed.entries.resize(k_entries_max);
    if (!feed.entries.empty()) feed.updated = feed.entries.front().updated;
    http::Response response = atom_answer(view, feed);
    response.cache_control = "private, no-cache";
    return response;
}

}  // namespace hearth::web::notices
