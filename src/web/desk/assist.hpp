#pragma once

#include "web/desk/assist_entry.hpp"
#include "web/forms/way_in.hpp"

/// Assisted entry: a post outside the bodies that owe answers writes down what somebody says at the window, on paper, by telephone
/// or at home, reads it back, and records it as her own act (rights 17 and 21). Nothing of a matter's content is shown here: who
/// enters a word need not read the file.
namespace hearth::web::desk {

/// Whether the posts of the visit enter anything for others in this office.
bool may_assist(const Visit& visit);

/// What can be entered: new matters, and a word in one that runs. Nothing where nothing can be.
std::optional<http::Response> assist_page(const Visit& visit);

/// The new matters that the posts of the visit may enter.
std::vector<forms::WayIn> ways_for(const Visit& visit);

/// A new matter for somebody: its form, or once it was sent her number, code and slip.
void assist_raise(const Visit& visit, const std::string& procedure, const std::string& act, forms::Filled filled, Reply reply,
                  http::Respond respond);

/// A word in the matter with this number or code (`which`): what can be said now, then its form, then what came of it. Noted as a
/// reading.
void assist_word(const Visit& visit, forms::Filled filled, http::Respond respond);

/// The pages above by their address below the office, which begins with `k_assist`: for who was asked to sign in again on the way.
inline constexpr std::string_view k_assist = "/desk/assist";
void resume_assist(const Visit& visit, std::string_view below, const forms::Posted& posted, http::Respond respond);

}  // namespace hearth::web::desk
