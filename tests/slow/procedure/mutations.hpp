#pragma once

#include <functional>
#include <string>
#include <vector>

#include "procedure/model.hpp"
#include "procedure/text/yaml_tree.hpp"

/// A catalogue of ways to take a right away, by mistake or on purpose, from the text of a procedure.
namespace hearth::tests {

/// One text in which one thing was changed; `where` says what.
struct Mutant {
    std::string where;
    procedure::text::YamlNode text;
};

struct Mutation {
    std::string kind;
    /// All mutants of this kind of `text`, which reads as `procedure`.
    std::function<std::vector<Mutant>(const procedure::text::YamlNode& text, const procedure::Pack& pack,
                                      const procedure::Procedure& procedure)>
        apply;
};

const std::vector<Mutation>& mutations();

}  // namespace hearth::tests
