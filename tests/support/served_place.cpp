#include "tests/support/served_place.hpp"

#include "tests/support/pack_files.hpp"

namespace hearth::tests {

Place::Place(const std::filesystem::path& folder, const std::string& id, std::vector<base::OfficeId> above, Over its_over)
    : paths{folder / id / id}, over(its_over) {
    std::filesystem::create_directories(folder / id);
    config.id = {id};
    config.above = std::move(above);
    config.host = "127.0.0.1:" + std::to_string(free_port());
    config.prefix = id.substr(0, 1);
    cli::found_office(paths, config, pack_files("procedures/cn"));
    std::vector<std::string> arguments{"--listen", config.host};
    if (over == Over::tls) {
        certificate = make_certificate(folder / id);
        for (const std::string& argument : {std::string("--tls-certificate"), certificate.certificate.string(),
                                            std::string("--tls-key"), certificate.key.string()})
            arguments.push_back(argument);
    }
    served = std::make_unique<ServedProgram>(folder / id, std::move(arguments), folder / (id + ".log"));
}

std::string Place::address() const { return (over == Over::tls ? "https://" : "http://") + config.host + "/o/" + config.id.text; }

std::string Place::vkey() const {
    return cli::vkey_of(config, clerk::SigningKey(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind)));
}

std::string Place::witness_vkey() const {
    const clerk::SigningKey key(clerk::read_key_file(paths.witness_key(), clerk::k_signing_kind));
    return record::VerifierKey{cli::witness_name(config), record::VerifierKey::Type::cosignature, key.public_key()}.text();
}

cli::Peer Place::as_peer() const {
    const clerk::BoxKey box(clerk::read_key_file(paths.box_key(), clerk::k_box_kind));
    return {config.id, config.above, vkey(), base::base64(base::view(box.public_key())), address(), certificate.pin, {}};
}

store::SqliteStore Place::reading() const {
    return store::SqliteStore(store::files_in(paths.root), store::SqliteStore::Access::read);
}

}  // namespace hearth::tests
