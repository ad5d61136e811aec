#include "cli/do_act.hpp"

#include <future>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/control.hpp"
#include "cli/housekeeping.hpp"
#include "cli/words.hpp"

namespace hearth::cli {

namespace {

base::Json here(const OfficePaths& paths, const ActRequest& request) {
    const std::uintmax_t erased = size_of_journal(paths);
    OpenOffice office(paths);
    const base::Instant now = clerk::SystemClock().now();
    auto command = command_of(request, office.clerk(), now);
    if (!command) return to_json(clerk::Outcome(clerk::Answer(command.error())));
    std::promise<base::Json> told;
    submit_act(request, std::move(*command), office.clerk(), paths.papers(),
               [&told](const clerk::Outcome& outcome) { told.set_value(to_json(outcome)); });
    base::Json outcome = told.get_future().get();
    // Terms of keeping may have ended while the office was open.
    if (size_of_journal(paths) != erased) keep_house(paths, office.store(), now);
    return outcome;
}

}  // namespace

base::Json do_act(const OfficePaths& paths, const ActRequest& request) {
    auto served = ask_server(paths, "/control/act", to_json(request));
    return served ? std::move(*served) : here(paths, request);
}

std::uint64_t put_on_record(const OfficePaths& paths, std::string_view act, const std::map<std::string, base::Json>& facts) {
    ActRequest request;
    request.office = read_office_config(paths.config()).id.text;
    request.act = act;
    request.fields = facts;
    const base::Json outcome = do_act(paths, request);
    if (outcome.contains("acknowledged")) return outcome["acknowledged"].value("first", std::uint64_t{0});
    throw base::Fault(outcome.contains("refused") ? words_of(outcome["refused"])
                                                  : outcome.value("fault", "the office gave no answer"));
}

}  // namespace hearth::cli
