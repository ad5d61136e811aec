#pragma once

#include <string>

#include "base/json.hpp"
#include "base/result.hpp"
#include "clerk/clerk.hpp"
#include "cli/installation.hpp"

/// An erasure as the operator's command line orders it; also the body of POST /control/erase on the socket of a served
/// installation.
namespace hearth::cli {

struct EraseRequest {
    std::string office;  // id; empty where there is only one
    std::string matter;  // "148" or "NT-2026-0148"
    std::string field;   // "request.name"; empty: all content of the matter
    std::string ground;  // word of the catalogue, stands in the record for ever: never personal

    bool operator==(const EraseRequest&) const = default;
};

base::Json to_json(const EraseRequest& request);
/// Refused `malformed` erase/request with the member as field.
base::Result<EraseRequest> erase_request_from_json(const base::Json& value);

/// Erases through the clerk of an open office, then what lies beside its database: papers whose key went, and receipts in the
/// office's folder that disclose what was erased. Refused besides what the clerk refuses: `malformed` act/matter, erase/ground,
/// `not_found` erase/content.
clerk::Outcome erase(const EraseRequest& request, clerk::Clerk& clerk, const OfficePaths& paths, base::Instant now);

}  // namespace hearth::cli
