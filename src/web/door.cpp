#include "web/door.hpp"

#include <algorithm>
#include <map>

#include "web/api/answers.hpp"
#include "web/api/record_tiles.hpp"
#include "web/api/requests.hpp"
#include "web/api/witness.hpp"
#include "web/desk/desk.hpp"
#include "web/drawing/diagram_file.hpp"
#include "web/forms/news.hpp"
#include "web/forms/raise.hpp"
#include "web/forms/sent.hpp"
#include "web/forms/word.hpp"
#include "web/household/representatives.hpp"
#include "web/http/router.hpp"
#include "web/http/target.hpp"
#include "web/language.hpp"
#include "web/notices/board.hpp"
#include "web/notices/feeds.hpp"
#include "web/pages/matter_pages.hpp"
#include "web/pages/page_cache.hpp"
#include "web/pages/problem_page.hpp"
#include "web/pages/public_pages.hpp"
#include "web/pages/script_file.hpp"
#include "web/pages/style_sheet.hpp"

namespace hearth::web {
namespace {

using http::Request;
using http::Respond;
using http::Response;
using pages::View;

forms::Posted posted_in(const Request& request) { return forms::posted_in(request.header("content-type"), request.body); }

/// The value of the field `code` in a form; empty when there is none or the form is broken.
std::string code_in(const Request& request) { return forms::text_of(posted_in(request), "code"); }

std::string language_of(const Request& request) {
    const std::string_view language = addressed(request.path).language;
    return std::string(language.empty() ? preferred(request.header("accept-language")) : language);
}

}  // namespace

struct Door::Rooms {
    explicit Rooms(const Site& its_site) : site(its_site), english(its_site, k_english), chinese(its_site, k_chinese) {
        for (const OfficeSite& office : site.offices) {
            drawn_pages.try_emplace(&office);
            drawn_notices.try_emplace(&office);
            public_acts.try_emplace(&office, office);
        }
        add_pages();
        add_notices();
        add_record();
        add_letters();
        router.add("POST", "/api/requests",
                   [this](const Request& request, Respond respond) { api::open_request(site, request, std::move(respond)); });
        add_control("/control/act", site.control_act);
        add_control("/control/erase", site.control_erase);
        add_control("/control/health", site.control_health);
    }

    /// A page of an office; an unknown office looks like any other unknown page.
    template <class F>
    void add_office_page(const char* method, const std::string& below, F draw) {
        router.add(method, "/o/{office}" + below, [this, draw](const Request& request, Respond respond) {
            const OfficeSite* office = site.office(request.param("office"));
            const View view = view_of(request, office);
            respond(office == nullptr ? pages::problem_page(view, k_not_found) : draw(request, view));
        });
    }

    /// What a receipt code opens.
    template <class F>
    void add_coded(const std::string& below, F open) {
        add_office_page("POST", below, [open](const Request& request, const View& view) {
            const std::string code = code_in(request);
            auto found = open(view, code);
            return found ? std::move(*found) : pages::code_opens_nothing(view.at("/matter"), code);
        });
    }

    /// An answer to programs about the record of an office.
    template <class F>
    void add_office_answer(const char* method, const std::string& below, F answer) {
        router.add(method, "/o/{office}" + below, [this, answer](const Request& request, Respond respond) {
            const OfficeSite* office = site.office(request.param("office"));
            respond(office == nullptr ? api::text_answer(k_not_found, "not found\n") : answer(*office, request));
        });
    }

    void add_pages() {
        router.add("GET", "/",
                   [this](const Request& request, Respond respond) { respond(pages::home_page(view_of(request, nullptr))); });
        router.add("GET", "/hearth.css", [](const Request&, Respond respond) { respond(pages::style_sheet()); });
        router.add("GET", "/script/{file}", [this](const Request& request, Respond respond) {
            auto file = pages::script_file(request.param("file"), request.query);
            respond(file ? std::move(*file) : pages::problem_page(view_of(request, nullptr), k_not_found));
        });
        add_office_page("GET", "", [this](const Request&, const View& view) {
            return pages::office_page(view, public_acts.at(view.office).at(site.clock->now()));
        });
        add_office_page("GET", "/procedures", [](const Request&, const View& view) { return pages::procedures_page(view); });
        add_office_page("GET", "/procedures/{id}", [](const Request& request, const View& view) {
            auto page = pages::procedure_page(view, request.param("id"));
            return page ? std::move(*page) : pages::problem_page(view, k_not_found);
        });
        add_office_page("GET", "/procedures/{id}/{sheet}", [](const Request& request, const View& view) {
            auto drawing = drawing::diagram_file(view, request.param("id"), request.param("sheet"));
            return drawing ? std::move(*drawing) : pages::problem_page(view, k_not_found);
        });
        add_office_page("GET", "/record", [](const Request&, const View& view) { return pages::record_page(view); });
        add_forms();
        add_news();
        add_desk();
        add_household();
        add_office_page("GET", "/matter", [](const Request&, const View& view) { return pages::ask_page(view); });
        add_office_page("POST", "/matter", [this](const Request& request, const View& view) { return matter(request, view); });
        add_coded("/held", &pages::held_page);
        add_coded("/held/file", &pages::held_file);
        add_coded("/receipt", &pages::receipt_file);
        add_coded("/receipt/slip",
                  [](const View& view, const std::string& code) { return receipt_page(view, code, pages::ReceiptPaper::slip); });
        add_coded("/receipt/sheet",
                  [](const View& view, const std::string& code) { return receipt_page(view, code, pages::ReceiptPaper::sheet); });
        add_office_page("POST", "/paper", [](const Request& request, const View& view) {
            auto file = pages::paper_file(view, code_in(request), forms::text_of(posted_in(request), "paper"));
            return file ? std::move(*file) : pages::problem_page(view, k_not_found);
        });
    }

    /// What people fill in. The answer comes once the clerk has made it durable.
    void add_forms() {
        add_office_page("GET", "/raise", [](const Request&, const View& view) { return forms::ways_in(view); });
        add_office_page("GET", "/raise/{procedure}/{act}", [](const Request& request, const View& view) {
            auto page = forms::first_question(view, request.param("procedure"), request.param("act"));
            return page ? std::move(*page) : forms::no_such_page(view);
        });
        add_async("POST", "/raise/{procedure}/{act}", [this](const Request& request, const View& view, Respond respond) {
            forms::go_on(view, request.param("procedure"), request.param("act"), forms::filled_in(request), site.clock->now(),
                         std::move(respond));
        });
        add_async("POST", "/matter/word", [this](const Request& request, const View& view, Respond respond) {
            forms::say_word(view, forms::filled_in(request), site.clock->now(), std::move(respond));
        });
    }

    /// What an office makes public.
    void add_notices() {
        add_office_page("GET", "/notices", [this](const Request&, const View& view) {
            return drawn_until_written(view, "board",
                                       [&](const notices::PublicActs::Told& told) { return notices::board_page(view, told); });
        });
        add_office_page("GET", "/notices/{entry}", [this](const Request& request, const View& view) {
            auto page = notices::notice_page(view, public_acts.at(view.office).at(site.clock->now()), request.param("entry"));
            return page ? std::move(*page) : pages::problem_page(view, k_not_found);
        });
        add_office_page("GET", "/feed", [this](const Request&, const View& view) {
            return drawn_until_written(view, "feed",
                                       [&](const notices::PublicActs::Told& told) { return notices::office_feed(view, told); });
        });
        add_office_page("GET", "/news/feed", [](const Request& request, const View& view) {
            const auto fields = http::form_fields(request.query);
            const bool has_token = fields && fields->size() == 1 && fields->front().first == "t";
            auto feed = has_token ? notices::matter_feed(view, fields->front().second) : std::nullopt;
            return feed ? std::move(*feed) : pages::problem_page(view, k_not_found);
        });
    }

    /// Drawn anew once something was written, another checkpoint is served, or the list has changed by itself.
    template <class F>
    Response drawn_until_written(const View& view, const std::string& name, F draw) {
        const base::Instant now = site.clock->now();
        pages::PageCache& drawn = drawn_notices.at(view.office);
        const std::uint64_t written = view.office->store->size();
        const notices::PublicActs::Told told = public_acts.at(view.office).at(now);
        const pages::PageCache::Stamp stamp{written, view.office->rules->zone().date(now), told.size};
        std::string key = view.language() + name + std::to_string(told.changed.ms);
        if (auto page = drawn.find(stamp, key)) return std::move(*page);
        Response page = draw(told);
        drawn.keep(stamp, std::move(key), page);
        return page;
    }

    void add_news() {
        add_office_page("POST", "/news", [this](const Request& request, const View& view) {
            auto page = forms::news_page(view, code_in(request), posted_in(request), site.clock->now());
            return page ? std::move(*page) : pages::problem_page(view, k_not_found);
        });
        const auto stop = [](const Request& request, const View& view) {
            const auto fields = http::form_fields(request.query);
            forms::Posted asked = posted_in(request);
            if (fields)
                for (const auto& [name, value] : *fields) asked[name] = value;
            return forms::stop_page(view, forms::text_of(asked, "t"), request.method == "POST");
        };
        add_office_page("GET", "/news/stop", stop);
        add_office_page("POST", "/news/stop", stop);
    }

    /// A page of an office whose answer may come later.
    template <class F>
    void add_async(const char* method, const std::string& below, F take) {
        router.add(method, "/o/{office}" + below, [this, take](const Request& request, Respond respond) {
            const OfficeSite* office = site.office(request.param("office"));
            const View view = view_of(request, office);
            if (office == nullptr) {
                respond(pages::problem_page(view, k_not_found));
            } else {
                take(request, view, std::move(respond));
            }
        });
    }

    void add_desk() {
        const auto add = [this](const char* method, const std::string& below, auto answer) {
            add_async(method, below, [this, answer](const Request& request, const View& view, Respond respond) {
                (desk.*answer)(request, view, std::move(respond));
            });
        };
        add("GET", "/desk", &desk::Desk::answer_list);
        add("GET", "/desk/matter/{number}", &desk::Desk::answer_matter);
        add("POST", "/desk/matter/{number}", &desk::Desk::answer_act);
        add("GET", "/desk/assist", &desk::Desk::answer_assist);
        add("GET", "/desk/assist/{procedure}/{act}", &desk::Desk::answer_assist_raise);
        add("POST", "/desk/assist/{procedure}/{act}", &desk::Desk::answer_assist_raise);
        add("POST", "/desk/assist/word", &desk::Desk::answer_assist_word);
        add("GET", "/desk/field", &desk::Desk::answer_field);
        add("GET", "/desk/field/session", &desk::Desk::answer_field_session);
        add("POST", "/desk/field/{procedure}/{act}", &desk::Desk::answer_field_entry);
        add("POST", "/desk/together", &desk::Desk::answer_together);
        add("POST", "/desk/paper", &desk::Desk::answer_paper);
        add("GET", "/desk/deputy", &desk::Desk::answer_deputy);
        add("POST", "/desk/deputy", &desk::Desk::answer_deputy);
        add("POST", "/desk/sign-in", &desk::Desk::answer_sign_in);
        add("POST", "/desk/sign-out", &desk::Desk::answer_sign_out);
        add("GET", "/desk/password", &desk::Desk::answer_password);
        add("POST", "/desk/password", &desk::Desk::answer_password);
        add("POST", "/desk/sign-in/passkey", &desk::Desk::answer_passkey_sign_in);
        add("POST", "/desk/sign-in/openid", &desk::Desk::answer_openid);
        add("GET", "/desk/sign-in/openid/back", &desk::Desk::answer_openid_back);
        add("GET", "/desk/account", &desk::Desk::answer_account);
        add("POST", "/desk/account/passkey", &desk::Desk::answer_passkey);
        add("POST", "/desk/account/passkey/made", &desk::Desk::answer_passkey_made);
        add("POST", "/desk/account/passkey/remove", &desk::Desk::answer_passkey_removed);
        add("POST", "/desk/account/session/end", &desk::Desk::answer_session_ended);
        add("POST", "/desk/account/recovery", &desk::Desk::answer_recovery);
        add("POST", "/desk/account/recovery/stop", &desk::Desk::answer_recovery_stopped);
        add("POST", "/desk/account/recovery/confirm", &desk::Desk::answer_recovery_confirmed);
    }

    void add_household() {
        add_office_page("GET", "/household",
                        [](const Request&, const View& view) { return household::Representatives::ask(view); });
        add_async("POST", "/household", [this](const Request& request, const View& view, Respond respond) {
            representatives.take(view, posted_in(request), site.clock->now(), std::move(respond));
        });
    }

    void add_letters() {
        router.add("POST", "/o/{office}/letters", [this](const Request& request, Respond respond) {
            const OfficeSite* office = site.office(request.param("office"));
            if (office == nullptr || !office->receive_letters) return respond(api::text_answer(k_not_found, "not found\n"));
            office->receive_letters(request.body, [respond = std::move(respond)](std::string answers) mutable {
                respond(api::text_answer(k_ok, std::move(answers)));
            });
        });
    }

    void add_record() {
        add_office_answer("GET", "/record/checkpoint",
                          [](const OfficeSite& office, const Request&) { return api::checkpoint(office); });
        add_office_answer("GET", "/record/verifier-key",
                          [](const OfficeSite& office, const Request&) { return api::verifier_key(office); });
        add_office_answer("GET", "/record/tile/{tile...}", [](const OfficeSite& office, const Request& request) {
            return api::tile(office, request.param("tile"));
        });
        add_office_answer("POST", "/witness/add-checkpoint", [](const OfficeSite& office, const Request& request) {
            return api::add_checkpoint(office, request.body);
        });
        add_office_answer("GET", "/witness/{hex}/checkpoint", [](const OfficeSite& office, const Request& request) {
            return api::last_witnessed(office, request.param("hex"));
        });
    }

    /// A matter is looked at far more often than anything is written.
    Response matter(const Request& request, const View& view) {
        std::string code = code_in(request);
        pages::PageCache& drawn = drawn_pages.at(view.office);
        const store::PeopleStore* people = view.office->people;
        const pages::PageCache::Stamp stamp{view.office->store->size(), view.office->rules->zone().date(site.clock->now()),
                                            people == nullptr ? 0 : people->readings_noted()};
        std::string key = view.language() + code;
        if (auto page = drawn.find(stamp, key)) return std::move(*page);
        const auto page = pages::matter_page(view, code);
        if (!page) return pages::code_opens_nothing(view, code);
        drawn.keep(stamp, std::move(key), *page);
        return *page;
    }

    /// Over TCP these addresses do not exist.
    void add_control(const char* path, const http::Handler& control) {
        router.add("POST", path, [this, &control](Request request, Respond respond) {
            if (request.local && control) {
                control(std::move(request), std::move(respond));
            } else {
                respond(pages::problem_page(view_of(request, nullptr), k_not_found));
            }
        });
    }

    [[nodiscard]] View view_of(const Request& request, const OfficeSite* office) const {
        return {site, request.language == k_chinese ? chinese : english, office, request.path};
    }

    void answer(Request request, Respond respond) const {
        request.language = language_of(request);
        request.path = addressed(request.path).path;
        auto match = router.match(request.method, request.path);
        if (match.found == http::Router::Found::handler) {
            request.params = std::move(match.params);
            (*match.handler)(std::move(request), std::move(respond));
            return;
        }
        request.path = "/";  // an address that leads nowhere is not offered in the other language
        const Status status = match.found == http::Router::Found::no_method   ? k_method_not_allowed
                              : match.found == http::Router::Found::malformed ? k_bad_request
                                                                              : k_not_found;
        Response response = pages::problem_page(view_of(request, nullptr), status);
        if (!match.allow.empty()) response.headers.emplace_back("Allow", match.allow);
        respond(std::move(response));
    }

    const Site& site;
    const pages::Tongue english;
    const pages::Tongue chinese;
    desk::Desk desk{site};
    household::Representatives representatives;
    // One per office; the maps themselves stay as they were made.
    std::map<const OfficeSite*, pages::PageCache> drawn_pages;
    std::map<const OfficeSite*, pages::PageCache> drawn_notices;
    std::map<const OfficeSite*, notices::PublicActs> public_acts;
    http::Router router;
};

Door::Door(const Site& site) : rooms_(std::make_unique<Rooms>(site)) {}

Door::~Door() = default;

http::Handler Door::handler() const {
    return [this](Request request, Respond respond) { rooms_->answer(std::move(request), std::move(respond)); };
}

http::Trouble Door::trouble() const {
    return [this](int status, std::string_view fault, const Request& asker) {
        if (!fault.empty()) rooms_->site.log_fault(fault);
        Request about;
        about.language = language_of(asker);
        about.path = "/";
        return pages::problem_page(rooms_->view_of(about, nullptr), static_cast<Status>(status));
    };
}

}  // namespace hearth::web
