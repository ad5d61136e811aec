#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/ids.hpp"

/// What `office.yaml` of an office says: who it is, above and beside whom it stands, under which address strangers find its record.
/// Everything wrong with the file is a Fault that names file, line and key in plain words.
namespace hearth::cli {

/// A log, ours or another's, or a witness, as far away as its address.
struct Neighbour {
    std::string vkey;        // "<name>+<8 hex>+<base64>"; its name is the origin or the witness's name
    std::string submission;  // witnesses that we ask: <submission>/add-checkpoint
    std::string monitoring;  // where they show what they last saw of us: <monitoring>/<hex>/checkpoint
};

/// Another office with which letters are exchanged, in an installation of its own. Offices of one installation need none of this.
struct Peer {
    base::OfficeId id;
    std::vector<base::OfficeId> above;  // its superiors, from the next one up
    std::string vkey;                   // of its record
    std::string box;                    // its box.pub: content is encrypted to it
    std::string address;                // "https://township.example/o/township"
    std::string pin;                    // "sha256//..": the public key of its certificate; empty: an authority vouches for it
    std::string ca;                     // file with the certificates of that authority; empty: those of the machine
};

/// The mail server through which news go to people.
struct MailConfig {
    std::string server;         // "smtp://mail.example:587", "smtps://mail.example"; empty: no mail is sent
    std::string from;           // "no-reply@village.example"
    std::string user;           // may be empty
    std::string password_file;  // beside office.yaml or absolute; may be empty
};

/// An address that is told of what the record makes public (docs/formats/hook.md).
struct HookConfig {
    std::string address;      // "https://board.example/hearth"
    std::string secret_file;  // beside office.yaml or absolute
};

/// A provider at which those who hold posts may sign in too (OpenID Connect).
struct OpenidConfig {
    std::string issuer;                       // "https://id.example"; empty: none
    std::string client;                       // by which it knows this office
    std::string secret_file;                  // beside office.yaml or absolute
    std::map<std::string, std::string> name;  // language -> what people call it
};

struct OfficeConfig {
    base::OfficeId id;
    std::map<std::string, std::string> titles;  // language -> what people call it
    std::map<std::string, std::string> places;  // language -> where people find it, and when
    std::string telephone;
    std::map<std::string, std::string> hours;                    // language -> when it is open
    std::vector<std::map<std::string, std::string>> receptions;  // each: language -> who receives people, when and where
    std::string level;                                           // "village"
    std::vector<base::OfficeId> above;                           // from the next one up
    std::string host;                                            // public host: "hearth.example"
    std::string origin_suffix;                                   // "" at first, "/r2" after the first new origin, ..
    std::string prefix;                                          // of matter numbers: "NT"
    std::map<std::string, base::OfficeId> bodies;                // body of the pack -> the office that is it
    std::vector<Neighbour> witnesses;                            // whom we ask
    std::vector<Neighbour> witnessed;                            // whose checkpoints we cosign
    std::vector<Peer> peers;
    std::vector<base::OfficeId> without_members;  // offices where nobody is there to act: their duties go one level up
    MailConfig mail;
    std::vector<HookConfig> hooks;
    OpenidConfig openid;
    std::vector<base::PostId> second_factor;  // posts that only a session holds which more than a password opened
    std::string mirror;                       // address of a copy of our record: <mirror>/checkpoint, <mirror>/tile/..
    std::vector<std::string> trusted_keys;    // vkeys of former keys and origins of our own
    int outage_days = 10;                     // how long it may be switched off before somebody must confirm the clock

    [[nodiscard]] std::string origin() const { return host + "/o/" + id.text + origin_suffix; }
};

OfficeConfig read_office_config(const std::filesystem::path& file);
/// Replaces the file in one step (rename), so that a reader sees the old or the new one.
void write_office_config(const std::filesystem::path& file, const OfficeConfig& config);

}  // namespace hearth::cli
