#include "web/desk/desk.hpp"

#include "web/desk/assist.hpp"
#include "web/desk/field.hpp"
#include "web/desk/room.hpp"
#include "web/http/target.hpp"

namespace hearth::web::desk {

using http::Request;
using http::Respond;
using pages::View;

namespace {

forms::Posted query_of(const Request& request) {
    forms::Posted query;
    if (const auto fields = http::form_fields(request.query)) {
        for (const auto& [name, value] : *fields) query[name] = value;
    }
    return query;
}

/// Keeps the files of a form that will come back after signing in first, since nobody is signed in or it is of another session:
/// they need not be chosen twice.
void keep_files(Room& room, const Request& request, const View& view, const procedure::Form* form, forms::Filled& filled) {
    if (filled.files.empty() || view.office->people == nullptr) return;
    const auto session = room.session_of(request, view);
    if (session && forms::text_of(filled.texts, "token") == session->form_token) return;
    forms::take_files(view, form, filled);
    filled.files.clear();
}

/// As the newest text of its procedure has it; null when there is none.
const procedure::Form* form_of_act(const View& view, base::MatterId id, const std::string& act) {
    const auto row = view.office->store->matter(id);
    const procedure::Procedure* procedure = row ? view.office->rules->pack.procedure(row->procedure.text) : nullptr;
    const procedure::ActRule* rule = procedure == nullptr ? nullptr : procedure->act(act);
    return rule == nullptr ? nullptr : procedure->form(rule->form);
}

}  // namespace

Desk::Desk(const Site& site) : room_(std::make_unique<Room>(site)) {}
Desk::~Desk() = default;

void Desk::answer_list(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted&) { respond(list_page(visit, query_of(request))); });
}

void Desk::answer_matter(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        const auto id = matter_in(request.path);
        auto page = id ? matter_page_again(visit, *id, room_->drawn.at(view.office)) : std::nullopt;
        respond(page ? std::move(*page) : forms::no_such_page(view));
    });
}

void Desk::answer_paper(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        const auto id = matter_numbered(forms::text_of(posted, "matter"));
        auto paper = id ? paper_file(visit, *id, forms::text_of(posted, "paper")) : std::nullopt;
        respond(paper ? std::move(*paper) : forms::no_such_page(view));
    });
}

void Desk::answer_together(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond,
                 [&](const Visit& visit, const forms::Posted& posted) { take_acts_together(visit, posted, std::move(respond)); });
}

void Desk::answer_act(const Request& request, const View& view, Respond respond) {
    const auto id = matter_in(request.path);
    forms::Filled filled = forms::filled_in(request);
    if (id && !filled.files.empty())
        keep_files(*room_, request, view, form_of_act(view, *id, forms::text_of(filled.texts, "act")), filled);
    room_->enter_with(request, filled.texts, view, respond, [&](const Visit& visit) {
        if (!id) return respond(forms::no_such_page(view));
        take_act(visit, *id, std::move(filled), std::move(respond));
    });
}

void Desk::answer_assist(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        auto page = assist_page(visit);
        respond(page ? std::move(*page) : forms::no_such_page(view));
    });
}

void Desk::answer_assist_raise(const Request& request, const View& view, Respond respond) {
    const std::string& procedure = request.param("procedure");
    const std::string& act = request.param("act");
    forms::Filled filled = forms::filled_in(request);
    const auto way = forms::way_into(view.office->rules->pack, procedure, act);
    if (way) keep_files(*room_, request, view, way->form(), filled);
    room_->enter_with(request, filled.texts, view, respond,
                      [&](const Visit& visit) { assist_raise(visit, procedure, act, filled, Reply::page, std::move(respond)); });
}

void Desk::answer_assist_word(const Request& request, const View& view, Respond respond) {
    const forms::Filled filled = forms::filled_in(request);
    room_->enter_with(request, filled.texts, view, respond,
                      [&](const Visit& visit) { assist_word(visit, filled, std::move(respond)); });
}

void Desk::answer_field(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted&) {
        auto page = field_page(visit);
        respond(page ? std::move(*page) : forms::no_such_page(view));
    });
}

void Desk::answer_field_session(const Request& request, const View& view, Respond respond) {
    const auto session = view.office->people == nullptr ? std::nullopt : room_->session_of(request, view);
    respond(session && !session->must_change ? field_session(*session) : field_signed_out());
}

void Desk::answer_field_entry(const Request& request, const View& view, Respond respond) {
    const auto session = view.office->people == nullptr ? std::nullopt : room_->session_of(request, view);
    const forms::Filled filled = forms::filled_in(request);
    if (!session || session->must_change || forms::text_of(filled.texts, "token") != session->form_token)
        return respond(field_signed_out());
    assist_raise(room_->visit_of(view, *session), request.param("procedure"), request.param("act"), filled, Reply::json,
                 std::move(respond));
}

void Desk::answer_deputy(const Request& request, const View& view, Respond respond) {
    room_->enter(request, view, respond, [&](const Visit& visit, const forms::Posted& posted) {
        if (request.method != "POST") return respond(deputy_page(visit));
        hand_over(visit, posted, std::move(respond));
    });
}

}  // namespace hearth::web::desk
