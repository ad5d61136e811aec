#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "clerk/clerk.hpp"
#include "clerk/fork_guard.hpp"
#include "clerk/keys.hpp"
#include "cli/office_config.hpp"
#include "procedure/load.hpp"
#include "record/store.hpp"

/// The folder of an installation and its offices: where files lie, who holds them, and how clerk and store are joined.
namespace hearth::cli {

/// Where the files of one office lie. OFFICE on the command line is `root`.
struct OfficePaths {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path config() const { return root / "office.yaml"; }
    [[nodiscard]] std::filesystem::path database() const { return root / "office.db"; }
    [[nodiscard]] std::filesystem::path checkpoint() const { return root / "checkpoint"; }
    [[nodiscard]] std::filesystem::path erasures() const { return root / "erasures"; }
    [[nodiscard]] std::filesystem::path papers() const { return root / "papers"; }
    [[nodiscard]] std::filesystem::path procedures() const { return root / "procedures"; }
    [[nodiscard]] std::filesystem::path receipts() const { return root / "receipts"; }
    [[nodiscard]] std::filesystem::path lock() const { return root / "lock"; }
    [[nodiscard]] std::filesystem::path signing_key() const { return root / "keys" / "signing.key"; }
    [[nodiscard]] std::filesystem::path box_key() const { return root / "keys" / "box.key"; }
    [[nodiscard]] std::filesystem::path next_signing_key() const { return root / "keys" / "signing.key.next"; }
    [[nodiscard]] std::filesystem::path witness_key() const { return root / "keys" / "witness.key"; }
    [[nodiscard]] std::filesystem::path box_public() const { return root / "box.pub"; }
    [[nodiscard]] std::filesystem::path search() const { return root / "search.db"; }
    [[nodiscard]] std::filesystem::path people() const { return root / "people.db"; }
    [[nodiscard]] std::filesystem::path answers() const { return root / "answers.yaml"; }
    [[nodiscard]] std::filesystem::path clock() const { return root / "clock"; }
    [[nodiscard]] std::filesystem::path backup_key() const { return root / "keys" / "backup.key"; }
    [[nodiscard]] std::filesystem::path backup_notes() const { return root / "backups.json"; }
};

/// The offices below DIR: DIR itself when it holds an office.yaml, else every folder in it that does, by name. A Fault when
/// there is none.
std::vector<OfficePaths> offices_in(const std::filesystem::path& dir);

/// Where the socket of a served installation lies: in DIR of `hearth serve DIR`; looked for in the office's folder and the one
/// above.
std::filesystem::path control_socket_of(const OfficePaths& office);

/// All YAML files below a folder, named relative to it. A Fault when there is none.
std::vector<procedure::SourceFile> read_procedures(const std::filesystem::path& folder);
/// Parses them; a Fault with every error when the pack does not load.
std::shared_ptr<const procedure::Ruleset> load_procedures(const std::vector<procedure::SourceFile>& files);

/// What a clerk and its ceremonies need of the folder.
clerk::Settings settings_of(const OfficePaths& paths, const OfficeConfig& config, std::shared_ptr<const procedure::Ruleset> rules);
std::unique_ptr<record::Store> open_store(const OfficePaths& paths);
/// "<origin>+<hex>+<base64>": the key that is printed on notices and given to witnesses.
std::string vkey_of(const OfficeConfig& config, const base::Signer& key);
/// The key to which content for a peer is encrypted; a Fault when it is none.
base::Bytes32 box_key_of(const Peer& peer);
/// Keys that signed for this origin and those before it: the one of today and the former ones that `office.yaml` names.
std::vector<record::VerifierKey> own_keys(const OfficeConfig& config, const base::Signer& key);
/// "<host>/o/<office>/witness": under this name it cosigns the checkpoints of others.
std::string witness_name(const OfficeConfig& config);

/// What the copy beside the database, the witnesses and the mirror have seen of us. A neighbour that cannot be reached is passed
/// over.
std::vector<clerk::Outside> look_outside(const OfficePaths& paths, const OfficeConfig& config);
/// Throws Fault when signing on could fork the record (clerk/fork_guard.hpp).
void compare_with_outside(const OfficePaths& paths, const OfficeConfig& config, record::Store& store, const base::Signer& signer);

/// An office opened for writing: locked, its keys read, its store open, compared with the outside, its clerk at work.
class OpenOffice {
public:
    /// Throws Fault in words for the operator, also when going on would fork the record.
    explicit OpenOffice(OfficePaths paths);
    ~OpenOffice();
    OpenOffice(const OpenOffice&) = delete;
    OpenOffice& operator=(const OpenOffice&) = delete;

    [[nodiscard]] const OfficePaths& paths() const;
    [[nodiscard]] const OfficeConfig& config() const;
    [[nodiscard]] clerk::Clerk& clerk();
    [[nodiscard]] record::Store& store();
    [[nodiscard]] const base::Signer& signer() const;
    [[nodiscard]] std::string vkey() const { return vkey_of(config(), signer()); }

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Makes the folder of a new office: keys, office.yaml, its procedures, and the record with its first act at the time of `clock`
/// (of the machine, where none is given). A Fault when there is one already.
void found_office(const OfficePaths& paths, const OfficeConfig& config, const std::vector<procedure::SourceFile>& procedures,
                  const base::Clock& clock);
void found_office(const OfficePaths& paths, const OfficeConfig& config, const std::vector<procedure::SourceFile>& procedures);

}  // namespace hearth::cli
