#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/installation.hpp"
#include "procedure/load.hpp"
#include "web/answer_template.hpp"

/// `answers.yaml` in the folder of an office: how its answers begin (docs/operating.md).
namespace hearth::cli {

/// Throws Fault with every error and its place: what is no list of answers; a procedure, an act by a post or a field of words that
/// today's pack does not have; a text without a gap (of rules alone, which are named and not written, there need be none); a word
/// that right 5 forbids.
std::vector<web::AnswerTemplate> read_answers(std::string_view bytes, const std::string& file, const procedure::Pack& pack);

/// Those of the office; none where it has no such file.
std::vector<web::AnswerTemplate> answers_of(const OfficePaths& paths, const procedure::Pack& pack);

}  // namespace hearth::cli
