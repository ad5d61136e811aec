#include "cli/installation.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/fault.hpp"
#include "clerk/ceremony.hpp"
#include "clerk/checkpoint_file.hpp"
#include "clerk/effects.hpp"
#include "clerk/fork_guard.hpp"
#include "clerk/office_acts.hpp"
#include "cli/key_ceremonies.hpp"
#include "cli/office_lock.hpp"
#include "cli/office_rules.hpp"
#include "office/bodies.hpp"
#include "record/sha256.hpp"
#include "referral/http_client.hpp"
#include "store/sqlite_store.hpp"

namespace hearth::cli {

namespace fs = std::filesystem;

namespace {

constexpr long k_look_outside_ms = 3'000;

std::string read_whole(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw base::Fault(file.string() + ": cannot be read");
    return text.str();
}

void write_whole(const fs::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
    out.close();
    if (!out) throw base::Fault(file.string() + ": cannot be written");
}

/// The box key of an office of this installation, as far as it has one.
void add_box_key(const base::OfficeId& id, const OfficePaths& office, std::map<base::OfficeId, base::Bytes32>& keys) {
    std::error_code missing;
    if (!fs::exists(office.box_public(), missing)) return;
    std::string text = read_whole(office.box_public());
    if (text.ends_with('\n')) text.pop_back();
    const auto key = base::from_base64(text).and_then([](const std::string& bytes) { return base::to_bytes32(bytes); });
    if (!key) throw base::Fault(office.box_public().string() + ": this is no public key");
    keys[id] = *key;
}

std::string fetched(const std::string& url) {
    try {
        referral::HttpReply reply = referral::http_get(url, {.timeout_ms = k_look_outside_ms});
        return reply.is_success() ? reply.body : std::string();
    } catch (const base::Fault&) {
        return {};  // a neighbour that cannot be reached can neither warn nor stop us
    }
}

std::string words_of(const std::vector<procedure::TextError>& errors) {
    std::string words;
    for (const procedure::TextError& error : errors) words += to_string(error.place) + ": " + error.message + "\n";
    return words;
}

}  // namespace

std::vector<record::VerifierKey> own_keys(const OfficeConfig& config, const base::Signer& key) {
    std::vector<record::VerifierKey> keys{{config.origin(), record::VerifierKey::Type::note, key.public_key()}};
    for (const std::string& text : config.trusted_keys) {
        if (const auto former = record::parse_key(text)) keys.push_back(*former);
    }
    return keys;
}

base::Bytes32 box_key_of(const Peer& peer) {
    const auto key = base::from_base64(peer.box).and_then([](const std::string& bytes) { return base::to_bytes32(bytes); });
    if (!key) throw base::Fault("office.yaml: the box of peer " + peer.id.text + " is no public key");
    return *key;
}

std::vector<OfficePaths> offices_in(const fs::path& dir) {
    if (fs::exists(dir / "office.yaml")) return {{dir}};
    std::vector<OfficePaths> found;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(dir, missing)) {
        if (fs::exists(entry.path() / "office.yaml")) found.push_back({entry.path()});
    }
    std::ranges::sort(found, {}, &OfficePaths::root);
    if (found.empty())
        throw base::Fault(dir.string() + ": there is no office here (no office.yaml, neither in it nor in a folder of it)");
    return found;
}

fs::path control_socket_of(const OfficePaths& office) {
    const fs::path root = fs::weakly_canonical(office.root);
    const fs::path above = root.parent_path() / "control.sock";
    return fs::exists(above) ? above : root / "control.sock";
}

std::vector<procedure::SourceFile> read_procedures(const fs::path& folder) {
    std::vector<procedure::SourceFile> files;
    std::error_code missing;
    for (const auto& entry : fs::recursive_directory_iterator(folder, missing)) {
        const fs::path& file = entry.path();
        if (!entry.is_regular_file() || (file.extension() != ".yaml" && file.extension() != ".yml")) continue;
        files.push_back({fs::relative(file, folder).generic_string(), read_whole(file)});
    }
    std::ranges::sort(files, {}, &procedure::SourceFile::name);
    if (files.empty()) throw base::Fault(folder.string() + ": there are no procedures here");
    return files;
}

std::shared_ptr<const procedure::Ruleset> load_procedures(const std::vector<procedure::SourceFile>& files) {
    auto loaded = procedure::load_ruleset(files);
    if (const auto* errors = std::get_if<std::vector<procedure::TextError>>(&loaded)) {
        throw base::Fault("the procedures do not load:\n" + words_of(*errors));
    }
    return std::make_shared<const procedure::Ruleset>(std::move(std::get<procedure::Ruleset>(loaded)));
}

clerk::Settings settings_of(const OfficePaths& paths, const OfficeConfig& config, std::shared_ptr<const procedure::Ruleset> rules) {
    clerk::Settings settings;
    settings.profile = {config.id, config.above, config.prefix, config.bodies, {}, {}};
    settings.rules = std::move(rules);
    settings.origin = config.origin();
    settings.checkpoint_file = paths.checkpoint();
    settings.clock_file = paths.clock();
    settings.outage_ms = config.outage_days * 86'400'000LL;
    settings.is_clock_held = clerk::is_clock_held;
    add_box_key(config.id, paths, settings.box_keys);
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(fs::weakly_canonical(paths.root).parent_path(), missing)) {
        const OfficePaths beside{entry.path()};
        if (!fs::exists(beside.config(), missing)) continue;
        const OfficeConfig neighbour = read_office_config(beside.config());
        add_box_key(neighbour.id, beside, settings.box_keys);
        if (neighbour.id != config.id) settings.profile.peers[neighbour.id] = neighbour.above;
        settings.profile.without_members.insert(neighbour.without_members.begin(), neighbour.without_members.end());
    }
    for (const Peer& peer : config.peers) {
        settings.profile.peers[peer.id] = peer.above;
        settings.box_keys[peer.id] = box_key_of(peer);
    }
    for (const base::OfficeId& id : config.without_members) {
        if (!office::is_known(id, settings.profile))
            throw base::Fault(paths.config().string() + ": \"without_members\" names \"" + id.text +
                              "\", an office that is not known here");
    }
    return settings;
}

std::unique_ptr<record::Store> open_store(const OfficePaths& paths) {
    return std::make_unique<store::SqliteStore>(store::SqliteFiles{paths.database(), paths.search(), paths.erasures()});
}

std::string witness_name(const OfficeConfig& config) { return config.host + "/o/" + config.id.text + "/witness"; }

std::string vkey_of(const OfficeConfig& config, const base::Signer& key) {
    return record::VerifierKey{config.origin(), record::VerifierKey::Type::note, key.public_key()}.text();
}

std::vector<clerk::Outside> look_outside(const OfficePaths& paths, const OfficeConfig& config) {
    std::vector<clerk::Outside> found{{"the file " + paths.checkpoint().string(), clerk::read_checkpoint_file(paths.checkpoint())}};
    const std::string hex = base::hex(base::view(record::sha256(config.origin())));
    for (const Neighbour& witness : config.witnesses) {
        if (witness.monitoring.empty()) continue;
        found.push_back({"the witness " + witness.vkey.substr(0, witness.vkey.find('+')),
                         fetched(witness.monitoring + "/" + hex + "/checkpoint")});
    }
    if (!config.mirror.empty()) found.push_back({"the mirror " + config.mirror, fetched(config.mirror + "/checkpoint")});
    return found;
}

void compare_with_outside(const OfficePaths& paths, const OfficeConfig& config, record::Store& store, const base::Signer& signer) {
    const clerk::Signatory signatory{config.origin(), {&signer}};
    const clerk::Head head(store, signatory);
    clerk::refuse_to_fork(store, head, own_keys(config, signer), look_outside(paths, config));
}

struct OpenOffice::Parts {
    explicit Parts(OfficePaths where)
        : paths(std::move(where)), lock(paths.lock()), config(read_office_config(paths.config())), store(open_store(paths)) {
        settle_ceremony(paths, config, *store);
        signer = std::make_unique<clerk::SigningKey>(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind));
        compare_with_outside(paths, config, *store, *signer);
        clerk = std::make_unique<clerk::Clerk>(clerk::Tools{*store, *signer, clock, randomness}, settings_under_rules());
    }

    /// The settings under the pack in the folder, which the record names before anything is served under it.
    clerk::Settings settings_under_rules() {
        const auto files = read_procedures(paths.procedures());
        const auto today = load_lawful_procedures(files);
        clerk::Settings settings = settings_of(paths, config, with_former(today, files, *store));
        const std::string named = clerk::ruleset_named(*store, settings);
        if (named == today->digest) return settings;
        check_change(files, *settings.rules, *store);
        store->keep_pack(packed(today->digest, files));
        const clerk::Signatory signatory{config.origin(), {signer.get()}};
        clerk::perform({*store, *signer, clock, randomness}, settings, signatory, clerk::Head::Trust::own_checkpoint,
                       clerk::k_pack_changed, changed_facts(*today, files, named, *store));
        return settings;
    }

    OfficePaths paths;
    OfficeLock lock;
    OfficeConfig config;
    std::unique_ptr<record::Store> store;
    std::unique_ptr<clerk::SigningKey> signer;
    clerk::SystemClock clock;
    clerk::SystemRandomness randomness;
    std::unique_ptr<clerk::Clerk> clerk;  // goes first: it works with all above
};

OpenOffice::OpenOffice(OfficePaths paths) : parts_(std::make_unique<Parts>(std::move(paths))) {}
OpenOffice::~OpenOffice() = default;
const OfficePaths& OpenOffice::paths() const { return parts_->paths; }
const OfficeConfig& OpenOffice::config() const { return parts_->config; }
clerk::Clerk& OpenOffice::clerk() { return *parts_->clerk; }
record::Store& OpenOffice::store() { return *parts_->store; }
const base::Signer& OpenOffice::signer() const { return *parts_->signer; }

void found_office(const OfficePaths& paths, const OfficeConfig& config, const std::vector<procedure::SourceFile>& procedures) {
    found_office(paths, config, procedures, clerk::SystemClock());
}

void found_office(const OfficePaths& paths, const OfficeConfig& config, const std::vector<procedure::SourceFile>& procedures,
                  const base::Clock& clock) {
    if (fs::exists(paths.config()) || fs::exists(paths.database()))
        throw base::Fault(paths.root.string() + ": there is an office already");
    const auto rules = load_lawful_procedures(procedures);
    fs::create_directories(paths.signing_key().parent_path());
    fs::permissions(paths.signing_key().parent_path(), fs::perms::owner_all);
    fs::create_directories(paths.papers());
    for (const procedure::SourceFile& file : procedures) {
        const fs::path target = paths.procedures() / file.name;
        fs::create_directories(target.parent_path());
        write_whole(target, file.bytes);
    }
    const OfficeLock lock(paths.lock());
    clerk::make_key_file(paths.signing_key(), clerk::k_signing_kind);
    clerk::make_key_file(paths.witness_key(), clerk::k_signing_kind);
    clerk::make_key_file(paths.box_key(), clerk::k_box_kind);
    clerk::make_key_file(paths.backup_key(), clerk::k_backup_kind);
    const clerk::SigningKey signer(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind));
    const clerk::BoxKey box(clerk::read_key_file(paths.box_key(), clerk::k_box_kind));
    write_whole(paths.box_public(), base::base64(base::view(box.public_key())) + "\n");
    const auto store = open_store(paths);
    clerk::SystemRandomness randomness;
    const clerk::Settings settings = settings_of(paths, config, rules);
    const clerk::Signatory signatory{config.origin(), {&signer}};
    store->keep_pack(packed(rules->digest, procedures));
    clerk::perform({*store, signer, clock, randomness}, settings, signatory, clerk::Head::Trust::own_checkpoint,
                   clerk::k_office_opened, clerk::opened_facts(settings, signatory));
    // Last, for it is what makes the folder an office.
    write_office_config(paths.config(), config);
}

}  // namespace hearth::cli
