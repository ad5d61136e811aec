#pragma once

#include <string>
#include <vector>

#include "web/catalogue.hpp"

/// What was found when an installation was looked over, for its operator: on the command line, on the page of health, in JSON. The
/// catalogue has the words; a finding holds no person, no matter and no address of a client.
namespace hearth::web {

struct Finding {
    std::string office;               // id
    std::string check;                // what was looked at: "disk"
    std::string id;                   // what was found: "disk_low"
    bool needs_attention = false;     // then the catalogue says what to do about it
    std::vector<std::string> values;  // at most two, in the order of the sentence
};

/// "Disk".
std::string title_of(const Finding& finding, const Catalogue& say);
std::string words_of(const Finding& finding, const Catalogue& say);
/// What to do; empty where nothing is to be done.
std::string advice_on(const Finding& finding, const Catalogue& say);

}  // namespace hearth::web
