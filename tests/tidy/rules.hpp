#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source.hpp"

/// The rules of the house, each a function from sources to what breaks it. What a rule is for stands at its name.
namespace hearth::tidy {

struct Finding {
    std::string path;
    int line = 0;
    std::string words;

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

/// Folders of src/ with their steps, read from the table that the build itself uses (cmake/ladder.cmake).
using Ladder = std::map<std::string, int, std::less<>>;
Ladder read_ladder(std::string_view cmake);

/// Whether a file stands in one of the folders of steps 0 to 5, tests apart.
bool is_pure(const Source& source, const Ladder& ladder);

/// A folder includes lower steps only: never a higher one, never its neighbour. So any part can be read alone.
Findings include_ladder(const Source& source, const Ladder& ladder);

/// Steps 0 to 5 are handed the time, bytes and chance; so any day of a town can be replayed and checked by an outsider.
Findings purity(const Source& source, const Ladder& ladder);

/// The same, judged on what was compiled: `names` is the output of `nm -u` over the objects of one pure folder.
Findings impure_symbols(const std::string& archive, const std::string& names);

/// Whatever calls another server lies in three folders: `names` as above, of any folder. So it can be read within an hour whom
/// Hearth speaks to, and by whose order (OWASP ASVS 4.0.3, 10.2.1).
Findings calling_out(const std::string& archive, const std::string& names);

/// Steps 0 to 5 throw nothing of ours: a rule answers with a Refusal.
Findings throws(const Source& source, const Ladder& ladder);

/// SQL lies in store/ only.
Findings sql_outside_store(const Source& source);

/// HTML lies in templates only.
Findings html_outside_templates(const Source& source);

/// HTTP status codes lie in web/ and in files named http_*.
Findings status_outside_web(const Source& source);

/// Text for people lies in templates, packs and catalogues, where it can be translated; code speaks no Chinese.
Findings text_for_people(const Source& source);

/// Identifiers and the names in string literals hold no word of what Hearth refuses to know about a person (right 5).
Findings forbidden_words(const Source& source);

/// No query groups, counts, ranks or looks up matters by a person, and no route lists persons (right 22).
Findings lists_of_persons(const Source& source);

/// At most 140 characters in a line.
Findings long_lines(const Source& source);

/// At most 430 lines in a file: beyond that there is a second idea in it.
Findings long_file(const Source& source);

/// No macro but HEARTH_CHECK, HEARTH_TRY and what HEARTH_TRY is made of.
Findings macros(const Source& source);

/// No raw new or delete.
Findings raw_new(const Source& source);

/// A to-do carries the number of its issue.
Findings loose_to_do(const Source& source);

/// Tests write into a TemporaryFolder of their own: several run at once, and a folder with a fixed name is everybody's.
Findings shared_folder(const Source& source);

/// snake_case files; headers say #pragma once.
Findings file_form(const Source& source);

/// Each header is included by a file other than its own source.
Findings dead_headers(const std::vector<Source>& sources);

}  // namespace hearth::tidy
