#pragma once

#include "procedure/text/keys.hpp"

namespace hearth::procedure::text {

/// Ids that a procedure uses before it is known whether they exist. Gathered while reading, checked at the end.
class References {
public:
    enum class To { state, act, form, notice, post, part, consent, procedure };

    /// The id in `node`; an error is noted by `check` when nothing of that kind has it.
    std::string read(const YamlNode& node, To kind, const std::string& what, Reading& reading);
    /// The same, except that some words mean something by themselves ("start", "same", "received").
    std::string read(const YamlNode& node, To kind, const Words& also, const std::string& what, Reading& reading);
    std::vector<std::string> read_list(const YamlNode& node, To kind, const Words& also, const std::string& what, Reading& reading);

    void check(const Pack& pack, const Procedure& procedure, Reading& reading) const;

private:
    struct Reference {
        To kind;
        std::string id;
        std::string what;
        Mark mark;
        Words also;
    };
    std::vector<Reference> all_;
};

}  // namespace hearth::procedure::text
