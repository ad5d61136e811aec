#pragma once

#include "base/refusal.hpp"
#include "record/witness_rules.hpp"

/// The one place where answers of the rules become numbers of HTTP (RFC 9110, section 15).
namespace hearth::web {

enum Status : int {
    k_ok = 200,
    k_created = 201,
    k_see_other = 303,
    k_bad_request = 400,
    k_forbidden = 403,
    k_not_found = 404,
    k_method_not_allowed = 405,
    k_conflict = 409,
    k_too_large = 413,
    k_unsupported_type = 415,
    k_unprocessable = 422,
    k_internal_error = 500,
    k_unavailable = 503,
};

/// For strangers: what is not permitted looks like what is not there, so that nobody can ask about a neighbour.
Status status_of(base::Reason reason);
Status status_of(record::WitnessAnswer answer);

}  // namespace hearth::web
