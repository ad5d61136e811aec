#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "web/desk/sessions.hpp"
#include "web/forms/papers.hpp"
#include "web/pages/page_cache.hpp"
#include "web/pages/timeline.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::desk {

/// One request of somebody who is signed in.
struct Visit {
    const pages::View& view;
    Session session;
    std::vector<base::PostId> posts;  // held today
    base::Instant now;
    std::map<std::string, std::string> in_place_of = {};  // post -> login of who is away, where the visitor is a deputy only
    std::vector<base::PostId> guarded = {};               // held today too, but not opened by a password alone

    /// The same visit on another page. A copy that is kept for later outlives its own view, and is for this alone.
    [[nodiscard]] Visit on(const pages::View& page) const { return {page, session, posts, now, in_place_of, guarded}; }
    [[nodiscard]] bool holds(const std::string& post) const;
    /// One who holds several posts reads what any of them may.
    [[nodiscard]] pages::Reader reader() const;
};

/// What people call a post of the office.
std::string title_of(const Visit& visit, const base::PostId& id);

/// The frame of a page of the desk, with who is signed in as what.
void fill_desk_frame(ctemplate::TemplateDictionary& values, const Visit& visit, const std::string& title);
/// The same for a page with a form that is being filled in.
void fill_desk_form_frame(ctemplate::TemplateDictionary& values, const Visit& visit, const std::string& title);

/// Open matters, the most urgent first. `query` filters by words, procedure, day, news and whose turn it is; never by person.
/// `refused`: why the button below the list did nothing.
http::Response list_page(const Visit& visit, const forms::Posted& query, const std::string& refused = {});

/// One act for each of the matters that were ticked in the list, and what became of each.
void take_acts_together(const Visit& visit, const forms::Posted& posted, http::Respond respond);

/// What was just recorded, for the head of a page.
struct Recorded {
    std::string code;  // of a party whom the act invited, shown this once to be handed to her; else empty
};

/// One matter as the posts of the visit may read it, and what they may do; noted as a reading. Nothing when there is none.
std::optional<http::Response> matter_page(const Visit& visit, base::MatterId id, const std::optional<Recorded>& recorded = {});

/// The same, as it was drawn for this session, for as long as nothing was written and the day is the same. Each look is noted.
std::optional<http::Response> matter_page_again(const Visit& visit, base::MatterId id, pages::PageCache& drawn);

/// A paper of a matter by the digest of its file, if the posts of the visit may read it; noted as a reading.
std::optional<http::Response> paper_file(const Visit& visit, base::MatterId id, std::string_view file);

/// Standing aside in a matter (right 4): what may be the ground, what follows, and once it was sent that it stands on the record.
void take_conflict(const Visit& visit, base::MatterId id, const forms::Posted& posted, http::Respond respond);

/// What somebody sees of a matter in which she stands aside: its number. Nothing where she does not.
std::optional<http::Response> aside_page(const Visit& visit, base::MatterId id);

/// Handing a post of one's own to a colleague for some days, beside oneself; an act on the record (`post_given`).
http::Response deputy_page(const Visit& visit);
void hand_over(const Visit& visit, const forms::Posted& posted, http::Respond respond);

/// The form of an act, or what came of it once it was sent.
void take_act(const Visit& visit, base::MatterId id, forms::Filled filled, http::Respond respond);

}  // namespace hearth::web::desk
