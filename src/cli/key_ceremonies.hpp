#pragma once

#include <string>

#include "cli/installation.hpp"

/// What is done to the key of an office while nobody serves it. A power cut at any point leaves either the old state or one that
/// the next opening completes.
namespace hearth::cli {

/// A new signing key, introduced by the old one: an act `key_rotated` under a checkpoint that both have signed. Gives the new
/// verifier key.
std::string rotate_key(const OfficePaths& paths);

/// A new name and a new key for the record, when the old one can not be continued: the first act under it names the newest
/// checkpoint that anybody has seen and what is missing. Gives the new verifier key.
std::string open_new_origin(const OfficePaths& paths, const std::string& because);

/// Completes a ceremony that was interrupted after its act had been recorded, and forgets one that was interrupted before.
void settle_ceremony(const OfficePaths& paths, OfficeConfig& config, record::Store& store);

}  // namespace hearth::cli
