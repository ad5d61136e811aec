#include "cli/hook_rounds.hpp"

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "record/checkpoint.hpp"
#include "store/files.hpp"
#include "web/notices/hook_event.hpp"

namespace hearth::cli {

namespace {

std::uint64_t served_size(const web::OfficeSite& office) {
    const auto served = record::read_checkpoint(office.served_checkpoint());
    return served ? served->checkpoint.size : 0;
}

}  // namespace

std::string hook_secret_in(const OfficePaths& paths, const HookConfig& hook) {
    const auto file = paths.root / hook.secret_file;
    auto secret = notice::parse_hook_secret(store::read_file(file));
    if (!secret) throw base::Fault(file.string() + ": holds no secret of a web hook (whsec_ and base64 of 24 to 64 bytes)");
    return std::move(*secret);
}

struct HookRounds::Round {
    Round(const web::OfficeSite& office, const notice::Hook& hook, store::HookStore& places)
        : address(hook.address),
          place(office.origin + " " + hook.address),  // a new origin numbers its entries anew
          courier(
              [&office] { return served_size(office); },
              [&office](std::uint64_t entry) { return web::notices::hook_event(office, entry); },
              {[this, &places] { return places.next(place).value_or(0); },
               [this, &places](std::uint64_t next) { places.settle(place, next); }},
              [hook](const notice::HookEvent& event) { return notice::send_to_hook(hook, event, clerk::SystemClock().now()); }) {
        if (!places.next(place)) places.settle(place, served_size(office));
        courier.begin();
    }

    std::string address;
    std::string place;
    notice::HookCourier courier;
};

HookRounds::HookRounds(OpenOffice& office, const web::Site& site) : places_(office.paths().people()) {
    const web::OfficeSite* here = site.office(office.config().id.text);
    HEARTH_CHECK(here != nullptr);
    for (const HookConfig& hook : office.config().hooks) {
        const notice::Hook known{hook.address, hook_secret_in(office.paths(), hook)};
        rounds_.push_back(std::make_unique<Round>(*here, known, places_));
    }
}

HookRounds::~HookRounds() = default;

base::Json HookRounds::states() const {
    base::Json all = base::Json::object();
    for (const auto& round : rounds_) {
        const notice::HookCourier::State state = round->courier.state();
        base::Json one{{"state", state.trouble.empty() ? "in order" : state.trouble}, {"waiting", state.waiting}};
        if (state.since) one["since"] = base::to_rfc3339(*state.since);
        all[round->address] = std::move(one);
    }
    return all;
}

}  // namespace hearth::cli
