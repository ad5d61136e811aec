#pragma once

#include <map>
#include <string>

#include "procedure/text/keys.hpp"

namespace hearth::procedure::text {

/// The bodies of a pack and what an expression over them comes to (procedure.md, "Bodies"): a second name for the same desk has
/// the same normal form. A circle of names, an unknown name and `next_higher` of nothing are errors of the text.
class Bodies {
public:
    /// What the pack below this one knows already.
    void inherit(const std::map<std::string, Body>& known);
    void declare_root(const std::string& id, bool independent);
    /// `id` is another name for what `expression` says (`as`, `part_of`).
    void declare_alias(const std::string& id, std::string expression, const Mark& mark);
    /// Finds the normal form of every declared name.
    std::map<std::string, Body> resolve_all(Reading& reading);
    /// The normal form of an expression; an empty root after an error.
    [[nodiscard]] Body resolve(const YamlNode& node, Reading& reading) const;

private:
    struct Alias {
        std::string expression;
        Mark mark;
    };
    [[nodiscard]] Body form_of(std::string_view expression, const Mark& mark, int depth, Reading& reading) const;
    [[nodiscard]] Words names() const;

    std::map<std::string, Body> known_;
    std::map<std::string, Alias> aliases_;
};

}  // namespace hearth::procedure::text
