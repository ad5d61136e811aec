#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "clerk/effects.hpp"
#include "clerk/keys.hpp"
#include "cli/installation.hpp"
#include "referral/letter_desk.hpp"
#include "referral/postman.hpp"

namespace hearth::cli {

/// Another office with which one of this process exchanges letters.
struct Correspondent {
    base::OfficeId id;
    record::VerifierKey key;
    base::Bytes32 box{};
    std::function<std::string(const std::string& bag)> carry;
};

/// The peers that `office.yaml` names, reached over HTTPS.
std::vector<Correspondent> distant_correspondents(const OpenOffice& office);

/// The letters of a served office: its desk, which takes in those of others, and its postman, who carries its own.
class Letters {
public:
    /// The office outlives it.
    Letters(OpenOffice& office, std::vector<Correspondent> correspondents);
    ~Letters();
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;

    [[nodiscard]] referral::LetterDesk& desk() { return desk_; }
    /// Letters go from here on; and no more, once `end` has returned. All offices of a process have a desk before the first begins,
    /// and all end before the first desk goes.
    void begin();
    void end();
    /// Office -> what became of the last bag.
    [[nodiscard]] std::map<std::string, std::string> states() const;

private:
    OpenOffice& office_;
    clerk::SystemClock clock_;
    clerk::BoxKey box_;
    referral::LetterDesk desk_;
    mutable std::mutex mutex_;  // guards the next one
    std::map<std::string, std::string> states_;
    std::vector<referral::Addressee> addressees_;
    std::unique_ptr<referral::Postman> postman_;  // last: it reports into the above
};

}  // namespace hearth::cli
