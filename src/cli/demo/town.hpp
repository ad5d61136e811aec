#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/office_config.hpp"
#include "people/roster.hpp"

/// The offices of a township and what people there write, as `town.yaml` says.
namespace hearth::cli::demo {

/// One concern with all that is written about it on its way, in one language.
struct Topic {
    std::string language;
    std::string kind;
    std::vector<std::string> points;
    std::string account;
    std::string place;
    std::string facts;
    std::vector<std::string> evidence;
    std::vector<std::string> reasons;  // one for each point
    std::string words;
};

/// What an answer says that is no yes; the reason is given for each point.
struct OtherAnswer {
    std::string facts;
    std::vector<std::string> evidence;
    std::string reason;
};

struct TownOffice {
    OfficeConfig config;
    std::size_t matters = 0;  // how many are raised there
};

struct Town {
    std::vector<TownOffice> offices;  // from the village up
    std::vector<Topic> topics;
    std::map<std::string, OtherAnswer> elsewhere;  // by language: it is another office's matter
    std::map<std::string, OtherAnswer> declined;   // by language
    std::vector<people::RosterLine> roster;        // household representatives of the village
};

/// The township that is shipped. Its offices are named under `host`.
Town shipped_town(const std::string& host);

}  // namespace hearth::cli::demo
