#pragma once

#include <map>
#include <string>
#include <vector>

#include "procedure/load.hpp"
#include "procedure/text/bodies.hpp"
#include "procedure/text/references.hpp"
#include "procedure/text/yaml_tree.hpp"

namespace hearth::procedure::text {

/// Sorts the files of a folder into packs and reads each pack after the one it stands over.
class FolderReader {
public:
    explicit FolderReader(const std::vector<SourceFile>& files);
    FolderReading read();
    /// After `read`: the procedures of the pack that was read last, as texts.
    [[nodiscard]] const std::map<std::string, YamlNode>& texts() const;

private:
    enum class Kind { pack, procedure, overlay, calendar, zone_rules };
    struct File {
        std::string name;
        Kind kind;
        YamlNode root;
    };
    /// One pack while it is read; `trees` are the procedures as texts, for overlays to change.
    struct Draft {
        PackReading reading;
        Bodies bodies;
        std::map<std::string, YamlNode> trees;
        std::vector<std::pair<std::string, References>> references;  // by procedure
    };

    void sort_into_packs(const std::vector<SourceFile>& files);
    void place(const SourceFile& source, int number);
    bool is_ready(const std::string& folder) const;
    void read_pack_of(const std::string& folder);
    void read_calendars_and_zones(const std::vector<File>& files, Draft& draft);
    void read_procedures(const std::vector<File>& files, Draft& draft);
    void read_overlays(const std::vector<File>& files, Draft& draft);
    void lay_over(const File& file, Procedure& procedure, Draft& draft);
    void read_again(const File& pack_file, const Pack& below, Draft& draft);
    Procedure read_one(const YamlNode& root, const std::string& file, Draft& draft);
    void check_names(Draft& draft);

    Reading reading_;
    std::vector<std::string> folders_;                // of packs, each with a trailing slash
    std::map<std::string, std::vector<File>> files_;  // by folder of the pack
    std::map<std::string, Draft> drafts_;             // by id of the pack
    std::vector<std::string> order_;                  // ids in the order in which they were read
};

}  // namespace hearth::procedure::text
