#pragma once

#include "web/forms/papers.hpp"
#include "web/pages/view.hpp"

/// Raising a matter on pages, one question a page, with a check of everything at the end. Each page carries what was typed before
/// in hidden fields; nothing lies on the server until it is sent.
namespace hearth::web::forms {

/// What can be raised at this office: every act by which a resident or a party opens a matter.
http::Response ways_in(const pages::View& view);

/// The first question. Nothing when the office has no such procedure or way in.
std::optional<http::Response> first_question(const pages::View& view, std::string_view procedure, std::string_view act);

/// What came from a page: the next question, the one before, the check, or, once it is sent, number, receipt code and what happens
/// now. A refusal leads back to the question that it is about, with everything still filled in. `received_at` is the legal time.
void go_on(const pages::View& view, const std::string& procedure, const std::string& act, Filled filled, base::Instant received_at,
           http::Respond respond);

}  // namespace hearth::web::forms
