#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/demo/simulated.hpp"
#include "cli/demo/town.hpp"
#include "cli/installation.hpp"
#include "referral/letter_desk.hpp"
#include "referral/postman.hpp"

namespace hearth::cli::demo {

/// An office of the demonstration that exists already, opened under a played clock.
class PlayedOffice {
public:
    /// Where letters go. `none`: it acts as if it were alone, so that its matters stay with it.
    enum class Letters { none, beside };

    PlayedOffice(const OfficePaths& paths, const OfficeConfig& config, const base::Clock& clock, std::uint64_t seed,
                 Letters letters);
    ~PlayedOffice();
    PlayedOffice(const PlayedOffice&) = delete;
    PlayedOffice& operator=(const PlayedOffice&) = delete;

    [[nodiscard]] clerk::Clerk& clerk() { return *clerk_; }
    [[nodiscard]] std::string vkey() const { return self_.key.text(); }

    /// Joins all of them by letters; and parts them, before the first one goes.
    static void connect(std::vector<std::unique_ptr<PlayedOffice>>& all, const base::Clock& clock);
    static void disconnect(std::vector<std::unique_ptr<PlayedOffice>>& all);
    /// Carries the letters that wait here.
    void carry() { postman_->carry_all(); }

private:
    void open_desk(const std::vector<std::unique_ptr<PlayedOffice>>& all, const base::Clock& clock);
    void send_postman(const std::vector<std::unique_ptr<PlayedOffice>>& all);

    std::unique_ptr<record::Store> store_;
    clerk::SigningKey signer_;
    clerk::BoxKey box_;
    SeededRandomness randomness_;
    referral::Self self_;
    std::unique_ptr<clerk::Clerk> clerk_;
    std::unique_ptr<referral::LetterDesk> desk_;
    std::unique_ptr<referral::Postman> postman_;
};

}  // namespace hearth::cli::demo
