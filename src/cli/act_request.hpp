#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "clerk/clerk.hpp"

/// An act as the operator's command line names it; also the body of POST /control/act on the socket of a served installation.
namespace hearth::cli {

struct ActRequest {
    std::string office;  // id; empty where there is only one
    std::string act;
    std::string procedure;  // empty: the matter's, or the first of the pack that has such an act
    std::string matter;     // "148" or "NT-2026-0148"
    std::string code;       // receipt code: the resident herself
    std::string as;         // "handler@village"
    std::string outcome;
    std::string channel;  // "paper", "spoken", ..
    std::string evidence;
    bool read_back = false;
    std::string received;  // RFC 3339 or a date
    std::string key;       // idempotency
    std::map<std::string, base::Json> fields;
    /// A file handed in with the act.
    struct Paper {
        std::string field;
        std::string name;
        std::string bytes;
    };
    std::vector<Paper> papers;
};

base::Json to_json(const ActRequest& request);
/// Refused `malformed` act/request with the member as field.
base::Result<ActRequest> act_request_from_json(const base::Json& value);

/// "148", or the number behind the last dash of "NT-2026-0148". Refused `malformed` act/matter.
base::Result<base::MatterId> parse_matter(const std::string& text);

/// The command that a request means, in this office at `now`. Refused `malformed` act/<what was wrong>, `not_found` act/code.
base::Result<office::Command> command_of(const ActRequest& request, const clerk::Clerk& clerk, base::Instant now);

/// Keeps the papers of a request in the office's folder and sends the command to its clerk; what was kept for nothing is taken
/// back. `done` may be called from the writer's thread. Refused besides as `clerk::add_papers` says.
void submit_act(const ActRequest& request, office::Command command, clerk::Clerk& clerk, const std::filesystem::path& papers,
                std::move_only_function<void(clerk::Outcome)> done);

/// What came of it, as JSON: {"acknowledged": {..}}, {"refused": {..}} or {"fault": ".."}.
base::Json to_json(const clerk::Outcome& outcome);

}  // namespace hearth::cli
