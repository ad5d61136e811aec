#pragma once

#include <memory>

#include "cli/installation.hpp"
#include "notice/courier.hpp"
#include "store/subscription_store.hpp"
#include "web/pages/wording.hpp"

namespace hearth::cli {

/// The mail of a served office: what its clerk puts into the outbox goes to whoever asked for news of the matter.
class MailRound {
public:
    /// Office, store and site outlive it; `office.yaml` names a mail server.
    MailRound(OpenOffice& office, store::SubscriptionStore& subscriptions, const web::Site& site);
    ~MailRound();
    MailRound(const MailRound&) = delete;
    MailRound& operator=(const MailRound&) = delete;

    /// Why mail waits; empty: none does.
    [[nodiscard]] std::string trouble() const { return courier_->trouble(); }

private:
    /// The language of a reader.
    struct Tongue {
        Tongue(const web::Site& site, std::string_view language);
        web::Catalogue catalogue;
        web::pages::Dates dates;
        web::pages::Wording wording;
    };
    [[nodiscard]] std::vector<people::Subscription> readers_of(const record::OutboxRow& row) const;
    [[nodiscard]] notice::Mail mail_of(const record::OutboxRow& row, const people::Subscription& reader) const;

    OpenOffice& office_;
    store::SubscriptionStore& subscriptions_;
    const web::Site& site_;
    notice::MailServer server_;
    Tongue english_;
    Tongue chinese_;
    std::unique_ptr<notice::Courier> courier_;  // last: its thread uses the above
};

}  // namespace hearth::cli
