#include "tests/support/story.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

#include "ingest/row_acts.hpp"
#include "office/fields.hpp"
#include "office/transition.hpp"
#include "tests/support/shipped_rules.hpp"
#include "tests/support/small_town.hpp"
#include "tests/support/story_values.hpp"

namespace hearth::tests {
namespace {

using base::Json;

class Player {
public:
    explicit Player(std::string name) : name_(std::move(name)), rules_(shipped_rules()) {}

    std::vector<std::string> play(const std::string& text) {
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) {
            ++line_;
            if (line.empty() || line.front() == '#') continue;
            const std::size_t end = std::min(line.find(' '), line.size());
            const std::size_t rest = std::min(line.find_first_not_of(' ', end), line.size());
            play_line(line.substr(0, end), line.substr(rest));
        }
        settle();
        if (town_)
            if (const std::string fault = town_->fault(); !fault.empty()) fail("the record: " + fault);
        return std::move(failures_);
    }

private:
    struct Waiting {
        office::Command command;
        clerk::Ticket ticket;
        std::string person;  // who opens, when it opens
        std::string brings;  // the party whom it brings in
        std::set<std::string> left_out;
        int line = 0;
    };

    void fail(const std::string& words, int line = 0) {
        failures_.push_back(name_ + ":" + std::to_string(line > 0 ? line : line_) + ": " + words);
    }

    void play_line(const std::string& word, const std::string& rest) {
        if (word == "story") return;
        if (word == "given") return given(rest);
        if (word == "pack") return take_rules(rest);
        if (word == "procedure") return choose(rest);
        if (word == "at") return at(rest);
        if (word == "asleep") return at(rest, false);
        if (word == "when") return when(rest);
        if (word == "also") return add(rest);
        if (word == "with") return with(rest);
        if (word == "sent") return sent(rest);
        if (word == "then") return then(rest);
        if (word == "and") return check(rest);
        fail("no such word: " + word);
    }

    void given(const std::string& rest) {
        chain_.clear();
        std::vector<base::OfficeId>* chain = &chain_;
        std::string last;
        for (const std::string& word : words_of(rest)) {
            const std::string before = std::exchange(last, word);
            if (word == "under" || word == "knows" || word == "without") continue;
            if (before == "knows") {
                chain = &peers_[{word}];
            } else if (before == "without") {
                without_members_.insert({word});
            } else {
                chain->push_back({word});
            }
        }
    }

    void take_rules(const std::string& folder) {
        rules_ = rules_in(folder);
        procedure_ = rules_->pack.procedures.front().id;
    }

    void choose(const std::string& rest) {
        if (rules_->pack.procedure(rest) == nullptr) return fail("no such procedure: " + rest);
        procedure_ = rest;
    }

    std::optional<base::Instant> instant(const std::string& text) {
        const auto read = ingest::read_time(text.size() == 16 ? text + ":00" : text, &rules_->zone());
        if (!read) fail("no time: " + text);
        return read ? std::optional(*read) : std::nullopt;
    }

    void at(const std::string& rest, bool is_seen = true) {
        settle();
        const auto now = instant(rest);
        if (!now) return;
        if (town_) {
            size_before_ = town_->store().size();
            if (is_seen)
                town_->set_clock(*now);
            else
                town_->set_clock_unseen(*now);
            return;
        }
        office::OfficeProfile profile{chain_.front(), {chain_.begin() + 1, chain_.end()}, "NT", {}, peers_, without_members_};
        town_ = std::make_unique<SmallTown>(std::move(profile), rules_, *now);
        size_before_ = town_->store().size();
    }

    void when(const std::string& rest) {
        settle();
        if (!town_) return fail("no clock yet: begin with at");
        results_.clear();
        current_ = 0;
        add(rest);
    }

    void add(const std::string& rest) {
        const std::vector<std::string> words = words_of(rest);
        if (!town_ || words.size() < 2) return fail("who does what?");
        Waiting waiting;
        waiting.line = line_;
        office::Command& command = waiting.command;
        command.office = chain_.front();
        command.procedure = {procedure().id};
        command.act = words[1];
        command.received_at = town_->now();
        std::string whose = words[0];
        for (std::size_t i = 2; i < words.size(); ++i) {
            const auto pair = pair_of(words[i]);
            if (words[i] == "for" && i + 1 < words.size())
                whose = words[++i];
            else if (words[i] == "brings" && i + 1 < words.size())
                waiting.brings = words[++i];
            else if (pair && pair->first == "outcome")
                command.outcome = pair->second;
            else
                fail("what is " + words[i] + "?");
        }
        command.by = actor(words[0]);
        set_matter(words[0], whose, waiting);
        waiting_.push_back(std::move(waiting));
    }

    record::Actor actor(const std::string& who) {
        const std::size_t at = who.find('@');
        if (at != std::string::npos) return {record::Actor::Kind::post, {}, {who.substr(0, at)}, {who.substr(at + 1)}};
        const auto party = parties_.find(who);
        return {record::Actor::Kind::resident, {party == parties_.end() ? "stranger" : party->second.text}, {}, {}};
    }

    void set_matter(const std::string& who, const std::string& whose, Waiting& waiting) {
        const procedure::ActRule* rule = procedure().act(waiting.command.act);
        const bool opens = rule != nullptr && std::ranges::find(rule->from, "start") != rule->from.end();
        if (opens) {
            waiting.person = who;
            waiting.command.by.party = {};
            return;
        }
        const auto matter = matters_.find(whose);
        if (matter != matters_.end()) matter_ = matter->second;
        waiting.command.matter = matter_;
        if (const auto known = town_->clerk().matter(matter_)) waiting.command.procedure = known->procedure;
    }

    void with(const std::string& rest) {
        if (waiting_.empty()) return fail("with follows an act");
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string field = rest.substr(0, end);
        const std::string value = rest.substr(std::min(rest.find_first_not_of(' ', end), rest.size()));
        if (value == "-")
            waiting_.back().left_out.insert(field);
        else
            waiting_.back().command.fields[field] = value_of(field_of(waiting_.back().command, field), value);
    }

    const procedure::Field* field_of(const office::Command& command, const std::string& id) const {
        const procedure::Procedure& procedure = *rules_->pack.procedure(command.procedure.text);
        const procedure::ActRule* rule = procedure.act(command.act);
        const procedure::Form* form = rule == nullptr ? nullptr : procedure.form(rule->form);
        for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i)
            if (form->fields[i].id == id) return &form->fields[i];
        return nullptr;
    }

    void sent(const std::string& rest) {
        if (waiting_.empty()) return fail("sent follows an act");
        office::Command& command = waiting_.back().command;
        for (const std::string& word : words_of(rest)) {
            const auto pair = pair_of(word);
            const std::string key = pair ? pair->first : "";
            const std::string value = pair ? pair->second : "";
            if (key == "received")
                command.received_at = instant(value).value_or(command.received_at);
            else if (key == "key")
                waiting_.back().ticket = {"story", value};
            else if (key == "seen")
                command.seen = std::stoull(value);
            else if (key == "channel")
                command.channel = value;
            else if (key == "evidence")
                command.evidence = value;
            else if (key == "read_back")
                command.read_back = value == "yes";
            else if (key == "entered_by")
                command.entered_by = actor(value);
            else if (key == "account")
                command.account = value;
            else if (key == "alone")
                command.alone = value == "yes";
            else
                fail("what is " + word + "?");
        }
    }

    /// Hands in what waits, all together, and says what nobody asked about.
    void settle() {
        run();
        for (std::size_t i = current_; i < results_.size(); ++i)
            if (!results_[i].first) fail("not told: " + to_string(results_[i].first.error()), results_[i].second);
        results_.clear();
        current_ = 0;
    }

    void run() {
        if (waiting_.empty()) return;
        size_before_ = town_->store().size();
        std::vector<std::pair<Waiting, std::future<clerk::Outcome>>> handed_in;
        for (Waiting& waiting : std::exchange(waiting_, {})) {
            fill(waiting);
            auto promise = std::make_shared<std::promise<clerk::Outcome>>();
            auto answered = promise->get_future();
            town_->clerk().submit(waiting.command, waiting.ticket,
                                  [promise](clerk::Outcome outcome) { promise->set_value(std::move(outcome)); });
            handed_in.emplace_back(std::move(waiting), std::move(answered));
        }
        for (auto& [waiting, answered] : handed_in) {
            const clerk::Answer answer = answered.get().answer();
            if (answer && !waiting.person.empty()) opened(waiting.person, *answer);
            if (answer && !waiting.brings.empty()) joined(waiting.brings, *answer);
            results_.emplace_back(answer, waiting.line);
        }
    }

    void opened(const std::string& person, const clerk::Acknowledged& done) {
        matter_ = done.matter;
        matters_[person] = done.matter;
        if (const auto matter = town_->clerk().matter(done.matter)) parties_[person] = matter->party;
    }

    void joined(const std::string& person, const clerk::Acknowledged& done) {
        const auto matter = town_->clerk().matter(done.matter);
        if (!matter || done.code.empty()) return fail("nobody was brought in");
        matters_[person] = done.matter;
        parties_[person] = matter->parties.empty() ? matter->party : matter->parties.back().id;
    }

    /// Required fields that the story does not speak of.
    void fill(Waiting& waiting) {
        const procedure::Procedure& procedure = *rules_->pack.procedure(waiting.command.procedure.text);
        const procedure::ActRule* rule = procedure.act(waiting.command.act);
        const procedure::Form* form = rule == nullptr ? nullptr : procedure.form(rule->form);
        const auto matter = waiting.command.matter ? town_->clerk().matter(*waiting.command.matter) : std::nullopt;
        auto& fields = waiting.command.fields;
        if (waiting.command.act == office::k_extend && !waiting.left_out.contains("reasons"))
            fields.try_emplace("reasons", "The ground is frozen");
        for (std::size_t i = 0; form != nullptr && i < form->fields.size(); ++i) {
            const procedure::Field& field = form->fields[i];
            if (office::is_required(field, *form) && !waiting.left_out.contains(field.id))
                fields.try_emplace(field.id, sample_value(field, procedure, matter ? &*matter : nullptr));
        }
    }

    void then(const std::string& rest) {
        run();
        current_ = std::min(current_ + 1, std::max<std::size_t>(results_.size(), 1));
        check(rest);
    }

    void check(const std::string& rest) {
        run();
        const std::vector<std::string> words = words_of(rest);
        const std::string what = words.empty() ? "" : words[0];
        if (!town_) return fail("no clock yet: begin with at");
        if (what == "acts") return same(rest, "acts +" + std::to_string(town_->store().size() - size_before_));
        if (what == "notice") return sends(rest);
        if (what == "fact" && words.size() > 1)
            return same(rest, "fact " + words[1] + " " + fact_of(town_->store(), matter_, words[1]));
        if (what == "opens" && words.size() > 1) return opens(words[1]);
        const clerk::Answer* answer = results_.empty() ? nullptr : &results_[std::max<std::size_t>(current_, 1) - 1].first;
        if (what == "refused" || what == "because") return refused(words, rest, answer);
        if (answer != nullptr && !*answer) return fail(to_string(answer->error()));
        if (what == "again") {
            if (answer == nullptr || !(*answer)->repeated) fail("it was not answered again");
            return;
        }
        const auto matter = town_->clerk().matter(matter_);
        if (!matter) return fail("there is no such matter");
        if (what == "state") return same(rest, "state " + matter->state);
        if (what == "owes") return owes(words, rest, *matter);
        fail("what is " + what + "?");
    }

    void opens(const std::string& name) {
        const base::MatterId beside = opened_beside(town_->store(), size_before_, matter_);
        if (beside.number == 0) return fail("it opens nothing");
        matters_[name] = beside;
        if (const auto matter = town_->clerk().matter(beside)) parties_[name] = matter->party;
    }

    void same(const std::string& told, const std::string& seen) {
        if (told != seen) fail("it is " + seen);
    }

    void refused(const std::vector<std::string>& words, const std::string& rest, const clerk::Answer* answer) {
        if (answer == nullptr || *answer) return fail("it was not refused");
        const base::Refusal& refusal = answer->error();
        if (words[0] == "because") {
            if (refusal.detail.find(rest.substr(std::min(rest.size(), std::string("because ").size()))) == std::string::npos)
                fail("because " + refusal.detail);
            return;
        }
        std::string seen = "refused " + std::string(word(refusal.reason)) + " " + refusal.rule;
        if (words.size() > 3) seen += " " + refusal.place.field;
        same(rest, seen);
    }

    void owes(const std::vector<std::string>& words, const std::string& rest, const matter::Matter& matter) {
        std::string seen = "owes " + matter.owner.text;
        if (matter.owner.empty()) seen += matter.quiet ? "nobody" : "resident";
        if (words.size() > 2) seen += " until " + (matter.due ? matter.due->last_day : "no-day");
        same(rest, seen);
    }

    void sends(const std::string& rest) {
        std::string seen;
        for (const auto& item : town_->store().outbox(10'000)) {
            if (item.row.entry < size_before_) continue;
            const std::string line = "notice " + item.row.to + " " + item.row.notice;
            if (line == rest) return;
            seen += "; " + line;
        }
        fail("it sends" + seen);
    }

    [[nodiscard]] const procedure::Procedure& procedure() const { return *rules_->pack.procedure(procedure_); }

    std::string name_;
    std::shared_ptr<const procedure::Ruleset> rules_;
    std::string procedure_ = "request";
    std::vector<base::OfficeId> chain_ = {{"village"}, {"township"}, {"county"}, {"city"}, {"region"}};
    std::map<base::OfficeId, std::vector<base::OfficeId>> peers_;
    std::set<base::OfficeId> without_members_;
    std::unique_ptr<SmallTown> town_;
    std::vector<Waiting> waiting_;
    std::vector<std::pair<clerk::Answer, int>> results_;  // of what was handed in together, with its line
    std::size_t current_ = 0;                             // how many of them the story has spoken of
    std::map<std::string, base::MatterId> matters_;       // by the person who opened it
    std::map<std::string, base::PartyId> parties_;
    base::MatterId matter_;
    std::uint64_t size_before_ = 0;
    std::vector<std::string> failures_;
    int line_ = 0;
};

}  // namespace

std::vector<std::string> play_story(const std::string& name, const std::string& text) { return Player(name).play(text); }

}  // namespace hearth::tests
