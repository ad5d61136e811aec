#include "tests/support/region.hpp"

#include <algorithm>
#include <future>

#include "base/fault.hpp"
#include "clerk/ceremony.hpp"
#include "clerk/receipt_code.hpp"
#include "tests/support/proof.hpp"

namespace hearth::tests {

namespace {

// A story jumps weeks ahead, as no honest clock does.
constexpr std::int64_t k_no_span_ms = std::int64_t{1000} * 86'400'000;

clerk::BoxKey box_key(unsigned char number) {
    clerk::Secret secret;
    std::fill_n(secret.data(), clerk::Secret::k_size, number);
    return clerk::BoxKey(std::move(secret));
}

std::string origin_of(const std::string& id) { return "hearth.example/o/" + id; }

}  // namespace

/// One office: its disk and keys, and what runs while it is switched on.
struct Region::Machine {
    Machine(std::string name, unsigned char number)
        : id(std::move(name)), signer(number), box(box_key(static_cast<unsigned char>(100 + number))), randomness(number) {}

    [[nodiscard]] record::VerifierKey key() const { return {origin_of(id), record::VerifierKey::Type::note, signer.public_key()}; }

    std::string id;
    store::MemoryStore store;
    FixedSigner signer;
    clerk::BoxKey box;
    cli::demo::SeededRandomness randomness;
    office::OfficeProfile profile;
    std::unique_ptr<clerk::Clerk> clerk;
    std::unique_ptr<referral::LetterDesk> desk;
    std::unique_ptr<referral::Postman> postman;
};

Region::Region(std::vector<std::string> ids, std::shared_ptr<const procedure::Ruleset> rules, base::Instant start,
               const std::map<std::string, base::OfficeId>& bodies)
    : ids_(std::move(ids)), rules_(std::move(rules)), clock_(start) {
    unsigned char number = 1;
    for (const std::string& id : ids_) machines_[id] = std::make_unique<Machine>(id, number++);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        office::OfficeProfile& profile = machines_[ids_[i]]->profile;
        profile.id = {ids_[i]};
        profile.bodies = bodies;
        profile.matter_prefix = std::string(1, static_cast<char>(ids_[i][0] - 'a' + 'A'));
        for (std::size_t j = 0; j < ids_.size(); ++j) {
            if (j > i) profile.above.push_back({ids_[j]});
            if (j == i) continue;
            auto& superiors = profile.peers[{ids_[j]}];
            for (std::size_t k = j + 1; k < ids_.size(); ++k) superiors.push_back({ids_[k]});
        }
    }
    for (const std::string& id : ids_) switch_on(id);
}

Region::~Region() {
    for (auto& [id, machine] : machines_) machine->postman.reset();
}

Region::Machine& Region::at(const std::string& id) { return *machines_.at(id); }

void Region::switch_off(const std::string& id) {
    Machine& machine = at(id);
    machine.postman.reset();
    machine.clerk.reset();
    machine.desk.reset();
}

void Region::switch_on(const std::string& id) {
    Machine& machine = at(id);
    clerk::Settings settings;
    settings.origin = origin_of(id);
    settings.profile = machine.profile;
    settings.rules = rules_;
    settings.clock_span_ms = k_no_span_ms;
    for (const auto& [name, other] : machines_) settings.box_keys[{name}] = other->box.public_key();
    const clerk::Tools tools{machine.store, machine.signer, clock_, machine.randomness};
    if (machine.store.size() == 0) {
        const clerk::Signatory signatory{settings.origin, {&machine.signer}};
        clerk::perform(tools, settings, signatory, clerk::Head::Trust::own_checkpoint, "office_opened",
                       clerk::opened_facts(settings, signatory));
    }
    machine.clerk = std::make_unique<clerk::Clerk>(tools, std::move(settings));
    const referral::Self self{{id}, machine.key()};
    std::map<base::OfficeId, record::VerifierKey> peers;
    std::vector<referral::Addressee> addressees;
    for (const auto& [name, other] : machines_) {
        if (name == id) continue;
        peers[{name}] = other->key();
        addressees.push_back(
            {{name}, other->key(), other->box.public_key(), [this, id, name](const auto& bag) { return carry(id, name, bag); }});
    }
    machine.desk = std::make_unique<referral::LetterDesk>(
        self, std::move(peers), [&machine](std::string_view sealed) { return machine.box.open(sealed); },
        [&machine](office::Delivery delivery, referral::LetterDesk::Answered answered) {
            machine.clerk->receive(std::move(delivery), [answered = std::move(answered)](clerk::Outcome outcome) mutable {
                if (outcome.broke()) return answered(std::nullopt);
                const clerk::Answer& answer = outcome.answer();
                answered(answer ? base::Result<std::string>(answer->receipt) : base::Result<std::string>(answer.error()));
            });
        },
        clock_);
    machine.postman = std::make_unique<referral::Postman>(machine.store, self, std::move(addressees), clerk::seal_to,
                                                          [](const base::OfficeId&, const std::string&) {});
}

std::string Region::carry(const std::string& from, const std::string& to, const std::string& bag) {
    const Machine& machine = at(to);
    if (machine.desk == nullptr || at(from).desk == nullptr) throw base::Fault("nobody answers");
    const Mishap mishap = mishap_();
    if (mishap == Mishap::lost) throw base::Fault("lost");
    const auto deliver = [&](const std::string& what) {
        std::promise<std::string> answer;
        machine.desk->receive(what, [&answer](std::string lines) { answer.set_value(std::move(lines)); });
        return answer.get_future().get();
    };
    std::string answer = deliver(mishap == Mishap::cut_short ? bag.substr(0, bag.size() / 2) : bag);
    if (mishap == Mishap::doubled) answer = deliver(bag);
    if (mishap == Mishap::answer_lost) throw base::Fault("the answer was lost");
    return answer;
}

void Region::carry_once() {
    for (const std::string& id : ids_) {
        if (at(id).postman != nullptr) at(id).postman->carry_all();
    }
}

std::uint64_t Region::waiting() {
    constexpr std::uint64_t k_many = 10'000;
    std::uint64_t count = 0;
    for (const std::string& from : ids_) {
        for (const std::string& to : ids_) {
            if (at(from).postman != nullptr && at(to).desk != nullptr) count += at(from).store.letters_waiting({to}, k_many).size();
        }
    }
    return count;
}

void Region::settle() {
    constexpr int k_rounds_max = 10'000;
    for (int i = 0; i < k_rounds_max && waiting() > 0; ++i) carry_once();
}

void Region::set_clock(base::Instant now) {
    clock_.set(now);
    for (const std::string& id : ids_) {
        if (at(id).clerk != nullptr) at(id).clerk->tick();
    }
    settle();
}

clerk::Clerk& Region::clerk(const std::string& id) { return *at(id).clerk; }
record::Store& Region::store(const std::string& id) { return at(id).store; }
const base::Signer& Region::signer(const std::string& id) { return at(id).signer; }
const clerk::BoxKey& Region::box(const std::string& id) { return at(id).box; }
referral::LetterDesk& Region::desk(const std::string& id) { return *at(id).desk; }

std::optional<matter::Matter> Region::matter(const std::string& id, const std::string& code) {
    const auto row = at(id).store.matter_by_code(clerk::receipt_code_digest(code));
    if (!row) return std::nullopt;
    const auto folded = matter::load(row->folded);
    return folded ? std::optional(*folded) : std::nullopt;
}

std::string Region::fault() {
    for (const std::string& id : ids_) {
        Machine& machine = at(id);
        const std::string fault = first_fault(machine.store, origin_of(id), machine.signer, machine.profile, rules_);
        if (!fault.empty()) return id + ": " + fault;
    }
    return {};
}

std::string Region::bag(const std::string& from, const std::string& to) {
    Machine& machine = at(from);
    const referral::Self self{{from}, machine.key()};
    std::string bag;
    for (const record::LetterRow& row : machine.store.letters_waiting({to}, 100)) {
        referral::Envelope envelope{row.text, referral::receipt_of(machine.store, machine.key(), row.entry), {}};
        const auto letter = office::parse_letter(row.text);
        const auto copies = referral::copies_for(machine.store, self, row, *letter);
        if (!copies.empty()) envelope.sealed = clerk::seal_to(at(to).box.public_key(), referral::to_text(copies));
        bag += referral::to_line(envelope);
    }
    return bag;
}

}  // namespace hearth::tests
