#pragma once

#include <cstdint>
#include <map>
#include <mutex>

#include "web/desk/sessions.hpp"
#include "web/forms/typed.hpp"
#include "web/http/message.hpp"
#include "web/pages/view.hpp"

/// Where household representatives prove who they are: by the household's label and a code on paper that the office handed out, in
/// place of which each gets a code of her own; with that she comes back to see where she stands, or gives it back.
/// Promise: what the office keeps of a code is its digest; what stands on the record are numbers of households.
/// Not here: what a proved representative may do (votes, proxies).
namespace hearth::web::household {

/// Whether the office keeps a roster; without one there are no such pages.
bool has_roster(const OfficeSite& office);

class Representatives {
public:
    /// The empty form.
    [[nodiscard]] static http::Response ask(const pages::View& view);

    /// `posted`: "label", "code", "key" of the form, and "go": "prove" (or nothing), "give_back", or "stay" for the same page in
    /// another language. Wrong, used and overdue codes, and unknown labels, are answered alike, with the label kept and the code
    /// not. After five of them in a row a label stands still for a while (`desk::SignInBrake`); whose client it was is never asked.
    /// The same form sent twice is answered twice alike.
    void take(const pages::View& view, const forms::Posted& posted, base::Instant now, http::Respond respond);

private:
    struct Attempt;

    void prove(const pages::View& view, const Attempt& attempt, http::Respond respond);
    void give_back(const pages::View& view, const Attempt& attempt, http::Respond respond);
    http::Response wrong(const pages::View& view, const Attempt& attempt);
    /// Something about this household waits for the record, which makes one more proved (1), one less (-1) or as many as before.
    /// How many are proved once that and all else that waits has come to its end.
    std::uint64_t begin(const pages::View& view, const Attempt& attempt, int change);
    void end(const pages::View& view, const Attempt& attempt);

    desk::SignInBrake brake_;
    std::mutex mutex_;
    std::map<base::OfficeId, std::map<std::string, int>> under_way_;  // label -> change; guarded by mutex_
};

}  // namespace hearth::web::household
