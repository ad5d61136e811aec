#include "web/operator/operator_door.hpp"

#include <mutex>

#include "web/http/router.hpp"
#include "web/http_status.hpp"
#include "web/language.hpp"
#include "web/operator/health_page.hpp"
#include "web/operator/posts_page.hpp"
#include "web/pages/problem_page.hpp"
#include "web/pages/style_sheet.hpp"

namespace hearth::web {

namespace {

using http::Request;
using http::Respond;
using http::Response;

Response text(std::string words) {
    Response response;
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = http::body_of(std::move(words));
    return response;
}

/// What takes a moment to find out is shown for a minute, however often it is asked for. Any thread.
template <class Found>
class Looked {
public:
    std::pair<Found, base::Instant> look(base::Instant now, const std::function<Found()>& find) {
        constexpr std::int64_t k_shown_ms = 60'000;
        const std::lock_guard lock(mutex_);
        if (at_.ms == 0 || now < at_ || now.ms - at_.ms > k_shown_ms) {
            found_ = find();
            at_ = now;
        }
        return {found_, at_};
    }

private:
    std::mutex mutex_;  // guards the next two
    Found found_;
    base::Instant at_;
};

}  // namespace

struct OperatorDoor::Rooms {
    Rooms(const Site& its_site, Sources its_sources)
        : site(its_site), sources(std::move(its_sources)), english(its_site, k_english), chinese(its_site, k_chinese) {
        router.add("GET", "/metrics", [this](const Request&, Respond respond) { respond(text(sources.metrics())); });
        router.add("GET", "/hearth.css", [](const Request&, Respond respond) { respond(pages::style_sheet()); });
        for (const char* path : {"/", "/health"}) {
            router.add("GET", path, [this](const Request& request, Respond respond) {
                const auto [found, at] = findings.look(site.clock->now(), sources.findings);
                respond(health_page(view_of(request, "/health"), found, at));
            });
        }
        router.add("GET", "/posts",
                   [this](const Request& request, Respond respond) { respond(posts_page(view_of(request, "/posts"))); });
        router.add("GET", "/rules", [this](const Request& request, Respond respond) {
            const auto [found, at] = rules.look(site.clock->now(), sources.rules);
            respond(rules_page(view_of(request, "/rules"), found, at));
        });
    }

    [[nodiscard]] pages::View view_of(const Request& request, std::string path) const {
        return {site, request.language == k_chinese ? chinese : english, nullptr, std::move(path)};
    }

    static std::string language_of(const Request& request) {
        const std::string_view language = addressed(request.path).language;
        return std::string(language.empty() ? preferred(request.header("accept-language")) : language);
    }

    void answer(Request request, Respond respond) const {
        request.language = language_of(request);
        request.path = addressed(request.path).path;
        const auto match = router.match(request.method, request.path);
        if (match.found == http::Router::Found::handler) return (*match.handler)(std::move(request), std::move(respond));
        respond(pages::problem_page(view_of(request, "/health"),
                                    match.found == http::Router::Found::no_method ? k_method_not_allowed : k_not_found));
    }

    const Site& site;
    const Sources sources;
    const pages::Tongue english;
    const pages::Tongue chinese;
    http::Router router;
    Looked<std::vector<Finding>> findings;
    Looked<std::vector<FolderRules>> rules;
};

OperatorDoor::OperatorDoor(const Site& site, Sources sources) : rooms_(std::make_unique<Rooms>(site, std::move(sources))) {}

OperatorDoor::~OperatorDoor() = default;

http::Handler OperatorDoor::handler() const {
    return [this](Request request, Respond respond) { rooms_->answer(std::move(request), std::move(respond)); };
}

http::Trouble OperatorDoor::trouble() const {
    return [this](int status, std::string_view fault, const Request& asker) {
        if (!fault.empty()) rooms_->site.log_fault(fault);
        Request about;
        about.language = Rooms::language_of(asker);
        return pages::problem_page(rooms_->view_of(about, "/health"), static_cast<Status>(status));
    };
}

}  // namespace hearth::web
