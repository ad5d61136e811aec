// The frame as JSON: a member for every part that is set, none for what is empty, so that each frame has one spelling.
#include <utility>

#include "record/act.hpp"

namespace hearth::record {

namespace {

using base::Json;

constexpr std::pair<Actor::Kind, std::string_view> k_kinds[] = {
    {Actor::Kind::resident, "resident"},
    {Actor::Kind::post, "post"},
    {Actor::Kind::clock, "clock"},
    {Actor::Kind::operator_, "operator"},
};

void put(Json& object, const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
}
void put(Json& object, const char* name, std::int64_t number) {
    if (number != 0) object[name] = number;
}
void put(Json& object, const char* name, bool flag) {
    if (flag) object[name] = true;
}

Json to_json(const Actor& actor) {
    Json object = Json::object();
    for (const auto& [kind, word] : k_kinds) {
        if (kind == actor.kind) object["kind"] = std::string(word);
    }
    put(object, "party", actor.party.text);
    put(object, "post", actor.post.text);
    put(object, "office", actor.office.text);
    return object;
}

Json to_json(const Due& due) {
    Json object = Json::object();
    object["ends"] = base::to_rfc3339(due.ends);
    put(object, "last_day", due.last_day);
    put(object, "provisional", due.provisional);
    return object;
}

base::Refusal refused(std::string member) {
    base::Refusal refusal{base::Reason::malformed, "record/frame"};
    refusal.place.field = std::move(member);
    return refusal;
}

/// Takes members out of an object one by one; the first one of a wrong kind is remembered.
class Members {
public:
    explicit Members(const Json& object) : object_(object) {
        if (!object.is_object()) fail("");
    }

    void take(const char* name, std::string& out) {
        if (const Json* member = find(name, &Json::is_string)) out = *member->get_ptr<const std::string*>();
    }
    void take(const char* name, bool& out) {
        if (const Json* member = find(name, &Json::is_boolean)) out = member->get<bool>();
    }
    template <std::signed_integral Number>
    void take(const char* name, Number& out) {
        const Json* member = find(name, &Json::is_number_integer);
        if (member == nullptr) return;
        const auto number = member->get<std::int64_t>();
        std::in_range<Number>(number) ? void(out = static_cast<Number>(number)) : fail(name);
    }
    void take(const char* name, base::Instant& out) {
        std::string text;
        take(name, text);
        if (text.empty()) return;
        const auto instant = base::parse_rfc3339(text);
        instant ? void(out = *instant) : fail(name);
    }
    void take(const char* name, std::optional<base::Instant>& out) {
        if (object_.contains(name)) take(name, out.emplace());
    }
    void take(const char* name, std::vector<std::string>& out) {
        const Json* member = find(name, &Json::is_array);
        if (member == nullptr) return;
        for (const Json& element : *member) element.is_string() ? out.push_back(element.get<std::string>()) : fail(name);
    }
    const Json* object(const char* name) { return find(name, &Json::is_object); }
    void fail(std::string member) {
        if (!failed_) failed_ = std::move(member);
    }

    [[nodiscard]] const std::optional<std::string>& failed() const { return failed_; }

private:
    const Json* find(const char* name, bool (Json::*is_kind)() const noexcept) {
        if (!object_.is_object()) return nullptr;
        const auto member = object_.find(name);
        if (member == object_.end()) return nullptr;
        if (((*member).*is_kind)()) return &*member;
        fail(name);
        return nullptr;
    }

    const Json& object_;
    std::optional<std::string> failed_;
};

base::Result<Actor> actor_from_json(const Json& value) {
    Members members(value);
    Actor actor;
    std::string kind_word;
    members.take("kind", kind_word);
    members.take("party", actor.party.text);
    members.take("post", actor.post.text);
    members.take("office", actor.office.text);
    for (const auto& [kind, word] : k_kinds) {
        if (kind_word == word) actor.kind = kind;
    }
    if (members.failed() || to_json(actor) != value) return refused("by");
    return actor;
}

base::Result<Due> due_from_json(const Json& value) {
    Members members(value);
    Due due;
    members.take("ends", due.ends);
    members.take("last_day", due.last_day);
    members.take("provisional", due.provisional);
    if (members.failed() || to_json(due) != value) return refused("due");
    return due;
}

/// What is missing, unknown, empty but written, or spelt otherwise shows when the frame is written again.
std::string first_difference(const Json& read, const Json& again) {
    for (const auto& [name, member] : read.items()) {
        if (!again.contains(name) || again[name] != member) return name;
    }
    for (const auto& [name, member] : again.items()) {
        if (!read.contains(name)) return name;
    }
    return {};
}

void take_texts(Members& members, Frame& frame) {
    members.take("office", frame.office.text);
    members.take("procedure", frame.procedure.text);
    members.take("act", frame.act);
    members.take("from", frame.from);
    members.take("to", frame.to);
    members.take("owner", frame.owner.text);
    members.take("handling", frame.handling.text);
}

void take_values(Members& members, Frame& frame) {
    members.take("procedure_version", frame.procedure_version);
    members.take("matter", frame.matter.number);
    members.take("received_at", frame.received_at);
    members.take("recorded_at", frame.recorded_at);
    members.take("imported", frame.imported);
    members.take("outcome", frame.outcome);
    members.take("effective_from", frame.effective_from);
    if (const Json* facts = members.object("facts")) frame.facts = *facts;
}

}  // namespace

Json to_json(const Frame& frame) {
    Json object = Json::object();
    object["office"] = frame.office.text;
    put(object, "procedure", frame.procedure.text);
    put(object, "procedure_version", std::int64_t{frame.procedure_version});
    put(object, "matter", frame.matter.number);
    object["act"] = frame.act;
    object["by"] = to_json(frame.by);
    object["received_at"] = base::to_rfc3339(frame.received_at);
    object["recorded_at"] = base::to_rfc3339(frame.recorded_at);
    if (frame.effective_from) object["effective_from"] = base::to_rfc3339(*frame.effective_from);
    put(object, "imported", frame.imported);
    put(object, "from", frame.from);
    put(object, "to", frame.to);
    if (!frame.outcome.empty()) object["outcome"] = frame.outcome;
    if (frame.due) object["due"] = to_json(*frame.due);
    put(object, "owner", frame.owner.text);
    put(object, "handling", frame.handling.text);
    if (!frame.facts.empty()) object["facts"] = frame.facts;
    return object;
}

base::Result<Frame> frame_from_json(const Json& value) {
    Members members(value);
    Frame frame;
    take_texts(members, frame);
    take_values(members, frame);
    if (members.failed()) return refused(*members.failed());
    if (frame.office.empty()) return refused("office");
    if (frame.act.empty()) return refused("act");
    if (value.contains("by")) {
        HEARTH_TRY(by, actor_from_json(value["by"]));
        frame.by = std::move(by);
    }
    if (value.contains("due")) {
        HEARTH_TRY(due, due_from_json(value["due"]));
        frame.due = std::move(due);
    }
    const Json again = to_json(frame);
    if (again == value) return frame;
    return refused(first_difference(value, again));
}

}  // namespace hearth::record
