#include "cli/mail_round.hpp"

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "matter/matter.hpp"
#include "store/files.hpp"
#include "web/pages/news_mail.hpp"

namespace hearth::cli {
namespace {

notice::MailServer server_of(const OpenOffice& office) {
    const MailConfig& mail = office.config().mail;
    std::string password;
    if (!mail.password_file.empty()) password = store::read_file(office.paths().root / mail.password_file);
    while (!password.empty() && (password.back() == '\n' || password.back() == '\r')) password.pop_back();
    return {mail.server, mail.from, mail.user, std::move(password)};
}

}  // namespace

MailRound::Tongue::Tongue(const web::Site& site, std::string_view language)
    : catalogue(language), dates(catalogue), wording(site, catalogue, dates) {}

MailRound::MailRound(OpenOffice& office, store::SubscriptionStore& subscriptions, const web::Site& site)
    : office_(office),
      subscriptions_(subscriptions),
      site_(site),
      server_(server_of(office)),
      english_(site, web::k_english),
      chinese_(site, web::k_chinese),
      courier_(std::make_unique<notice::Courier>(
          office.store(),
          notice::Readers{[this] { return subscriptions_.matters(); }, [this](const auto& row) { return readers_of(row); },
                          [this](std::int64_t item, const std::string& token) { return subscriptions_.was_sent(item, token); },
                          [this](std::int64_t item, const std::string& token) { subscriptions_.note_sent(item, token); },
                          [this](const std::string& token, const std::string& words) { subscriptions_.note_bounce(token, words); },
                          [this](const std::vector<std::int64_t>& items) { subscriptions_.forget_items(items); }},
          [this](const auto& row, const auto& reader) { return mail_of(row, reader); },
          [this](const notice::Mail& mail) { return notice::send_mail(server_, mail, clerk::SystemClock().now()); })) {
    courier_->begin();
    office_.clerk().on_notices([this] { courier_->wake(); });
}

MailRound::~MailRound() { office_.clerk().on_notices({}); }

std::vector<people::Subscription> MailRound::readers_of(const record::OutboxRow& row) const {
    if (row.to != "resident" && row.to != "parties") return {};  // offices have their desks
    auto readers = subscriptions_.of(row.matter);
    if (readers.empty() || row.to == "parties") return readers;
    const auto stored = office_.store().matter(row.matter);
    const auto matter = stored ? matter::load(stored->folded) : base::Result<matter::Matter>(base::Refusal{});
    if (!matter) throw base::Fault("matter " + std::to_string(row.matter.number) + " cannot be read");
    std::erase_if(readers, [&](const people::Subscription& reader) { return reader.party != matter->party; });
    return readers;
}

notice::Mail MailRound::mail_of(const record::OutboxRow& row, const people::Subscription& reader) const {
    const web::OfficeSite* office = site_.office(office_.config().id.text);
    HEARTH_CHECK(office != nullptr);
    return web::pages::news_mail(*office, reader.language == web::k_chinese ? chinese_.wording : english_.wording, row, reader);
}

}  // namespace hearth::cli
