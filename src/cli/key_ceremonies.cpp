#include "cli/key_ceremonies.hpp"

#include <filesystem>

#include "base/fault.hpp"
#include "clerk/ceremony.hpp"
#include "clerk/effects.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/receipts.hpp"
#include "cli/office_lock.hpp"
#include "cli/office_rules.hpp"
#include "record/checkpoint.hpp"

namespace hearth::cli {

namespace {

clerk::SigningKey key_in(const std::filesystem::path& file) {
    return clerk::SigningKey(clerk::read_key_file(file, clerk::k_signing_kind));
}

/// The checkpoint with the most entries that is known of us, inside or outside.
std::string newest_known(const OfficePaths& paths, const OfficeConfig& config, record::Store& store) {
    std::string newest = store.checkpoint();
    for (const clerk::Outside& outside : look_outside(paths, config)) {
        if (clerk::size_of_checkpoint(outside.checkpoint) > clerk::size_of_checkpoint(newest)) newest = outside.checkpoint;
    }
    return newest;
}

/// "" -> "/r2" -> "/r3".
std::string next_suffix(const std::string& suffix) {
    const int number = suffix.empty() ? 1 : std::stoi(suffix.substr(2));
    return "/r" + std::to_string(number + 1);
}

/// The new key takes the place of the old one, whose verifier key is remembered for comparing older checkpoints.
void take_over(const OfficePaths& paths, OfficeConfig& config, const std::string& origin) {
    if (std::filesystem::exists(paths.signing_key())) config.trusted_keys.push_back(vkey_of(config, key_in(paths.signing_key())));
    const std::string first_origin = config.host + "/o/" + config.id.text;
    config.origin_suffix = origin.substr(first_origin.size());
    std::filesystem::rename(paths.next_signing_key(), paths.signing_key());
    write_office_config(paths.config(), config);
}

}  // namespace

void settle_ceremony(const OfficePaths& paths, OfficeConfig& config, record::Store& store) {
    if (!std::filesystem::exists(paths.next_signing_key())) return;
    const clerk::SigningKey next = key_in(paths.next_signing_key());
    const auto last = record::read_checkpoint(store.checkpoint());
    if (last) {
        const std::string& origin = last->checkpoint.origin;
        const std::vector<record::VerifierKey> keys{{origin, record::VerifierKey::Type::note, next.public_key()}};
        if (origin.starts_with(config.host + "/o/" + config.id.text) && record::verify_note(last->note, keys)) {
            return take_over(paths, config, origin);
        }
    }
    std::filesystem::remove(paths.next_signing_key());
}

std::string rotate_key(const OfficePaths& paths) {
    const OfficeLock lock(paths.lock());
    OfficeConfig config = read_office_config(paths.config());
    const auto store = open_store(paths);
    settle_ceremony(paths, config, *store);
    const clerk::SigningKey old_key = key_in(paths.signing_key());
    compare_with_outside(paths, config, *store, old_key);
    clerk::make_key_file(paths.next_signing_key(), clerk::k_signing_kind);
    const clerk::SigningKey new_key = key_in(paths.next_signing_key());
    const clerk::SystemClock clock;
    clerk::SystemRandomness randomness;
    const clerk::Signatory both{config.origin(), {&old_key, &new_key}};
    clerk::perform(
        {*store, new_key, clock, randomness}, settings_of(paths, config, load_procedures(read_procedures(paths.procedures()))),
        both, clerk::Head::Trust::own_checkpoint, clerk::k_key_rotated, clerk::rotated_facts(config.origin(), old_key, new_key));
    take_over(paths, config, config.origin());
    return vkey_of(config, new_key);
}

std::string open_new_origin(const OfficePaths& paths, const std::string& because) {
    const OfficeLock lock(paths.lock());
    OfficeConfig config = read_office_config(paths.config());
    const auto store = open_store(paths);
    settle_ceremony(paths, config, *store);
    const std::string known = newest_known(paths, config, *store);
    const std::string origin = config.host + "/o/" + config.id.text + next_suffix(config.origin_suffix);
    clerk::make_key_file(paths.next_signing_key(), clerk::k_signing_kind);
    const clerk::SigningKey new_key = key_in(paths.next_signing_key());
    const clerk::SystemClock clock;
    clerk::SystemRandomness randomness;
    const clerk::Signatory signatory{origin, {&new_key}};
    const auto files = read_procedures(paths.procedures());
    const clerk::Settings settings = settings_of(paths, config, load_procedures(files));
    store->keep_pack(packed(settings.rules->digest, files));
    clerk::perform({*store, new_key, clock, randomness}, settings, signatory, clerk::Head::Trust::tree_only, clerk::k_origin_opened,
                   clerk::new_origin_facts(settings, signatory, because, known, store->size()));
    take_over(paths, config, origin);
    return vkey_of(config, new_key);
}

}  // namespace hearth::cli
