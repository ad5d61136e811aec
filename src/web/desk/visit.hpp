#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/desk/sessions.hpp"
#include "web/forms/typed.hpp"
#include "web/pages/timeline.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::desk {

/// One request of somebody who is signed in.
struct Visit {
    const pages::View& view;
    Session session;
    std::vector<base::PostId> posts;  // held today
    base::Instant now;

    [[nodiscard]] bool holds(const std::string& post) const;
    /// One who holds several posts reads what any of them may.
    [[nodiscard]] pages::Reader reader() const;
    /// Whether the matter is a report about the office of the desk, which then neither reads it nor learns that there is one.
    [[nodiscard]] bool is_accused_in(const matter::Matter& matter) const;
};

/// The frame of a page of the desk, with who is signed in as what.
void fill_desk_frame(ctemplate::TemplateDictionary& values, const Visit& visit, const std::string& title);
/// The same for a page with a form that is being filled in.
void fill_desk_form_frame(ctemplate::TemplateDictionary& values, const Visit& visit, const std::string& title);

/// Open matters, the most urgent first. `query` filters by words, procedure and whose turn it is; never by person.
http::Response list_page(const Visit& visit, const forms::Posted& query);

/// What was just recorded, for the head of a page.
struct Recorded {
    std::string code;  // of a party whom the act invited, shown this once to be handed to her; else empty
};

/// One matter as the posts of the visit may read it, and what they may do; noted as a reading. Nothing when there is none.
std::optional<http::Response> matter_page(const Visit& visit, base::MatterId id, const std::optional<Recorded>& recorded = {});

/// A paper of a matter by the digest of its file, if the posts of the visit may read it; noted as a reading.
std::optional<http::Response> paper_file(const Visit& visit, base::MatterId id, std::string_view file);

/// The form of an act, or what came of it once it was sent.
void take_act(const Visit& visit, base::MatterId id, const forms::Posted& posted, http::Respond respond);

}  // namespace hearth::web::desk
