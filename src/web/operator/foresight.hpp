#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"
#include "procedure/differences.hpp"
#include "web/catalogue.hpp"
#include "web/pages/dates.hpp"

/// What another pack, or another calendar, would do to an office; for its operator, on the command line and on a page. Numbers of
/// matters only, never which.
namespace hearth::web {

/// Open matters that run under one version of a procedure which would no longer be the newest.
struct Running {
    std::string procedure;
    int version = 0;  // which they keep
    std::uint64_t count = 0;
    std::uint64_t offered = 0;  // to so many of them the newer text would be offered, since it takes nothing away
};

/// Open matters whose term, counted anew, would end on another day. The day that was promised stands all the same.
struct Moved {
    base::CivilDate from;
    base::CivilDate to;
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

/// The same in the words of one language, heads with lines under them.
struct ForesightWords {
    struct Part {
        std::string head;
        std::vector<std::string> lines;
    };
    std::string in_force;  // "cn version 1, calendar cn version 3"
    std::string other;     // likewise; empty: it does not load
    std::string refused;   // as above
    bool is_same = false;  // nothing would change
    std::vector<Part> parts;
};
ForesightWords words_of(const Foresight& seen, const Catalogue& say, const pages::Dates& dates);

}  // namespace hearth::web
