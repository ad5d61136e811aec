#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "procedure/check/space.hpp"

/// The twenty-four rights that every procedure must keep. Each is one small file: what it demands, how it is shown, and examples
/// that keep and that break it.
namespace hearth::procedure {

/// A right that a procedure breaks. `path` is the shortest way there, empty when the text alone shows it.
struct Violation {
    int right = 0;
    Mark mark;
    std::string message;
    std::vector<std::string> path;
};

/// Violations as they are found; the same one is kept once, with its first and so shortest path.
class Findings {
public:
    void add(int right, const Mark& mark, std::string message, std::vector<std::string> path = {});
    [[nodiscard]] const std::vector<Violation>& all() const { return all_; }

private:
    std::vector<Violation> all_;
};

/// An edit of the sample pack (tests/procedure/sample) after which the right is still kept, or is broken.
struct Example {
    std::string_view what;
    std::string_view file;
    std::string_view old_text;
    std::string_view new_text;
    bool keeps;
};

struct Right {
    int number;
    std::string_view statement;  // what the law of the house demands
    std::string_view sentence;   // what it means for the resident
    bool binds_parts;            // whether parallel work without a resident must keep it too
    void (*check)(const Subject&, const Space&, Findings&);
    std::vector<Example> examples;
};

/// In order of number. 16 and 23 speak of the program only, so every text keeps them; their proofs are the program's own tests.
const std::vector<Right>& all_rights();

Right right_01_appeal();
Right right_02_no_closing_against_the_resident();
Right right_03_deadlines_live();
Right right_04_nobody_in_own_cause();
Right right_05_forbidden_fields();
Right right_06_purpose_and_end();
Right right_07_pseudonym();
Right right_08_success();
Right right_09_every_intake_is_answered();
Right right_10_one_owner();
Right right_11_meetings_compute();
Right right_12_reasoned_acts();
Right right_13_heard_first();
Right right_14_consent_can_be_taken_back();
Right right_15_no_harm_by_machine_or_silence();
Right right_17_a_way_without_a_screen();
Right right_18_money_in_two_hands();
Right right_19_floors_and_emergency();
Right right_20_seen_by_the_public();
Right right_21_entered_for_another();
Right right_22_no_list_of_persons();
Right right_24_no_bulk_harm();

}  // namespace hearth::procedure
