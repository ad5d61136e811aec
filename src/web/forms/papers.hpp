#pragma once

#include <map>
#include <string>
#include <vector>

#include "clerk/papers.hpp"
#include "web/forms/typed.hpp"
#include "web/pages/view.hpp"

/// Papers and photographs on pages. What was chosen is taken at once, so that nothing has to be chosen twice: it lies encrypted in
/// the papers of the office, and its key travels in the page alone, as everything does that was typed. Until it is sent nobody can
/// read it but whoever holds that page; what is not sent within a day is swept away.
namespace hearth::web::forms {

/// What a browser sent: texts, and files, whose bytes lie in the body of the request. Of a body that was too long some of the
/// texts.
struct Filled {
    Posted texts;
    std::vector<clerk::Paper> files;  // `field` is that of the form
    bool cut = false;
};

/// Reads a form in either of its encodings; one that is broken gives nothing.
Filled filled_in(const http::Request& request);

/// Takes the files of the form, as further texts (`TakenPaper`). Gives the faults by field: those of `clerk::kept_of` and
/// paper/photo, `limit_exceeded` paper/too_many, all as "web/paper/..", with the name of the file; and `limit_exceeded` web/upload.
/// Files that are in order are taken also beside others that are not.
std::map<std::string, base::Refusal> take_files(const pages::View& view, const procedure::Form* form, Filled& filled);

/// Forgets a paper that was taken, when the button for it was pressed; false when it was another button.
bool drop_paper(Posted& texts);

/// Adds what was taken to a command that is about to be submitted with this ticket. Refused as `clerk::add_papers` says, and
/// `not_found` web/paper_gone when a paper was swept away meanwhile. `version` is that of the matter's procedure; 0: today's.
base::Result<base::Done> add_taken(office::Command& command, clerk::Ticket& ticket, const Typed& typed, const pages::View& view,
                                   int version = 0);

}  // namespace hearth::web::forms
