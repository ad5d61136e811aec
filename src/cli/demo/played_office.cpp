#include "cli/demo/played_office.hpp"

#include <future>

namespace hearth::cli::demo {
namespace {

// A played clock runs faster than any honest one.
constexpr std::int64_t k_no_span_ms = std::int64_t{1000} * 86'400'000;

clerk::Settings played_settings(const OfficePaths& paths, const OfficeConfig& config, PlayedOffice::Letters letters) {
    clerk::Settings settings = settings_of(paths, config, load_procedures(read_procedures(paths.procedures())));
    settings.clock_file.clear();
    settings.clock_span_ms = k_no_span_ms;
    if (letters == PlayedOffice::Letters::none) settings.profile.peers.clear();
    return settings;
}

void hand_on(clerk::Clerk& clerk, office::Delivery delivery, referral::LetterDesk::Answered answered) {
    clerk.receive(std::move(delivery), [answered = std::move(answered)](const clerk::Outcome& outcome) mutable {
        if (outcome.broke()) return answered(std::nullopt);
        const clerk::Answer& answer = outcome.answer();
        answered(answer ? base::Result<std::string>(answer->receipt) : base::Result<std::string>(answer.error()));
    });
}

}  // namespace

PlayedOffice::PlayedOffice(const OfficePaths& paths, const OfficeConfig& config, const base::Clock& clock, std::uint64_t seed,
                           Letters letters)
    : store_(open_store(paths)),
      signer_(clerk::read_key_file(paths.signing_key(), clerk::k_signing_kind)),
      box_(clerk::read_key_file(paths.box_key(), clerk::k_box_kind)),
      randomness_(seed),
      self_{config.id, {config.origin(), record::VerifierKey::Type::note, signer_.public_key()}},
      clerk_(std::make_unique<clerk::Clerk>(clerk::Tools{*store_, signer_, clock, randomness_},
                                            played_settings(paths, config, letters))) {}

PlayedOffice::~PlayedOffice() = default;

void PlayedOffice::connect(std::vector<std::unique_ptr<PlayedOffice>>& all, const base::Clock& clock) {
    for (auto& office : all) office->open_desk(all, clock);
    // Only now, for a postman begins at once.
    for (auto& office : all) office->send_postman(all);
}

void PlayedOffice::open_desk(const std::vector<std::unique_ptr<PlayedOffice>>& all, const base::Clock& clock) {
    std::map<base::OfficeId, record::VerifierKey> keys;
    for (const auto& other : all) keys[other->self_.id] = other->self_.key;
    desk_ = std::make_unique<referral::LetterDesk>(
        self_, std::move(keys), [this](std::string_view sealed) { return box_.open(sealed); },
        [this](office::Delivery delivery, referral::LetterDesk::Answered answered) {
            hand_on(*clerk_, std::move(delivery), std::move(answered));
        },
        clock);
}

void PlayedOffice::send_postman(const std::vector<std::unique_ptr<PlayedOffice>>& all) {
    std::vector<referral::Addressee> addressees;
    for (const auto& other : all) {
        if (other.get() == this) continue;
        addressees.push_back(
            {other->self_.id, other->self_.key, other->box_.public_key(), [to = other.get()](const std::string& bag) {
                 std::promise<std::string> answer;
                 to->desk_->receive(bag, [&answer](std::string lines) { answer.set_value(std::move(lines)); });
                 return answer.get_future().get();
             }});
    }
    postman_ = std::make_unique<referral::Postman>(*store_, self_, std::move(addressees), clerk::seal_to,
                                                   [](const base::OfficeId&, const std::string&) {});
}

void PlayedOffice::disconnect(std::vector<std::unique_ptr<PlayedOffice>>& all) {
    for (auto& office : all) office->postman_.reset();
}

}  // namespace hearth::cli::demo
