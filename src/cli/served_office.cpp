#include "cli/served_office.hpp"

#include <future>
#include <utility>

#include "base/fault.hpp"
#include "clerk/sealing.hpp"
#include "cli/act_request.hpp"
#include "cli/answers_file.hpp"
#include "cli/erase_request.hpp"
#include "cli/office_rules.hpp"
#include "cli/openid_site.hpp"

namespace hearth::cli {

namespace {

record::VerifierKey parsed(const std::string& text, const OfficePaths& paths) {
    const auto key = record::parse_key(text);
    if (!key) throw base::Fault(paths.config().string() + ": \"" + text + "\" is no verifier key: " + to_string(key.error()));
    return *key;
}

std::vector<record::VerifierKey> logs_of(const OpenOffice& office) {
    std::vector<record::VerifierKey> keys;
    for (const Neighbour& log : office.config().witnessed) keys.push_back(parsed(log.vkey, office.paths()));
    return keys;
}

std::vector<referral::Witness> witnesses_of(const OpenOffice& office) {
    std::vector<referral::Witness> witnesses;
    for (const Neighbour& witness : office.config().witnesses) {
        if (!witness.submission.empty()) witnesses.push_back({parsed(witness.vkey, office.paths()), witness.submission});
    }
    return witnesses;
}

std::string_view words(clerk::ClockState state) {
    switch (state) {
        case clerk::ClockState::steady: return "in order";
        case clerk::ClockState::settling:
            return "back after an outage: terms go on once the clock has moved on evenly for five minutes";
        case clerk::ClockState::ahead_of_record:
            return "the clock is further ahead of the last act than an outage explains: terms stand still until it is set right, "
                   "held "
                   "by a network time service, or confirmed with the act clock_confirmed";
        case clerk::ClockState::behind_record: return "the clock is behind the last act: terms stand still until it has caught up";
    }
    return {};
}

base::Json to_json(const clerk::Health& health) {
    return {{"serving", health.serving},     {"trouble", health.trouble},
            {"words", health.trouble_words}, {"queued", health.queued},
            {"size", health.size},           {"served_size", health.served_size},
            {"batches", health.batches},     {"open_matters", health.open_matters},
            {"clock", words(health.clock)},  {"witnesses", health.witnesses}};
}

/// A bag handed over within the process.
std::string carried_within(referral::LetterDesk* desk, const std::string& bag) {
    if (desk == nullptr) throw base::Fault("this office takes no letters now");
    std::promise<std::string> answer;
    desk->receive(bag, [&answer](std::string lines) { answer.set_value(std::move(lines)); });
    return answer.get_future().get();
}

}  // namespace

std::string record_url(const OfficeConfig& config) {
    const bool is_here = config.host.starts_with("localhost") || config.host.starts_with("127.");
    return (is_here ? "http://" : "https://") + config.host + "/o/" + config.id.text + "/record";
}

ServedOffice::ServedOffice(const OfficePaths& paths)
    : office_(paths),
      housekeeper_(office_.paths(), office_.store()),
      witness_key_(clerk::read_key_file(paths.witness_key(), clerk::k_signing_kind)),
      box_key_(clerk::read_key_file(paths.box_key(), clerk::k_box_kind)),
      people_(paths.people()),
      subscriptions_(paths.people()),
      desk_(office_.store(), witness_key_, clock_, witness_name(office_.config()), logs_of(office_)) {
    // What is written wrong for the pages keeps this office closed, and no other.
    static_cast<void>(site());
    auto witnesses = witnesses_of(office_);
    if (witnesses.empty()) return;
    clerk::Clerk& clerk = office_.clerk();
    publisher_ = std::make_unique<referral::Publisher>(
        office_.store(), std::move(witnesses),
        referral::Publisher::Listener{
            [&clerk](const std::string& cosigned) { clerk.serve_checkpoint(cosigned); },
            [&clerk](const std::string& name, const std::string& state) { clerk.report_witness(name, state); }});
    clerk.on_publish([this](const std::string& checkpoint) { publisher_->publish(checkpoint); });
}

ServedOffice::~ServedOffice() {
    end_sending();
    // The two call each other: first nobody listens to the clerk any more, then the publisher ends while the clerk still stands.
    office_.clerk().on_publish({});
    publisher_.reset();
}

void ServedOffice::connect(const std::vector<std::unique_ptr<ServedOffice>>& all) {
    std::vector<Correspondent> correspondents = distant_correspondents(office_);
    for (const auto& other : all) {
        if (other.get() == this) continue;
        OpenOffice& open = other->office_;
        const base::OfficeId id = open.config().id;
        beside_[id] = other.get();
        const clerk::BoxKey box(clerk::read_key_file(open.paths().box_key(), clerk::k_box_kind));
        correspondents.push_back({id,
                                  {open.config().origin(), record::VerifierKey::Type::note, open.signer().public_key()},
                                  box.public_key(),
                                  [to = other.get()](const std::string& bag) { return carried_within(to->letter_desk(), bag); }});
    }
    if (!correspondents.empty()) letters_ = std::make_unique<Letters>(office_, std::move(correspondents));
}

void ServedOffice::submit(office::Command command, const clerk::Ticket& ticket,
                          std::move_only_function<void(clerk::Outcome)> done) {
    if (!command.matter || beside_.empty()) return office_.clerk().submit(std::move(command), ticket, std::move(done));
    office::Command again = command;
    office_.clerk().submit(std::move(command), ticket,
                           [this, again = std::move(again), same = ticket, done = std::move(done)](auto outcome) mutable {
                               if (outcome.broke() || outcome.answer() || outcome.answer().error().rule != "office/elsewhere")
                                   return done(std::move(outcome));
                               const auto next = beside_.find({outcome.answer().error().detail});
                               const auto here = office_.store().matter(*again.matter);
                               if (next == beside_.end() || !here) return done(std::move(outcome));
                               const auto there = next->second->office_.store().matter_by_code(here->code_digest);
                               // A letter that has not arrived yet: the refusal says where it goes.
                               if (!there) return done(std::move(outcome));
                               again.matter = there->id;
                               again.office = next->first;
                               next->second->submit(std::move(again), std::move(same), std::move(done));
                           });
}

void ServedOffice::begin_sending(const web::Site& site) {
    if (!office_.config().mail.server.empty()) mail_ = std::make_unique<MailRound>(office_, subscriptions_, site);
    if (!office_.config().hooks.empty()) hooks_ = std::make_unique<HookRounds>(office_, site);
}

void ServedOffice::end_sending() {
    hooks_.reset();
    mail_.reset();
}

base::Json ServedOffice::health() {
    base::Json health = to_json(office_.clerk().health());
    health["rules"] = office_.clerk().rules().digest;
    if (mail_) health["mail"] = mail_->trouble().empty() ? "in order" : mail_->trouble();
    if (hooks_) health["hooks"] = hooks_->states();
    if (!letters_) return health;
    health["letters"] = letters_->states();
    health["letters refused"] = letters_->desk().refused();
    return health;
}

web::OfficeSite ServedOffice::site() {
    const OfficeConfig& config = office_.config();
    clerk::Clerk& clerk = office_.clerk();
    web::OfficeSite site;
    site.profile = clerk.profile();
    site.title = config.titles;
    site.place = config.places;
    site.telephone = config.telephone;
    site.hours = config.hours;
    site.receptions = config.receptions;
    site.key = {config.origin(), record::VerifierKey::Type::note, office_.signer().public_key()};
    for (const Neighbour& witness : config.witnesses) site.witnesses.push_back(witness.vkey.substr(0, witness.vkey.find('+')));
    site.origin = config.origin();
    site.record_url = record_url(config);
    site.rules = clerk.shared_rules();
    site.store = &office_.store();
    site.papers.emplace(office_.paths().papers());
    site.submit = [this](office::Command command, const clerk::Ticket& ticket, std::move_only_function<void(clerk::Outcome)> done) {
        submit(std::move(command), ticket, std::move(done));
    };
    site.people = &people_;
    if (!config.openid.issuer.empty()) site.openid = openid_site(config.openid, office_.paths().root);
    site.second_factor = guarded_posts(office_.paths(), config, site.rules->pack);
    site.answers = answers_of(office_.paths(), site.rules->pack);
    site.subscriptions = &subscriptions_;
    site.sends_mail = !config.mail.server.empty();
    site.unseal = [this](const base::Json& value) { return clerk::unsealed(value, office_.config().id, box_key_); };
    site.open_box = [this](std::string_view sealed) { return box_key_.open(sealed); };
    if (referral::LetterDesk* desk = letter_desk(); desk != nullptr) {
        site.receive_letters = [desk](const std::string& bag, std::move_only_function<void(std::string)> respond) {
            desk->receive(bag, std::move(respond));
        };
    }
    for (const Peer& peer : config.peers) site.peer_addresses[peer.id] = peer.address;
    site.served_checkpoint = [&clerk] { return clerk.served_checkpoint(); };
    if (config.witnessed.empty()) return site;
    site.add_checkpoint = [this](std::string_view body) {
        const referral::WitnessDesk::Answer answer = desk_.add_checkpoint(body);
        return web::WitnessReply{answer.verdict, answer.lines, answer.size};
    };
    site.last_witnessed = [this](std::string_view origin_hex) { return desk_.last_checkpoint(origin_hex); };
    return site;
}

std::string ServedOffice::news() {
    const clerk::Health health = office_.clerk().health();
    std::string now = health.trouble_words;
    if (now.empty() && health.clock != clerk::ClockState::steady) now = words(health.clock);
    if (now == told_) return {};
    told_ = now;
    return now.empty() ? "in order again" : now;
}

void answer_act(ServedOffice& office, const base::Json& body, ControlReply reply) {
    const auto request = act_request_from_json(body);
    if (!request) return reply(to_json(clerk::Outcome(clerk::Answer(request.error()))));
    clerk::Clerk& clerk = office.open().clerk();
    auto command = command_of(*request, clerk, clerk::SystemClock().now());
    if (!command) return reply(to_json(clerk::Outcome(clerk::Answer(command.error()))));
    // Papers lie in the folder of one office and do not go along to another.
    if (request->papers.empty())
        return office.submit(std::move(*command), {.account = "control", .key = request->key},
                             [reply = std::move(reply)](const clerk::Outcome& outcome) mutable { reply(to_json(outcome)); });
    submit_act(*request, std::move(*command), clerk, office.open().paths().papers(),
               [reply = std::move(reply)](const clerk::Outcome& outcome) mutable { reply(to_json(outcome)); });
}

void answer_erase(ServedOffice& office, const base::Json& body, ControlReply reply) {
    const auto request = erase_request_from_json(body);
    if (!request) return reply(to_json(clerk::Outcome(clerk::Answer(request.error()))));
    reply(to_json(erase(*request, office.open().clerk(), office.open().paths(), clerk::SystemClock().now())));
}

void answer_health(ServedOffice& office, const base::Json&, ControlReply reply) { reply(office.health()); }

}  // namespace hearth::cli
