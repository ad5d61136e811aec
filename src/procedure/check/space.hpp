#pragma once

#include <cstdint>
#include <ranges>
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
/// What an act needs and does is worked out once, as numbers and bits, for it is asked at every configuration.
class Space {
public:
    /// Explores at most `configurations_max`; `is_complete` says whether that was enough.
    explicit Space(const Subject& subject, std::size_t configurations_max = 200'000);

    [[nodiscard]] const std::vector<Configuration>& configurations() const { return configurations_; }
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    /// Numbers of the steps that lead out of configuration `number`.
    [[nodiscard]] std::ranges::iota_view<int, int> steps_from(int number) const {
        const auto at = static_cast<std::size_t>(number);
        return {first_step_[at], first_step_[at + 1]};
    }
    [[nodiscard]] bool is_complete() const { return complete_; }

    [[nodiscard]] const Configuration& at(int number) const { return configurations_[static_cast<std::size_t>(number)]; }
    [[nodiscard]] const Step& step(int number) const { return steps_[static_cast<std::size_t>(number)]; }

    /// Whether the act can happen there as far as the checker computes: state, limit, consent, done, spent, all_closed.
    [[nodiscard]] bool is_possible(const ActRule& act, const Configuration& at) const;
    /// The same without looking at `all_closed`.
    [[nodiscard]] bool is_possible_but_for_parts(const ActRule& act, const Configuration& at) const;
    [[nodiscard]] bool has_happened(const ActRule& act, const Configuration& at) const;
    [[nodiscard]] bool is_in_force(std::string_view consent, const Configuration& at) const;
    [[nodiscard]] std::vector<Body> bodies_that_decided(const Configuration& at) const;

    /// The way from the start to a configuration, in the words of the institution: "start", "received (Ask)".
    [[nodiscard]] std::vector<std::string> path_to(int number) const;
    /// The same with one step more.
    [[nodiscard]] std::vector<std::string> path_over(const Step& step) const;

private:
    /// A set of facts by their numbers; with more than 64 of a kind nothing is proved.
    using Facts = std::uint64_t;

    /// What one act needs of a configuration and does to it.
    struct Move {
        const ActRule* act = nullptr;
        std::vector<bool> from;  // by number of the state
        bool opens = false;
        const State* to = nullptr;  // null: it stays
        std::ptrdiff_t counter = -1;
        std::vector<std::pair<std::ptrdiff_t, int>> spent;  // counter and the limit that it must have reached
        bool never = false;                                 // it needs what can never be
        Facts needs_consents = 0;
        Facts needs_done = 0;
        Facts needs_parts = 0;
        Facts gives_consents = 0;
        Facts withdraws_consents = 0;
        Facts opens_parts = 0;
        Facts remembers = 0;
        Facts uses_up = 0;
        Facts decides_as = 0;  // the body that decides, if the act decides
        bool by_person = false;
        bool speaks = false;  // a statement or a waiver
        bool tells = false;   // its letter prints reasons with what is intended or decided
        bool begins_round = false;
    };

    void number_facts();
    [[nodiscard]] Move move_of(const ActRule& act) const;
    void add_guards(const ActRule& act, Move& move) const;
    void explore(std::size_t configurations_max);
    void add_step(const ActRule* act, int from, const Configuration& to);
    int number_of(const Configuration& configuration, int step);
    void spread_buckets();
    [[nodiscard]] const Move& move_for(const ActRule& act) const;
    [[nodiscard]] std::size_t number_of_state(const State& state) const;
    [[nodiscard]] static bool holds(const Move& move, const Configuration& at);
    [[nodiscard]] Configuration after(const Move& move, const Configuration& before) const;
    [[nodiscard]] Configuration after_expiry(const Configuration& before) const;
    [[nodiscard]] std::string words_of_step(const Step& step) const;

    Subject subject_;
    std::vector<const ActRule*> limited_;
    std::vector<const ActRule*> remembered_;
    std::vector<std::string> parts_;
    std::vector<Body> deciding_bodies_;
    std::vector<Move> moves_;                           // in the order of the acts
    std::vector<std::vector<const Move*>> moves_from_;  // by number of the state
    std::vector<Configuration> configurations_;
    std::vector<std::size_t> hashes_;
    std::vector<int> entered_by_;  // the step by which each configuration was first found, -1 for the first
    std::vector<Step> steps_;
    std::vector<int> first_step_;  // of each configuration; steps lie in the order of where they begin
    std::vector<std::vector<int>> buckets_;
    bool complete_ = true;
};

}  // namespace hearth::procedure
