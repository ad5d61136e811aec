#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "procedure/model.hpp"

namespace hearth::procedure {

/// One procedure under check, with the words in which the rights speak of it ("adverse", "decides", "letter", "person's state").
class Subject {
public:
    Subject(const Pack& pack, const Procedure& procedure) : pack_(&pack), procedure_(&procedure) {}

    [[nodiscard]] const Pack& pack() const { return *pack_; }
    [[nodiscard]] const Procedure& procedure() const { return *procedure_; }

    /// A piece of parallel work that no resident enters.
    [[nodiscard]] bool is_part() const { return !procedure_->starts.empty(); }

    /// The body of the post that does `act`; an empty root when a person does it or nobody can.
    [[nodiscard]] Body body_of(const ActRule& act) const;
    [[nodiscard]] const Post* post_of(const ActRule& act) const;
    /// The items that the letters of `act` print for the person.
    [[nodiscard]] std::set<std::string> letter(const ActRule& act) const;
    [[nodiscard]] bool form_has(const ActRule& act, std::string_view type) const;

    [[nodiscard]] std::vector<const State*> sources(const ActRule& act) const;
    /// Where `act` leads from `source`.
    [[nodiscard]] const State* target(const ActRule& act, const State* source) const;
    /// All states to which `act` may lead.
    [[nodiscard]] std::vector<const State*> targets(const ActRule& act) const;
    [[nodiscard]] std::vector<const ActRule*> acts_from(const State& state) const;
    /// How the act may be entered for the person: its own way, else that of the procedure.
    [[nodiscard]] const Assisted* assisted(const ActRule& act) const;

private:
    const Pack* pack_;
    const Procedure* procedure_;
};

bool by_person(const ActRule& act);
/// A single person can do it: the resident, or any one of the parties.
bool by_one_person(const ActRule& act);
bool is_adverse(const ActRule& act);
bool decides(const ActRule& act);
bool is_persons(const State& state);
bool is_bodys(const State& state);
bool has_guard(const ActRule& act, std::string_view word);
bool tells_person(const Recipients& notices);
bool is_for_person(std::string_view outcome);
bool is_against_person(std::string_view outcome);

/// How a body is called in the sentences of the checker: "handling_body", "the body above handling_body".
std::string words_of(const Body& body);
/// "a, b and c"
std::string listed(const std::vector<std::string>& words);
/// The words of `wanted` that are not in `present`.
std::vector<std::string> lacking(const std::vector<std::string>& wanted, const std::set<std::string>& present);
bool has(const std::vector<std::string>& list, std::string_view word);

}  // namespace hearth::procedure
