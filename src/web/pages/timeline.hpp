#pragma once

#include "matter/matter.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// One matter as its page needs it.
struct OpenedMatter {
    const procedure::Procedure& procedure;
    matter::Matter matter;
    std::vector<record::StoredEntry> entries;  // oldest first
};

/// The acts, newest first: when, what, by whom, the words that the holder of the code may read, and where it stands in the record.
/// Words of an office's own notes (class "body") are left out; what a resident wrote is always shown to her.
void fill_timeline(ctemplate::TemplateDictionary& values, const View& view, const OpenedMatter& opened);

/// Whether the holder of the code may read this field: what a resident wrote always, of others what the parties may see.
bool may_read(const record::SealedField& field, bool by_resident);

/// The first words that the resident wrote, for a heading; empty when they are erased or sealed.
std::string first_words(const OpenedMatter& opened);

}  // namespace hearth::web::pages
