#pragma once

#include <memory>
#include <vector>

#include "cli/installation.hpp"
#include "notice/hook_courier.hpp"
#include "store/hook_store.hpp"
#include "web/site.hpp"

namespace hearth::cli {

/// The web hooks of a served office, those of its office.yaml and no others, each told by a thread of its own. One that is new
/// begins with what is recorded from then on.
class HookRounds {
public:
    /// Office and site outlive it. A Fault when a secret cannot be read.
    HookRounds(OpenOffice& office, const web::Site& site);
    ~HookRounds();

    /// Of each address: "state" ("in order", or why not), "waiting", and "since" when it is not in order.
    [[nodiscard]] base::Json states() const;

private:
    struct Round;
    store::HookStore places_;
    std::vector<std::unique_ptr<Round>> rounds_;  // last: their threads use the above
};

/// A Fault in the operator's words when the file holds no secret.
std::string hook_secret_in(const OfficePaths& paths, const HookConfig& hook);

}  // namespace hearth::cli
