#pragma once

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "procedure/calendar.hpp"
#include "procedure/model.hpp"

namespace hearth::procedure {

/// One file of a pack as it was read: name (as people shall see it in errors) and bytes. Whoever has a disk reads them.
struct SourceFile {
    std::string name;
    std::string bytes;
};

/// Everything an office runs under: its pack, the calendars and zones it names.
struct Ruleset {
    Pack pack;
    std::map<std::string, Calendar> calendars;
    std::map<std::string, ZoneRules> zones;
    /// Former versions of a procedure to which today's text only adds rights: it is offered to the matters that run under them.
    std::map<std::string, std::set<int>> widened = {};
    std::string digest;  // base64url SHA-256 over the files, names and bytes in order of name; stands in the record

    /// The calendar of the pack (its first) and its zone.
    [[nodiscard]] const Calendar& calendar() const;
    [[nodiscard]] const ZoneRules& zone() const;
};

/// Adds to the rules of today the texts of a former pack under which matters may still run. Bodies, posts and calendars that both
/// have stand as they are today: they say who does the work and which days count, not what a resident was promised.
void add_former(Ruleset& today, const Ruleset& former);

/// The procedures whose version in `after` is higher than in `before` and changes nothing but what an overlay might change too:
/// every change widens what residents may (docs/formats/procedure.md, "Overlays"). Such a version can be offered to running
/// matters.
std::vector<std::string> only_widened(const std::vector<SourceFile>& before, const std::vector<SourceFile>& after);

/// One error of a text: right 0 is the text itself, 1 to 24 a right (the checker).
struct TextError {
    base::Place place;
    std::string message;  // plain words, in English, for the author of the text
};

/// Parses and resolves one pack, with those it stands on, and their procedures, calendars and zones. Gives all errors, never only
/// the first. Of several packs in `files` the one is meant over which no other stands.
std::variant<Ruleset, std::vector<TextError>> load_ruleset(const std::vector<SourceFile>& files);

/// One file that holds a procedure or changes one (an overlay). Without an id it could not be read so far.
struct ProcedureFile {
    std::string procedure;
    std::string file;
};

/// One pack of a folder, on top of those it stands on. `procedures` are the ones that it brings or changes itself.
struct PackReading {
    Ruleset rules;
    std::vector<ProcedureFile> procedures;
};

/// All packs of a folder, each after those it stands on, and every error of every file. What lies below an error is left out.
struct FolderReading {
    std::vector<PackReading> packs;
    std::vector<TextError> errors;
};
FolderReading read_folder(const std::vector<SourceFile>& files);

}  // namespace hearth::procedure
