#include "cli/letters.hpp"

#include "base/fault.hpp"
#include "referral/http_client.hpp"

namespace hearth::cli {

namespace {

constexpr long k_carry_ms = 20'000;

referral::Self self_of(const OpenOffice& office) {
    return {office.config().id, {office.config().origin(), record::VerifierKey::Type::note, office.signer().public_key()}};
}

std::map<base::OfficeId, record::VerifierKey> keys_of(const std::vector<Correspondent>& all) {
    std::map<base::OfficeId, record::VerifierKey> keys;
    for (const Correspondent& one : all) keys[one.id] = one.key;
    return keys;
}

std::vector<referral::Addressee> addressees_of(std::vector<Correspondent> all) {
    std::vector<referral::Addressee> addressees;
    for (Correspondent& one : all) addressees.push_back({one.id, one.key, one.box, std::move(one.carry)});
    return addressees;
}

std::string post(const Peer& peer, const std::string& bag) {
    const referral::HttpReply reply =
        referral::http_post(peer.address + "/letters", bag, "application/x-ndjson",
                            {.timeout_ms = k_carry_ms, .unix_socket = {}, .pinned_key = peer.pin, .ca_file = peer.ca});
    if (!reply.is_success()) throw base::Fault(peer.address + " answered " + std::to_string(reply.status));
    return reply.body;
}

}  // namespace

std::vector<Correspondent> distant_correspondents(const OpenOffice& office) {
    std::vector<Correspondent> found;
    for (const Peer& peer : office.config().peers) {
        const auto key = record::parse_key(peer.vkey);
        if (!key) throw base::Fault(office.paths().config().string() + ": the key of peer " + peer.id.text + " is no verifier key");
        found.push_back({peer.id, *key, box_key_of(peer), [peer](const std::string& bag) { return post(peer, bag); }});
    }
    return found;
}

Letters::Letters(OpenOffice& office, std::vector<Correspondent> correspondents)
    : office_(office),
      box_(clerk::read_key_file(office.paths().box_key(), clerk::k_box_kind)),
      desk_(
          self_of(office), keys_of(correspondents), [this](std::string_view sealed) { return box_.open(sealed); },
          [this](office::Delivery delivery, referral::LetterDesk::Answered answered) {
              office_.clerk().receive(std::move(delivery), [answered = std::move(answered)](const clerk::Outcome& outcome) mutable {
                  if (outcome.broke()) return answered(std::nullopt);
                  const clerk::Answer& answer = outcome.answer();
                  answered(answer ? base::Result<std::string>(answer->receipt) : base::Result<std::string>(answer.error()));
              });
          },
          clock_),
      addressees_(addressees_of(std::move(correspondents))) {}

Letters::~Letters() { end(); }

void Letters::begin() {
    postman_ = std::make_unique<referral::Postman>(office_.store(), self_of(office_), addressees_, clerk::seal_to,
                                                   [this](const base::OfficeId& to, const std::string& state) {
                                                       const std::lock_guard lock(mutex_);
                                                       states_[to.text] = state;
                                                   });
    postman_->begin();
    office_.clerk().on_letters([this] { postman_->wake(); });
}

void Letters::end() {
    office_.clerk().on_letters({});
    postman_.reset();
}

std::map<std::string, std::string> Letters::states() const {
    const std::lock_guard lock(mutex_);
    return states_;
}

}  // namespace hearth::cli
