#pragma once

#include <optional>
#include <string_view>

#include "web/notices/public_acts.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::notices {

/// What hangs in front of the hall, on one sheet of A4 in each language: the notices that run, hours and receptions, the figures of
/// the last quarters, and the record with the key by which anybody verifies it.
http::Response board_page(const pages::View& view, const PublicActs::Told& told);

/// One notice as a sheet; `entry` is where its act stands in the record. Nothing when there is none, or its days have ended.
std::optional<http::Response> notice_page(const pages::View& view, const PublicActs::Told& told, std::string_view entry);

/// When it is open, and who receives people when: HOURS, RECEPTIONS.
void fill_hours(ctemplate::TemplateDictionary& values, const pages::View& view);

/// Public acts in force with their addresses: NOTICES with a NOTICE each.
void fill_index(ctemplate::TemplateDictionary& values, const pages::View& view, const PublicActs::Told& told);

}  // namespace hearth::web::notices
