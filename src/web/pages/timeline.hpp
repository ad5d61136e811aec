#pragma once

#include <functional>
#include "matter/matter.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::pages {

/// One matter as its page needs it.
struct OpenedMatter {
    const procedure::Procedure& procedure;
    matter::Matter matter;
    std::vector<record::StoredEntry> entries;  // oldest first; those of other offices too, as far as they are known here
    std::vector<std::string> records;          // origin of each entry; empty: of this office
    base::PartyId party = {};                  // whose code opened it
};

/// Who looks at a matter: whoever holds its code, or somebody with posts in the office.
struct Reader {
    std::vector<std::string> posts;                                           // none: the holder of the code
    std::function<std::optional<base::Json>(const base::Json&)> unseal = {};  // opens what was sealed to the office; empty: nothing

    [[nodiscard]] bool is_holder() const { return posts.empty(); }
};

/// What an act is called: by its procedure, or by the catalogue where it is a step that every procedure knows.
std::string title_of_act(const std::string& act, const procedure::Procedure& procedure, const View& view);

/// The acts, newest first: when, what, by whom, the words that the reader may read, and where it stands in the record. The holder
/// of the code reads what she wrote and what is for the parties; a post reads the fields that name it as a reader, and those of
/// decisions. What is sealed is opened for its readers; a name only after an act of unsealing (right 7).
void fill_timeline(ctemplate::TemplateDictionary& values, const View& view, const OpenedMatter& opened, const Reader& reader = {});

/// "request.words" in the forms of a procedure; nothing for what no form holds, as receipt codes.
const procedure::Field* field_of(const procedure::Procedure& procedure, std::string_view name);

/// Whether a party did the act.
bool is_of(const record::Frame& frame, const base::PartyId& party);

/// What the reader may see of a field of an act; nothing when it is not for her, or no form of the procedure holds it. `is_hers`:
/// the holder of the code wrote it.
std::optional<base::Json> value_for(const Reader& reader, const record::SealedField& sealed, const OpenedMatter& opened,
                                    bool is_hers);

/// The office of this installation in whose folder the papers of an act lie: `record` is the origin where the act stands, empty for
/// our own. None: that office takes no papers, or is in another installation.
const OfficeSite* keeper_of_papers(const View& view, const std::string& record);

/// Whether the holder of the code may read this field: what she wrote herself always, of others what the parties may see.
bool may_read(const record::SealedField& field, bool is_hers);

/// The first words that the resident wrote, for a heading; empty when they are erased, sealed, or not for this reader.
std::string first_words(const OpenedMatter& opened, const Reader& reader = {});

}  // namespace hearth::web::pages
