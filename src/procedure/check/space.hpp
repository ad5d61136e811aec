#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "procedure/check/subject.hpp"

namespace hearth::procedure {

/// What the checker tells apart about one matter (procedure.md, "What the checker explores").
struct Configuration {
    const State* state = nullptr;  // null before the matter is opened
    std::string counters;          // how often each act with a limit was done, in the order of `Space::limited`
    std::uint64_t consents = 0;
    std::uint64_t parts = 0;
    std::uint64_t bodies = 0;  // that decided, by number in `Space::deciding_bodies`
    std::uint64_t done = 0;    // by number in `Space::remembered`
    bool reminded = false;
    bool told = false;
    bool heard = false;

    bool operator==(const Configuration&) const = default;
};

/// One step of the exploration; without an act it is the expiry of the term of the state.
struct Step {
    const ActRule* act = nullptr;
    int from = 0;
    int to = 0;
};

/// All configurations that acts and expiries can lead to, found breadth first, so that the path to each is a shortest one.
class Space {
public:
    /// Explores at most `configurations_max`; `is_complete` says whether that was enough.
    explicit Space(const Subject& subject, std::size_t configurations_max = 200'000);

    [[nodiscard]] const std::vector<Configuration>& configurations() const { return configurations_; }
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    /// Steps that lead out of configuration `number`.
    [[nodiscard]] const std::vector<int>& steps_from(int number) const { return out_[static_cast<std::size_t>(number)]; }
    [[nodiscard]] bool is_complete() const { return complete_; }

    [[nodiscard]] const Configuration& at(int number) const { return configurations_[static_cast<std::size_t>(number)]; }
    [[nodiscard]] const Step& step(int number) const { return steps_[static_cast<std::size_t>(number)]; }

    /// Whether the act can happen there as far as the checker computes: state, limit, consent, done, spent, all_closed.
    [[nodiscard]] bool is_possible(const ActRule& act, const Configuration& at) const;
    /// The same without looking at `all_closed`.
    [[nodiscard]] bool is_possible_but_for_parts(const ActRule& act, const Configuration& at) const;
    [[nodiscard]] bool has_happened(const ActRule& act, const Configuration& at) const;
    [[nodiscard]] bool is_opened(std::string_view part, const Configuration& at) const;
    [[nodiscard]] bool is_in_force(std::string_view consent, const Configuration& at) const;
    [[nodiscard]] std::vector<Body> bodies_that_decided(const Configuration& at) const;

    /// The way from the start to a configuration, in the words of the institution: "start", "received (Ask)".
    [[nodiscard]] std::vector<std::string> path_to(int number) const;
    /// The same with one step more.
    [[nodiscard]] std::vector<std::string> path_over(const Step& step) const;

private:
    void number_facts();
    void explore(std::size_t configurations_max);
    void add_step(const ActRule* act, int from, Configuration to);
    int number_of(const Configuration& configuration, int step);
    [[nodiscard]] Configuration after_act(const ActRule& act, const Configuration& before) const;
    [[nodiscard]] Configuration after_expiry(const Configuration& before) const;
    void forget_round(const ActRule& act, Configuration& at) const;
    void note_facts(const ActRule& act, Configuration& at) const;
    void note_hearing(const ActRule& act, Configuration& at) const;
    void use_up_money(const ActRule& act, Configuration& at) const;
    [[nodiscard]] bool guards_hold(const ActRule& act, const Configuration& at) const;
    [[nodiscard]] std::string words_of_step(const Step& step) const;

    Subject subject_;
    std::vector<const ActRule*> limited_;
    std::vector<const ActRule*> remembered_;
    std::vector<std::string> parts_;
    std::vector<Body> deciding_bodies_;
    std::vector<Configuration> configurations_;
    std::vector<int> entered_by_;  // the step by which each configuration was first found, -1 for the first
    std::vector<Step> steps_;
    std::vector<std::vector<int>> out_;
    std::vector<std::vector<int>> buckets_;
    bool complete_ = true;
};

}  // namespace hearth::procedure
