#include "procedure/text/pack_reader.hpp"

#include <algorithm>

#include "procedure/text/resolution_reader.hpp"

namespace hearth::procedure::text {

namespace {

/// One reading of one pack.yaml.
class PackReader {
public:
    PackReader(const YamlNode& root, const Pack* base, Bodies& bodies, Pack& pack, Reading& reading)
        : root_(root),
          base_(base),
          bodies_(bodies),
          pack_(pack),
          keys_(root, "the pack", reading),
          scope_{reading, bodies, pack.languages, pack.untranslated} {}

    void read() {
        read_head();
        read_bodies();
        read_posts();
        read_named_bodies();
        if (const YamlNode* node = keys_.maybe("lists")) read_lists(*node);
        if (const YamlNode* node = keys_.maybe("resolutions")) read_resolutions(*node, base_, pack_, scope_);
        read_hours_and_slips();
        if (const YamlNode* node = keys_.maybe("emergency")) read_emergency(*node);
        keys_.refuse_others();
        gather_labels(root_, pack_.labels);
    }

private:
    /// A key that a pack standing on its own must have.
    const YamlNode* own(std::string_view key) { return base_ == nullptr ? keys_.need(key) : keys_.maybe(key); }

    void fixed(const Mark& mark, bool same, const std::string& what) {
        if (base_ != nullptr && !same)
            pack_.moved.push_back({mark, what + " is fixed by the pack " + base_->id + " and may not change"});
    }

    void read_head() {
        pack_.mark = root_.mark;
        const YamlNode* id = keys_.need("pack");
        pack_.id = need_text(keys_, "pack");
        if (id != nullptr) refuse_bad_id(*id, scope_.reading);
        if (const YamlNode* node = keys_.need("version")) pack_.version = read_integer(*node, 1, "version", scope_.reading);
        pack_.level = need_word(keys_, "level", {"country", "region", "town"});
        pack_.over = maybe_text(keys_, "over");
        read_languages();
        if (const YamlNode* node = own("title")) pack_.title = read_title(*node, "the title of the pack", scope_);
        if (const YamlNode* node = own("zone")) {
            const std::string zone = read_text(*node, "zone", scope_.reading);
            fixed(node->mark, base_ == nullptr || zone == base_->zone, "zone");
            pack_.zone = zone;
        }
        if (const YamlNode* node = own("calendars")) read_calendars(*node);
    }

    void read_languages() {
        const YamlNode* node = own("languages");
        if (node == nullptr) return;
        std::vector<std::string> languages;
        for_each_item(*node, "languages", scope_.reading,
                      [&](const YamlNode& item) { languages.push_back(read_text(item, "a language", scope_.reading)); });
        const auto kept = [&](const std::string& language) { return std::ranges::find(languages, language) != languages.end(); };
        fixed(node->mark, base_ == nullptr || std::ranges::all_of(base_->languages, kept), "each language");
        if (languages.empty()) scope_.reading.error(node->mark, "languages is empty");
        pack_.languages = std::move(languages);
    }

    void read_calendars(const YamlNode& node) {
        for_each_item(node, "calendars", scope_.reading, [&](const YamlNode& item) {
            const std::string id = read_text(item, "a calendar", scope_.reading);
            if (std::ranges::find(pack_.calendars, id) == pack_.calendars.end()) pack_.calendars.push_back(id);
        });
        if (pack_.calendars.empty()) scope_.reading.error(node.mark, "calendars is empty");
    }

    void read_bodies() {
        if (const YamlNode* node = own("bodies")) {
            for_each_id(*node, "bodies", scope_.reading,
                        [&](const std::string& id, const YamlNode& key, const YamlNode& value) { declare_body(id, key, value); });
        }
        pack_.bodies = bodies_.resolve_all(scope_.reading);
    }

    void declare_body(const std::string& id, const YamlNode& key, const YamlNode& value) {
        Keys keys(value, "body " + id, scope_.reading);
        if (id == k_handling_body || id == k_accused_unit || id == "next_higher") {
            scope_.reading.error(key.mark, "\"" + id + "\" has a meaning of its own in the language");
        }
        fixed(key.mark, base_ == nullptr || !base_->bodies.contains(id), "body " + id);
        pack_.body_titles[id] = need_title(keys, scope_);
        const std::string as = maybe_text(keys, "as");
        const std::string part_of = maybe_text(keys, "part_of");
        const bool independent = maybe_boolean(keys, "independent");
        const bool office = maybe_boolean(keys, "office");
        if (!as.empty() + !part_of.empty() + independent + office != 1) {
            scope_.reading.error(key.mark, "body " + id + " needs exactly one of as, part_of, independent: true, office: true");
        }
        if (independent && pack_.level != "country") {
            scope_.reading.error(key.mark, "only a country pack may declare a body independent (" + id + ")");
        }
        if (independent || office)
            bodies_.declare_root(id, independent);
        else if (!as.empty() || !part_of.empty())
            bodies_.declare_alias(id, as.empty() ? part_of : as, key.mark);
        keys.refuse_others();
    }

    void read_posts() {
        const YamlNode* node = own("posts");
        if (node == nullptr) return;
        for_each_id(*node, "posts", scope_.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
            Keys keys(value, "post " + id, scope_.reading);
            if (contains_person_or_clock(id)) scope_.reading.error(key.mark, "\"" + id + "\" has a meaning of its own as an actor");
            Post post{id, need_title(keys, scope_), {}, false, false, key.mark};
            if (const YamlNode* of = keys.need("of")) post.of = bodies_.resolve(*of, scope_.reading);
            post.agent = maybe_boolean(keys, "agent");
            post.meeting = maybe_boolean(keys, "meeting");
            keys.refuse_others();
            if (base_ != nullptr && base_->post(id) != nullptr)
                fixed(key.mark, false, "post " + id);
            else
                pack_.posts.push_back(std::move(post));
        });
    }

    static bool contains_person_or_clock(std::string_view id) {
        return id == "resident" || id == "any_party" || id == "each_party" || id == "clock" || id == "agent";
    }

    void read_named_bodies() {
        if (const YamlNode* node = own("above_top")) {
            const Body body = bodies_.resolve(*node, scope_.reading);
            fixed(node->mark, base_ == nullptr || body == base_->above_top, "above_top");
            pack_.above_top = body;
            if (!body.root.empty() && !body.independent) {
                scope_.reading.error(node->mark, "above_top must be an independent body: nobody stands over the highest office");
            }
        }
        if (const YamlNode* node = own("retaliation")) {
            const Body body = bodies_.resolve(*node, scope_.reading);
            fixed(node->mark, base_ == nullptr || body == base_->retaliation, "retaliation");
            pack_.retaliation = body;
            pack_.retaliation_mark = keys_.mark_of("retaliation");
        }
    }

    /// A list that stands in for one that was not found gives way to a list of the place; any other is fixed.
    void read_lists(const YamlNode& node) {
        for_each_id(node, "lists", scope_.reading, [&](const std::string& id, const YamlNode& key, const YamlNode& value) {
            const auto before = std::ranges::find(pack_.lists, id, &ChoiceList::id);
            ChoiceList list = read_list(id, key, value);
            if (before == pack_.lists.end()) return pack_.lists.push_back(std::move(list));
            fixed(key.mark, before->example, "list " + id);
            *before = std::move(list);
        });
    }

    ChoiceList read_list(const std::string& id, const YamlNode& key, const YamlNode& value) {
        Keys keys(value, "list " + id, scope_.reading);
        ChoiceList list{id, need_title(keys, scope_), maybe_boolean(keys, "example"), {}, key.mark};
        if (const YamlNode* items = keys.need("items")) {
            for_each_id(*items, "items of " + keys.what(), scope_.reading,
                        [&](const std::string& item, const YamlNode& /*key*/, const YamlNode& text) {
                            list.items.emplace_back(item, read_title(text, "item " + item + " of " + keys.what(), scope_));
                            for (const auto& [language, words] : text.entries)
                                pack_.labels.push_back({words.text, words.mark, true});
                        });
            if (list.items.empty()) scope_.reading.error(items->mark, "list " + id + " has no item");
        }
        keys.refuse_others();
        return list;
    }

    void read_hours_and_slips() {
        if (const YamlNode* node = keys_.maybe("checkpoint_hours")) {
            std::vector<std::string> hours;
            for_each_item(*node, "checkpoint_hours", scope_.reading,
                          [&](const YamlNode& item) { hours.push_back(read_hour(item)); });
            fixed(node->mark, base_ == nullptr || hours == base_->checkpoint_hours, "checkpoint_hours");
            pack_.checkpoint_hours = std::move(hours);
        }
        const YamlNode* node = keys_.maybe("slips");
        if (node == nullptr) return;
        Keys keys(*node, "slips", scope_.reading);
        if (const YamlNode* grace = keys.need("grace")) shrink(*grace, "grace of slips", pack_.slip_grace);
        if (const YamlNode* stale = keys.need("stale")) shrink(*stale, "stale of slips", pack_.slip_stale);
        keys.refuse_others();
    }

    std::string read_hour(const YamlNode& item) {
        std::string hour = read_text(item, "an hour", scope_.reading);
        const auto digit = [&](std::size_t i) { return hour[i] >= '0' && hour[i] <= '9'; };
        const bool good =
            hour.size() == 5 && digit(0) && digit(1) && hour[2] == ':' && digit(3) && digit(4) && hour < "24:00" && hour[3] < '6';
        if (!good) scope_.reading.error(item.mark, "an hour is written like '12:00'");
        return hour;
    }

    /// Both terms of slips start at their floors and may only shrink.
    void shrink(const YamlNode& node, const std::string& what, Term& term) {
        const Term read = read_term_node(node, what, scope_.reading);
        if (read.unit != term.unit || read.n > term.n) {
            pack_.moved.push_back(
                {node.mark, what + " may only become smaller than " + std::to_string(term.n) + ", in the same unit"});
        }
        term = read;
    }

    void read_emergency(const YamlNode& node) {
        Keys keys(node, "emergency", scope_.reading);
        Emergency emergency;
        emergency.mark = keys_.mark_of("emergency");
        emergency.by = maybe_text(keys, "by");
        if (!emergency.by.empty() && pack_.post(emergency.by) == nullptr) {
            scope_.reading.error(node.mark, "emergency is declared by the unknown post \"" + emergency.by + "\"");
        }
        if (const YamlNode* reasons = keys.maybe("reasons")) {
            emergency.reasons = read_title(*reasons, "the reasons of emergency", scope_);
        }
        emergency.term = maybe_term(keys);
        emergency.publish = maybe_boolean(keys, "publish");
        if (const YamlNode* suspends = keys.maybe("suspends")) {
            for_each_item(*suspends, "suspends", scope_.reading, [&](const YamlNode& item) {
                emergency.suspends.push_back(read_integer(item, 1, "the number of a right", scope_.reading));
            });
        }
        keys.refuse_others();
        fixed(node.mark, false, "emergency");
        pack_.emergency = std::move(emergency);
    }

    const YamlNode& root_;
    const Pack* base_;
    Bodies& bodies_;
    Pack& pack_;
    Keys keys_;
    Scope scope_;
};

}  // namespace

void read_pack(const YamlNode& root, const Pack* base, Bodies& bodies, Pack& pack, Reading& reading) {
    PackReader(root, base, bodies, pack, reading).read();
}

}  // namespace hearth::procedure::text
