#include "web/http_status.hpp"

#include "base/check.hpp"

namespace hearth::web {

Status status_of(base::Reason reason) {
    switch (reason) {
        case base::Reason::not_found:
        case base::Reason::not_permitted: return k_not_found;
        case base::Reason::out_of_order:
        case base::Reason::out_of_time:
        case base::Reason::conflict: return k_conflict;
        case base::Reason::malformed: return k_bad_request;
        case base::Reason::limit_exceeded: return k_unprocessable;
    }
    HEARTH_CHECK(false);
    return k_internal_error;
}

Status status_of(record::WitnessAnswer answer) {
    switch (answer) {
        case record::WitnessAnswer::accepted: return k_ok;
        case record::WitnessAnswer::malformed: return k_bad_request;
        case record::WitnessAnswer::unknown_origin: return k_not_found;
        case record::WitnessAnswer::not_signed: return k_forbidden;
        case record::WitnessAnswer::other_old_size: return k_conflict;
        case record::WitnessAnswer::not_consistent: return k_unprocessable;
    }
    HEARTH_CHECK(false);
    return k_internal_error;
}

}  // namespace hearth::web
