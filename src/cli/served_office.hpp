#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/json.hpp"
#include "clerk/effects.hpp"
#include "cli/hook_rounds.hpp"
#include "cli/housekeeping.hpp"
#include "cli/installation.hpp"
#include "cli/letters.hpp"
#include "cli/mail_round.hpp"
#include "referral/publisher.hpp"
#include "referral/witness_desk.hpp"
#include "store/people_store.hpp"
#include "web/site.hpp"

namespace hearth::cli {

/// An open office as it is served: joined with its witnesses, with its own desk as a witness, and with the pages.
class ServedOffice {
public:
    explicit ServedOffice(const OfficePaths& paths);
    ~ServedOffice();
    ServedOffice(const ServedOffice&) = delete;
    ServedOffice& operator=(const ServedOffice&) = delete;

    [[nodiscard]] const std::string& id() const { return office_.config().id.text; }
    [[nodiscard]] OpenOffice& open() { return office_; }
    /// Joins it by letters with the other offices of the process and with its peers elsewhere, once all are open.
    void connect(const std::vector<std::unique_ptr<ServedOffice>>& all);
    /// Once all are connected; null where there is nobody to write to.
    [[nodiscard]] Letters* letters() { return letters_.get(); }
    /// As the clerk does; an act in a matter that goes on in another office of the process is handed on there.
    void submit(office::Command command, const clerk::Ticket& ticket, std::move_only_function<void(clerk::Outcome)> done);
    [[nodiscard]] referral::LetterDesk* letter_desk() { return letters_ ? &letters_->desk() : nullptr; }
    [[nodiscard]] base::Json health();
    /// What the pages need; refers to this object.
    [[nodiscard]] web::OfficeSite site();
    /// News go out by mail and web hooks are told from here on, where `office.yaml` names a mail server and hooks. The site
    /// outlives that.
    void begin_sending(const web::Site& site);
    void end_sending();
    /// Keeps its house in order (cli/housekeeping.hpp).
    void tend(base::Instant now) { housekeeper_.look(now); }
    /// What has changed in its health since the last call, in words for the operator; empty: nothing.
    std::string news();

private:
    OpenOffice office_;
    Housekeeper housekeeper_;
    clerk::SystemClock clock_;
    clerk::SigningKey witness_key_;
    clerk::BoxKey box_key_;
    store::PeopleStore people_;
    store::SubscriptionStore subscriptions_;
    referral::WitnessDesk desk_;
    std::unique_ptr<referral::Publisher> publisher_;  // none without witnesses
    std::unique_ptr<MailRound> mail_;                 // none without a mail server
    std::unique_ptr<HookRounds> hooks_;               // none without web hooks
    std::unique_ptr<Letters> letters_;                // none while not connected
    std::map<base::OfficeId, ServedOffice*> beside_;  // in this process
    std::string told_;
};

/// "https://hearth.example/o/village/record": over TLS, but for a machine's own trial.
std::string record_url(const OfficeConfig& config);

/// Answers to the operator's socket.
using ControlReply = std::move_only_function<void(base::Json)>;
using ControlAnswer = std::function<void(ServedOffice&, const base::Json&, ControlReply)>;
void answer_act(ServedOffice& office, const base::Json& body, ControlReply reply);
void answer_erase(ServedOffice& office, const base::Json& body, ControlReply reply);
void answer_health(ServedOffice& office, const base::Json& body, ControlReply reply);

}  // namespace hearth::cli
