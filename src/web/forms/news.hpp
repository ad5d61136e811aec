#pragma once

#include <optional>
#include <string>

#include "web/forms/typed.hpp"
#include "web/pages/view.hpp"

/// News of a matter by mail: whoever holds the code says where they go, and ends it here or by the link in each mail.
namespace hearth::web::forms {

/// `posted`: "go" is "begin" with an "address", "end", or left out to look. A fault in the address comes back with what was typed.
/// Nothing when the code opens nothing, or when this office sends no mail.
std::optional<http::Response> news_page(const pages::View& view, const std::string& code, const Posted& posted, base::Instant now);

/// What the link in a mail leads to: asks first, ends it when `is_sent`. Says the same whether or not there was such a
/// subscription.
http::Response stop_page(const pages::View& view, const std::string& token, bool is_sent);

}  // namespace hearth::web::forms
