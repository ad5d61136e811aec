#pragma once

#include <string>
#include <vector>

#include "web/notices/public_acts.hpp"
#include "web/pages/view.hpp"

namespace hearth::web::notices {

struct NoticePart {
    std::string label;
    std::string words;
};

/// A public act in the words of one language. Of a publication: what the procedure publishes of the act, and what was written into
/// its fields of class "public"; nothing else of the matter, and nobody's name. Of one that was withdrawn: only that it was.
struct NoticeWords {
    std::string title;
    std::string about;  // the procedure; empty for an act of the office
    std::vector<NoticePart> parts;
    std::string objecting;            // how to object, by when; empty where nobody can
    std::vector<std::string> routes;  // other ways that stay open
    std::string posted;               // "Posted on Monday 1 March 2027, until the end of .."
};
NoticeWords words_of(const PublicAct& act, const pages::View& view);

/// The same line by line.
std::string plain_text(const NoticeWords& notice, const Catalogue& say);

}  // namespace hearth::web::notices
