#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "clerk/clerk.hpp"
#include "clerk/keys.hpp"
#include "cli/office_config.hpp"
#include "procedure/load.hpp"

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
    [[nodiscard]] std::filesystem::path backup_key() const { return root / "keys" / "backup.key"; }
};

/// The offices below DIR: DIR itself when it holds an office.yaml, else every folder in it that does, by name. A Fault when
/// there is none.
std::vector<OfficePaths> offices_in(const std::filesystem::path& dir);

/// Where the socket of a served installation lies: in DIR of `hearth serve DIR`; looked for in the office's folder and the one
/// above.
std::filesystem::path control_socket_of(const OfficePaths& office);

/// Holds the one right to write to an office (flock) until it goes. A Fault that says who holds it when somebody else does.
class OfficeLock {
public:
    explicit OfficeLock(const OfficePaths& office);
    ~OfficeLock();
    OfficeLock(OfficeLock&& other) noexcept;
    OfficeLock& operator=(OfficeLock&&) = delete;
    OfficeLock(const OfficeLock&) = delete;
    OfficeLock& operator=(const OfficeLock&) = delete;

private:
    int fd_;
};

/// Files below procedures/ of an office, by name.
std::vector<procedure::SourceFile> read_procedures(const OfficePaths& office);
/// Parses them; a Fault with every error when the pack does not load.
std::shared_ptr<const procedure::Ruleset> load_procedures(const OfficePaths& office);

/// An office opened for writing: locked, its keys read, its store open, compared with the outside, its clerk at work.
class OpenOffice {
public:
    explicit OpenOffice(OfficePaths paths);
    ~OpenOffice();
    OpenOffice(const OpenOffice&) = delete;
    OpenOffice& operator=(const OpenOffice&) = delete;

    [[nodiscard]] const OfficePaths& paths() const;
    [[nodiscard]] const OfficeConfig& config() const;
    [[nodiscard]] clerk::Clerk& clerk();
    [[nodiscard]] record::Store& store();
    [[nodiscard]] const base::Signer& signer() const;
    /// "<origin>+<hex>+<base64>": the key that is printed on notices and given to witnesses.
    [[nodiscard]] std::string vkey() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hearth::cli
