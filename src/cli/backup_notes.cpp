#include "cli/backup_notes.hpp"

#include "base/fault.hpp"
#include "base/json.hpp"
#include "store/files.hpp"

namespace hearth::cli {

namespace {

base::Instant instant_in(const base::Json& note, const char* name) {
    const auto instant = base::parse_rfc3339(note.at(name).get<std::string>());
    if (!instant) throw base::Fault(std::string("the notes about backups: \"") + name + "\" is no instant");
    return *instant;
}

BackupNotes notes_in(const base::Json& json) {
    BackupNotes notes;
    if (const auto made = json.find("made"); made != json.end())
        notes.made = {made->at("file").get<std::string>(), instant_in(*made, "at"), instant_in(*made, "until")};
    if (const auto proved = json.find("proved"); proved != json.end())
        notes.proved = {proved->at("file").get<std::string>(), instant_in(*proved, "made"), instant_in(*proved, "at"),
                        proved->at("entries").get<std::uint64_t>()};
    return notes;
}

}  // namespace

BackupNotes read_backup_notes(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return {};
    const base::Fault broken(file.string() + ": these are no notes about backups; remove the file and make a backup");
    const auto json = base::parse_json(store::read_file(file));
    if (!json || !json->is_object()) throw base::Fault(broken);
    try {
        return notes_in(*json);
    } catch (const base::Json::exception&) {
        throw base::Fault(broken);
    }
}

void write_backup_notes(const std::filesystem::path& file, const BackupNotes& notes) {
    base::Json json = base::Json::object();
    if (notes.made)
        json["made"] = {{"file", notes.made->file}, {"at", to_rfc3339(notes.made->at)}, {"until", to_rfc3339(notes.made->until)}};
    if (notes.proved)
        json["proved"] = {{"file", notes.proved->file},
                          {"made", to_rfc3339(notes.proved->made)},
                          {"at", to_rfc3339(notes.proved->at)},
                          {"entries", notes.proved->entries}};
    store::replace_synced(file, json.dump(2) + "\n");
}

}  // namespace hearth::cli
