#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/installation.hpp"
#include "store/sqlite_store.hpp"
#include "tests/support/certificate.hpp"
#include "tests/support/served_program.hpp"

namespace hearth::tests {

/// An office in an installation of its own that is served by a process of its own.
struct Place {
    enum class Over { tls, plain };

    Place(const std::filesystem::path& folder, const std::string& id, std::vector<base::OfficeId> above, Over over);

    [[nodiscard]] std::string address() const;
    /// As another office names it in its office.yaml.
    [[nodiscard]] cli::Peer as_peer() const;
    [[nodiscard]] std::string vkey() const;
    [[nodiscard]] std::string witness_vkey() const;
    [[nodiscard]] store::SqliteStore reading() const;
    void write_config() const { cli::write_office_config(paths.config(), config); }

    cli::OfficePaths paths;
    Over over;
    TestCertificate certificate;  // over TLS only
    cli::OfficeConfig config;
    std::unique_ptr<ServedProgram> served;
};

}  // namespace hearth::tests
