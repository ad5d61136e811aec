#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/installation.hpp"
#include "procedure/differences.hpp"

/// What another pack, or another calendar, would do to an office. Nothing is written and no lock is taken, so that it may be asked
/// while the office is served. Numbers of matters only, never which.
namespace hearth::cli::preview {

/// Open matters that run under one version of a procedure which would no longer be the newest.
struct Running {
    std::string procedure;
    int version = 0;  // which they keep
    std::uint64_t count = 0;
    std::uint64_t offered = 0;  // to so many of them the newer text would be offered, since it takes nothing away
};

/// Open matters whose term, counted anew, would end on another day. The day that was promised stands all the same.
struct Moved {
    std::string from;  // "2027-05-06"
    std::string to;
    std::uint64_t count = 0;
};

struct Foresight {
    std::string refused;  // why the office would not take it, in the operator's words; empty: it would
    std::shared_ptr<const procedure::Ruleset> before;
    std::shared_ptr<const procedure::Ruleset> after;     // none: it does not load
    std::vector<procedure::ChangedText> texts;           // against the pack in force
    std::vector<std::pair<base::CivilDate, bool>> days;  // other than before; whether it is a working day now
    std::vector<int> years;                              // newly published
    std::vector<Running> running;
    std::vector<Moved> moved;
    std::uint64_t terms = 0;         // running terms that could be counted anew
    std::uint64_t terms_passed = 0;  // others: paused, agreed upon, extended by hand, counted by an earlier calendar
};

/// `files`: the pack as it would lie in the office's folder.
Foresight foresee(const OfficePaths& paths, const std::vector<procedure::SourceFile>& files);

/// In plain words, for a terminal. `language`: in which the procedures speak.
std::string words_of(const Foresight& foresight, const std::string& language);

}  // namespace hearth::cli::preview
