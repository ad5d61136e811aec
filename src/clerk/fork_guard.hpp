#pragma once

#include <string>
#include <vector>

#include "clerk/head.hpp"
#include "record/note.hpp"
#include "record/store.hpp"

namespace hearth::clerk {

/// A checkpoint under our name as it was found outside our database: in the copy beside it, with a witness, at a mirror.
struct Outside {
    std::string where;       // as the operator is told: "the file checkpoint", "witness neighbour.example"
    std::string checkpoint;  // a signed note; empty: nothing was found there
};

/// Compares what our store holds with what the outside has seen of us, before anything is signed after a start or a restore. A log
/// that signs two different continuations of the same beginning has lied to somebody, and nobody can mend that afterwards.
///
/// A Fault, in words that say what to do, when
/// - the outside has seen more than we hold (a backup was restored): go on only from a newer backup or under a new origin;
/// - the outside has seen something else than we hold: go on only under a new origin.
/// Notes of another origin, and notes that none of `our_keys` signed, prove nothing and are passed over.
void refuse_to_fork(record::Store& store, const Head& head, const std::vector<record::VerifierKey>& our_keys,
                    const std::vector<Outside>& found);

}  // namespace hearth::clerk
