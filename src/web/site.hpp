#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clerk/clerk.hpp"
#include "clerk/openid/provider.hpp"
#include "record/note.hpp"
#include "record/witness_rules.hpp"
#include "store/paper_files.hpp"
#include "store/people_store.hpp"
#include "store/subscription_store.hpp"
#include "web/answer_template.hpp"
#include "web/http/message.hpp"

/// The offices of one installation as strangers reach them. `cli` joins each with its store and its clerk.
namespace hearth::web {

/// A text by language tag; `in` falls back to the first there is.
using Texts = std::map<std::string, std::string>;
const std::string& in(const Texts& texts, std::string_view language);

/// What this office says as a witness to a checkpoint of another log.
struct WitnessReply {
    record::WitnessAnswer answer = record::WitnessAnswer::malformed;
    std::string lines;       // accepted: our signature lines
    std::uint64_t size = 0;  // other_old_size: what we last cosigned
};

/// Where those sign in who are known at a provider elsewhere (OpenID Connect), in place of a password here.
struct OpenidSite {
    Texts name;  // of the provider, as people call it
    clerk::openid::Client client;
    clerk::openid::Transport transport;
};

struct OfficeSite {
    office::OfficeProfile profile;
    Texts title;                         // "Three Willows Village"
    Texts place;                         // where people find it and when; may be empty
    std::string telephone;               // may be empty
    Texts hours;                         // "Monday to Saturday, 8:30 to 17:30"; may be empty
    std::vector<Texts> receptions;       // each: who receives people, when and where
    record::VerifierKey key;             // of its record; its name is the origin, "<public host>/o/<office>"
    std::vector<std::string> witnesses;  // their names
    std::string origin;                  // "<public host>/o/<office>"
    std::string record_url;              // what a stranger gives to `hearth verify`
    std::shared_ptr<const procedure::Ruleset> rules;
    record::Store* store = nullptr;
    std::optional<store::PaperFiles> papers;  // none: papers are not taken here

    std::function<void(office::Command, const clerk::Ticket&, std::move_only_function<void(clerk::Outcome)>)> submit;
    store::PeopleStore* people = nullptr;                                  // who may sign in; none: the office has no desk
    std::optional<OpenidSite> openid = {};                                 // none: nobody signs in elsewhere
    std::vector<base::PostId> second_factor = {};                          // posts that a password alone does not open
    std::vector<AnswerTemplate> answers = {};                              // how answers begin that the desk writes
    store::SubscriptionStore* subscriptions = nullptr;                     // who wants news; none: nobody is asked
    bool sends_mail = true;                                                // otherwise news go by feed alone
    std::function<std::optional<base::Json>(const base::Json&)> unseal;    // opens what was sealed to this office
    std::function<std::optional<std::string>(std::string_view)> open_box;  // what `clerk::seal_to` sealed to this office
    /// A bag of letters of other offices, and the answers to it; empty: none are taken here.
    std::function<void(const std::string& bag, std::move_only_function<void(std::string)>)> receive_letters;
    std::map<base::OfficeId, std::string> peer_addresses;  // of offices elsewhere: "https://township.example/o/township"
    std::function<std::string()> served_checkpoint;
    std::function<WitnessReply(std::string_view body)> add_checkpoint;                      // empty: this office is no witness
    std::function<std::optional<std::string>(std::string_view origin_hex)> last_witnessed;  // likewise
};

/// Takes back papers that were kept for a command which came to nothing, or was a repetition: no act names them. Where it is not
/// known what came of it they stay, until they are swept.
void take_back_unnamed(const OfficeSite& office, const clerk::Outcome& outcome, const std::vector<record::PaperKey>& papers);

/// One line of the log of those who look after the machine. Nothing in it is about a person: no login, no matter, no code, no
/// address.
struct LogEntry {
    std::string event;   // "fault", "health", "sign_in"
    std::string office;  // id; empty: of no office, or of which is not known
    std::string words;   // what broke; how signing in ended, as "wrong"
};

/// Everything that is reachable over HTTP. Outlives the server.
struct Site {
    std::vector<OfficeSite> offices;
    const base::Clock* clock = nullptr;
    http::Handler control_act;     // POST /control/act, from the socket file only; empty: not offered
    http::Handler control_erase;   // POST /control/erase, likewise
    http::Handler control_health;  // POST /control/health, likewise
    std::function<void(const LogEntry&)> log = [](const LogEntry&) {};

    void log_fault(std::string_view fault, std::string_view office = {}) const {
        log({"fault", std::string(office), std::string(fault)});
    }
    [[nodiscard]] const OfficeSite* office(std::string_view id) const;
    /// What people call an office, also one that is not in this installation.
    [[nodiscard]] std::string title_of(const base::OfficeId& id, std::string_view language) const;
};

}  // namespace hearth::web
