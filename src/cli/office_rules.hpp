#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "cli/installation.hpp"
#include "procedure/load.hpp"
#include "record/store.hpp"

/// The rules of an office: the pack in its folder, and the former ones that its store keeps for the matters that began under them.
namespace hearth::cli {

/// What an office may work under: a pack that loads and takes no right away. A Fault in the operator's words with every error, or
/// every breach with the shortest way to it.
std::shared_ptr<const procedure::Ruleset> load_lawful_procedures(const std::vector<procedure::SourceFile>& files);

/// A pack as the store keeps it.
record::PackText packed(const std::string& digest, const std::vector<procedure::SourceFile>& files);

/// Its files again; a Fault when they are damaged.
std::vector<procedure::SourceFile> unpacked(const record::PackText& pack);

/// The rules of `files` (`today`) with the texts of all former packs that the store keeps, and to which of them today's only add.
std::shared_ptr<const procedure::Ruleset> with_former(std::shared_ptr<const procedure::Ruleset> today,
                                                      const std::vector<procedure::SourceFile>& files, record::Store& store);

/// Refuses (a Fault in the operator's words) to go over from the packs that the store keeps to `files` when a procedure has another
/// text under the same version, or a matter that runs began under a version that is found nowhere.
void check_change(const std::vector<procedure::SourceFile>& files, const procedure::Ruleset& today, record::Store& store);

/// The posts that a password alone does not open. A Fault when `office.yaml` names one that the pack does not have: a slip of the
/// pen must not leave a post open.
std::vector<base::PostId> guarded_posts(const OfficePaths& paths, const OfficeConfig& config, const procedure::Pack& pack);

/// Whether an office that is served could go on under what lies in its folder now; a Fault in the operator's words when not.
void check_reload(const OfficePaths& paths);

/// Facts of the act `pack_changed`: pack, version, ruleset, before (the digest that the record named, if any), and `widened`: the
/// procedures whose new version only widens what residents may, so that it can be offered to matters that run under the old one.
base::Json changed_facts(const procedure::Ruleset& today, const std::vector<procedure::SourceFile>& files,
                         const std::string& before, record::Store& store);

}  // namespace hearth::cli
