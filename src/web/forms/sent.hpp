#pragma once

#include <optional>
#include <string>

#include "web/pages/view.hpp"

/// What a person sees once the clerk has answered.
namespace hearth::web::forms {

/// A matter was opened: its number, its receipt code (the only time that it is shown), who owes what by when.
http::Response opened_page(const pages::View& view, const clerk::Acknowledged& done, const procedure::Procedure& procedure);

/// Words for the person when the machinery broke; the fault itself goes to the operator's log. Nothing when there is an answer.
std::optional<std::string> trouble_of(const clerk::Outcome& outcome, const pages::View& view);

http::Response no_such_page(const pages::View& view);

}  // namespace hearth::web::forms
