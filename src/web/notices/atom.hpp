#pragma once

#include <string>
#include <vector>

#include "web/pages/view.hpp"

namespace hearth::web::notices {

struct AtomEntry {
    std::string name;  // of which its id is made
    std::string title;
    std::string content;
    std::string link;
    base::Instant published;
    base::Instant updated;
};

struct AtomFeed {
    std::string name;  // of which its id is made, with the language
    std::string title;
    std::string subtitle;
    std::string self;       // its own address
    std::string alternate;  // the page of which it is the feed
    base::Instant updated;
    std::vector<AtomEntry> entries;  // newest first
};

/// The document in the language of the view, with an entity tag.
http::Response atom_answer(const pages::View& view, const AtomFeed& feed);

}  // namespace hearth::web::notices
