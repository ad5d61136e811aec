#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/desk/visit.hpp"

/// One matter as the posts of a visit see it, and what they may do in it.
namespace hearth::web::desk {

/// Out of its row and of entries of it. Nothing when its procedure or step is not known here.
std::optional<pages::OpenedMatter> opened_of(const Visit& visit, const record::MatterRow& row,
                                             const std::vector<record::StoredEntry>& stored);

/// Whether the visitor declared a conflict in the matter: she neither acts in it nor reads it.
bool stands_aside(const Visit& visit, const matter::Matter& matter);

/// Nothing also where the office of the desk is what the matter is about: it neither reads a report about itself nor learns that
/// there is one. Nothing either where the visitor stands aside.
std::optional<pages::OpenedMatter> opened_matter(const Visit& visit, base::MatterId id);

/// The first words that the resident wrote, or what kind of matter it is.
std::string heading_of(const Visit& visit, const pages::OpenedMatter& opened);

/// Whether somebody of the visit may do this act now, as far as text and posts say; guards speak when it is sent.
bool may_do(const Visit& visit, const procedure::ActRule& act, const pages::OpenedMatter& opened);

/// Acts of these that may be done for several matters at once: the procedure says `bulk`, which it may only of what goes against
/// nobody and ends nothing (right 24), and nothing has to be written or chosen.
std::vector<const procedure::ActRule*> done_together(const Visit& visit, const pages::OpenedMatter& opened);

/// The act by the post that it names, with nothing written yet.
office::Command command_by(const Visit& visit, const pages::OpenedMatter& opened, const procedure::ActRule& act);

}  // namespace hearth::web::desk
