#pragma once

#include <optional>
#include <string>

#include "web/forms/typed.hpp"
#include "web/pages/view.hpp"

/// News of a matter by mail or by a feed of its own: whoever holds the code begins and ends them here; mails also end by the link
/// in each of them.
namespace hearth::web::forms {

/// `posted`: "go" is "begin" with an "address", "end", "begin_feed", "end_feed", or left out to look. A fault in the address comes
/// back with what was typed. The address of a feed is shown once: its token is not kept. Nothing when the code opens nothing.
std::optional<http::Response> news_page(const pages::View& view, const std::string& code, const Posted& posted, base::Instant now);

/// What the link in a mail leads to: asks first, ends it when `is_sent`. Says the same whether or not there was such a
/// subscription.
http::Response stop_page(const pages::View& view, const std::string& token, bool is_sent);

}  // namespace hearth::web::forms
