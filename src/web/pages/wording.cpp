#include "web/pages/wording.hpp"

#include <algorithm>

namespace hearth::web::pages {
namespace {

using procedure::Unit;

const char* unit_id(Unit unit) {
    switch (unit) {
        case Unit::calendar_days: return "term.calendar_days";
        case Unit::working_days: return "term.working_days";
        case Unit::hours: return "term.hours";
        case Unit::months: return "term.months";
        case Unit::years: return "term.years";
    }
    HEARTH_CHECK(false);
    return "";
}

}  // namespace

std::string term_words(const procedure::Term& term, const Catalogue& say) { return say.count(unit_id(term.unit), term.n); }

std::string Wording::term(const procedure::Term& term) const { return term_words(term, catalogue_); }

std::string Wording::list(const std::vector<std::string>& parts) const {
    std::string joined;
    for (const std::string& part : parts) joined += (joined.empty() ? "" : catalogue_("list.comma")) + part;
    return joined;
}

std::string Wording::body(const procedure::Body& body, const procedure::Pack& pack) const {
    std::string root;
    if (body.root == procedure::k_handling_body) {
        if (body.height == 0) return catalogue_("body.handling");
        if (body.height == 1) return catalogue_("body.above");
        return catalogue_.with("body.higher", std::to_string(body.height));
    }
    if (body.root == procedure::k_accused_unit) {
        root = catalogue_("body.accused_unit");
    } else {
        const auto title = pack.body_titles.find(body.root);
        root = title == pack.body_titles.end() ? body.root : of(title->second);
    }
    return body.height == 0 ? root : catalogue_.with("body.above_that", root, std::to_string(body.height));
}

std::string Wording::owner(const procedure::State& state, const procedure::Pack& pack) const {
    switch (state.owner) {
        case procedure::Owner::none: return catalogue_("owner.none");
        case procedure::Owner::resident: return catalogue_("owner.resident");
        case procedure::Owner::parties: return catalogue_("owner.parties");
        case procedure::Owner::body: return body(state.owner_body, pack);
    }
    HEARTH_CHECK(false);
    return {};
}

std::string Wording::start(const std::string& word, const procedure::Procedure& procedure) const {
    if (word == "received" || word == "entry" || word == "served") return catalogue_("start." + word);
    const procedure::ActRule* act = procedure.act(word);
    return catalogue_.with("start.act", act == nullptr ? word : of(act->title));
}

std::string Wording::deadline(const procedure::Deadline& deadline, const procedure::Procedure& procedure) const {
    std::vector<std::string> starts;
    for (const std::string& word : deadline.start) starts.push_back(start(word, procedure));
    const std::string from = starts.size() == 1 ? starts.front() : catalogue_.with("start.latest", list(starts));
    std::string words = catalogue_.with("deadline.from", term(deadline.term), from);
    if (deadline.extend) {
        const std::string more = term({deadline.extend->n, deadline.term.unit});
        words += catalogue_.with("deadline.extend", more, catalogue_.count("times", deadline.extend->times));
    }
    if (!deadline.pauses.empty()) words += catalogue_("deadline.pause");
    return words;
}

std::string Wording::place_in(const std::string& state, const procedure::Procedure& procedure) const {
    if (state == "start" || state == "any_open" || state == "any_quiet" || state == "same") return catalogue_("from." + state);
    const procedure::State* found = procedure.state(state);
    return found == nullptr ? state : of(found->title);
}

std::string Wording::post(const base::PostId& id, const procedure::Pack& pack) const {
    const procedure::Post* found = pack.post(id.text);
    return found == nullptr ? id.text : of(found->title);
}

std::string Wording::expiry(const procedure::State& state, const procedure::Procedure& procedure,
                            const procedure::Pack& pack) const {
    if (!state.deadline) return catalogue_("expiry.no_term");
    if (!state.on_expire) return catalogue_("expiry.stays");
    const procedure::State* to = state.on_expire->to.empty() ? nullptr : procedure.state(state.on_expire->to);
    if (to == nullptr) return catalogue_("expiry.stays");
    if (!state.on_expire->outcome.empty()) {
        return catalogue_.with("expiry.outcome", catalogue_("outcome." + state.on_expire->outcome.front()), of(to->title));
    }
    const bool moves =
        to->owner == procedure::Owner::body && (state.owner != procedure::Owner::body || !(to->owner_body == state.owner_body));
    if (moves) return catalogue_.with("expiry.moves", body(to->owner_body, pack), of(to->title));
    return catalogue_.with(state.owner == procedure::Owner::resident ? "expiry.reminded" : "expiry.goes_on", of(to->title));
}

std::string Wording::appeal(const procedure::Appeal& appeal, const procedure::Procedure& procedure,
                            const procedure::Pack& pack) const {
    std::string words = catalogue_.with("appeal.to", body(appeal.to, pack), term(appeal.term));
    if (const procedure::ActRule* act = procedure.act(appeal.by)) words += catalogue_.with("appeal.by", of(act->title));
    if (!appeal.how.empty()) words += catalogue_("appeal." + appeal.how);
    if (!appeal.stay.empty()) words += catalogue_("appeal." + appeal.stay);
    if (appeal.mandatory_first) words += catalogue_("appeal.mandatory_first");
    return words;
}

}  // namespace hearth::web::pages
