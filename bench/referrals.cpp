// Referrals between two processes over HTTPS: matters that the township must review wait in the village's record; both are served,
// and the time is taken until the village holds the township's receipt for the last one.
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

#include "bench/benches.hpp"
#include "bench/served.hpp"
#include "clerk/effects.hpp"
#include "cli/installation.hpp"
#include "cli/shipped_pack.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::bench {
namespace {

namespace fs = std::filesystem;
using base::Json;

struct Place {
    Place(const fs::path& folder, const std::string& id, std::vector<base::OfficeId> above)
        : dir(folder / id), paths{dir / id}, port(free_port()) {
        fs::create_directories(dir);
        output_of({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
                   "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", (dir / "tls.key").string(),
                   "-out", (dir / "tls.pem").string()});
        config.id = {id};
        config.above = std::move(above);
        config.host = "127.0.0.1:" + std::to_string(port);
        config.prefix = "B";
        cli::found_office(paths, config, cli::shipped_pack("cn"));
    }
    void know(const Place& other) {
        const clerk::SigningKey signer(clerk::read_key_file(other.paths.signing_key(), clerk::k_signing_kind));
        const clerk::BoxKey box(clerk::read_key_file(other.paths.box_key(), clerk::k_box_kind));
        config.peers = {{other.config.id,
                         other.config.above,
                         cli::vkey_of(other.config, signer),
                         base::base64(base::view(box.public_key())),
                         "https://" + other.config.host + "/o/" + other.config.id.text,
                         {},
                         (other.dir / "tls.pem").string()}};
        cli::write_office_config(paths.config(), config);
    }
    [[nodiscard]] std::vector<std::string> serving(const std::string& hearth) const {
        return {hearth,
                "serve",
                dir.string(),
                "--listen",
                config.host,
                "--tls-certificate",
                (dir / "tls.pem").string(),
                "--tls-key",
                (dir / "tls.key").string()};
    }

    fs::path dir;
    cli::OfficePaths paths;
    int port;
    cli::OfficeConfig config;
};

/// One matter raised, answered and contested.
void contest_one(clerk::Clerk& clerk, int serial) {
    const auto send = [&](office::Command command) {
        command.office = {"village"};
        command.procedure = {"request"};
        command.received_at = clerk::SystemClock().now();
        const auto outcome = clerk.submit_and_wait(std::move(command));
        if (!outcome.answer()) throw std::runtime_error(to_string(outcome.answer().error()));
        return *outcome.answer();
    };
    office::Command raise;
    raise.by.kind = record::Actor::Kind::resident;
    raise.act = "submit";
    raise.fields = {{"kind", "claim"}, {"points", {"Mend the culvert " + std::to_string(serial)}}, {"account", "It fell in."}};
    const base::MatterId id = send(raise).matter;
    for (const char* act : {"accept", "support"}) {
        office::Command command;
        command.by = {record::Actor::Kind::post, {}, {"handler"}, {"village"}};
        command.act = act;
        command.matter = id;
        if (command.act == "support")
            command.fields = {{"facts", "It is so."}, {"evidence", {"Visit"}}, {"rules", {"信访工作条例"}}, {"reasons", {"Ours."}}};
        send(command);
    }
    office::Command contest;
    contest.by = {record::Actor::Kind::resident, clerk.matter(id)->party, {}, {}};
    contest.act = "contest";
    contest.matter = id;
    contest.fields = {{"words", "It is still broken."}};
    send(contest);
}

}  // namespace

void referrals(const std::string& hearth, int matters) {
    const TemporaryFolder folder;
    Place village(folder.path(), "village", {{"township"}});
    Place township(folder.path(), "township", {});
    village.know(township);
    township.know(village);
    {
        cli::OpenOffice office(village.paths);
        constexpr int k_clients = 32;  // so that a sync serves many
        std::vector<std::thread> clients;
        for (int client = 0; client < k_clients; ++client) {
            clients.emplace_back([&, client] {
                for (int i = client; i < matters; i += k_clients) contest_one(office.clerk(), i);
            });
        }
        for (std::thread& client : clients) client.join();
    }
    store::SqliteStore store(store::files_in(village.paths.root), store::SqliteStore::Access::read);
    const std::size_t letters = store.letters_waiting({"township"}, 1'000'000).size();
    const Program above(township.serving(hearth), folder.path() / "township.log");
    wait_for_port(township.port);
    const auto began = std::chrono::steady_clock::now();
    const Program below(village.serving(hearth), folder.path() / "village.log");
    while (!store.letters_waiting({"township"}, 1).empty()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    std::printf("%d matters referred with %zu letters in %.2f s: %.0f referrals/s, %.0f letters/s\n", matters, letters,
                took.count(), matters / took.count(), static_cast<double>(letters) / took.count());
}

}  // namespace hearth::bench
