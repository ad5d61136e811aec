// hearth serve DIR: all offices of an installation over HTTP, until it is told to end.
#include <CLI/CLI.hpp>
#include <charconv>
#include <csignal>
#include <ctime>
#include <iostream>
#include <memory>

#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "cli/commands.hpp"
#include "cli/doctor/examination.hpp"
#include "cli/log.hpp"
#include "cli/office_rules.hpp"
#include "cli/operator_figures.hpp"
#include "cli/preview/foresight.hpp"
#include "cli/served_office.hpp"
#include "web/door.hpp"
#include "web/operator/operator_door.hpp"

namespace hearth::cli {

namespace {

struct Options {
    std::string dir;
    std::string listen = "127.0.0.1:8080";
    std::string operator_listen;
    std::string log = "plain";
    std::string certificate;
    std::string key;
};

using Offices = std::vector<std::unique_ptr<ServedOffice>>;

web::http::Listen parse_address(const std::string& text, const char* option) {
    const std::size_t colon = text.rfind(':');
    web::http::Listen listen;
    std::string address = text.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    const std::string port = colon == std::string::npos ? std::string() : text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), listen.port);
    if (address.empty() || error != std::errc{} || end != port.data() + port.size()) {
        throw CLI::ValidationError(option, text + " is not of the form 127.0.0.1:8080");
    }
    listen.address = address;
    return listen;
}

web::http::Listen parse_listen(const Options& options) {
    web::http::Listen listen = parse_address(options.listen, "--listen");
    listen.socket_file = std::filesystem::path(options.dir) / "control.sock";
    if (!options.certificate.empty()) listen.tls = web::http::TlsFiles{options.certificate, options.key};
    return listen;
}

/// The ones that can be opened; what keeps the others closed is told at once, and they do not hold up their neighbours.
Offices open_all(const std::string& dir, const Log& log) {
    Offices offices;
    for (const OfficePaths& paths : offices_in(dir)) {
        try {
            offices.push_back(std::make_unique<ServedOffice>(paths));
        } catch (const base::Fault& fault) {
            log.write({"fault", {}, paths.root.string() + " is not served: " + fault.what()});
        }
    }
    if (offices.empty()) throw base::Fault("no office of " + dir + " can be served");
    return offices;
}

ServedOffice* office_named(Offices& offices, const std::string& id) {
    for (auto& office : offices) {
        if (office->id() == id || (id.empty() && offices.size() == 1)) return office.get();
    }
    return nullptr;
}

/// A handler for the operator's socket: the office that the body names answers with JSON.
web::http::Handler control(Offices& offices, ControlAnswer answer) {
    return [&offices, answer = std::move(answer)](const web::http::Request& request, web::http::Respond respond) {
        const auto reply = [](const base::Json& value) {
            web::http::Response response;
            response.content_type = "application/json";
            response.body = web::http::body_of(value.dump());
            return response;
        };
        const auto body = base::parse_json(request.body);
        ServedOffice* office = body && body->is_object() ? office_named(offices, body->value("office", std::string())) : nullptr;
        if (office == nullptr) return respond(reply({{"fault", "this office is not served here"}}));
        answer(*office, *body, [respond = std::move(respond), reply](const base::Json& value) mutable { respond(reply(value)); });
    };
}

/// Keeps each office's house, and tells the operator what troubles an office, once when it begins and once when it is over.
void watch(Offices& offices, const Log& log) {
    for (auto& office : offices) {
        try {
            office->tend(clerk::SystemClock().now());
        } catch (const std::exception& fault) {
            log.write({"fault", office->id(), fault.what()});
        }
        const std::string news = office->news();
        if (!news.empty()) log.write({"health", office->id(), news});
    }
}

/// What lies in the folder of each office now.
std::vector<web::FolderRules> folder_rules(const Offices& offices) {
    std::vector<web::FolderRules> all;
    for (const auto& office : offices) {
        web::FolderRules& folder = all.emplace_back();
        folder.office = {office->id()};
        try {
            const OfficePaths& paths = office->open().paths();
            folder.seen = preview::foresee(paths, read_procedures(paths.procedures()));
        } catch (const std::exception& fault) {
            folder.trouble = fault.what();
        }
    }
    return all;
}

/// The operator's own door, where an address was named for it.
class OperatorListener {
public:
    OperatorListener(const Options& options, const Offices& offices, const web::Site& site)
        : door_(site, {[&offices] { return web::metrics_text(operator_figures(offices, clerk::SystemClock().now())); },
                       [dir = options.dir] {
                           return doctor::examine_installation(dir, {.ask_neighbours = true, .read_databases_through = false},
                                                               clerk::SystemClock().now());
                       },
                       [&offices] { return folder_rules(offices); }}),
          server_(parse_address(options.operator_listen, "--operator"), {}, door_.handler(), door_.trouble()) {
        std::cout << "Figures and health for the operator at http://" << options.operator_listen << "/" << std::endl;
    }
    void stop() { server_.stop(); }

private:
    web::OperatorDoor door_;
    web::http::Server server_;
};

/// Whether every office could go on under what lies in its folder now; what speaks against it is told.
bool may_reload(const std::string& dir, const Log& log) {
    bool may = true;
    for (const OfficePaths& paths : offices_in(dir)) {
        try {
            check_reload(paths);
        } catch (const std::exception& fault) {
            log.write({"fault", {}, paths.root.string() + " goes on under the pack that it has: " + fault.what()});
            may = false;
        }
    }
    return may;
}

/// Waits for a signal that ends the serving: for good, or (SIGHUP) to begin anew under what lies in the folders now.
int wait_for_end(Offices& offices, const sigset_t& ends, const std::string& dir, const Log& log) {
    const timespec second{1, 0};
    while (true) {
        const int signal = ::sigtimedwait(&ends, nullptr, &second);
        if (signal == SIGHUP ? may_reload(dir, log) : signal > 0) return signal;
        watch(offices, log);
    }
}

/// Serves until a signal ends it, and gives that signal.
int serve(const Options& options, web::http::Listen& listen, const sigset_t& ends, const Log& log) {
    Offices offices = open_all(options.dir, log);
    for (auto& office : offices) office->connect(offices);
    for (auto& office : offices)
        if (Letters* letters = office->letters()) letters->begin();
    const clerk::SystemClock clock;
    web::Site site;
    site.clock = &clock;
    for (auto& office : offices) site.offices.push_back(office->site());
    site.control_act = control(offices, answer_act);
    site.control_erase = control(offices, answer_erase);
    site.control_health = control(offices, answer_health);
    site.log = [&log](const web::LogEntry& entry) { log.write(entry); };
    for (auto& office : offices) office->begin_sending(site);
    const web::Door door(site);
    // Before the public address answers, so that monitoring which waits for that one finds this one too.
    std::optional<OperatorListener> for_operator;
    if (!options.operator_listen.empty()) for_operator.emplace(options, offices, site);
    std::filesystem::remove(*listen.socket_file);
    web::http::Server server(listen, {}, door.handler(), door.trouble());
    listen.port = server.port();
    std::cout << "Serving " << offices.size() << (offices.size() == 1 ? " office" : " offices") << " at "
              << (listen.tls ? "https" : "http") << "://" << *listen.address << ":" << listen.port << "/" << std::endl;
    const int signal = wait_for_end(offices, ends, options.dir, log);
    if (for_operator) for_operator->stop();
    server.stop();
    for (auto& office : offices) office->end_sending();
    for (auto& office : offices)
        if (Letters* letters = office->letters()) letters->end();
    std::filesystem::remove(*listen.socket_file);
    return signal;
}

int run(const Options& options) {
    // Blocked before any thread starts, so that only the main thread hears of it.
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&ends, signal);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    web::http::Listen listen = parse_listen(options);
    const Log log(options.log == "json" ? Log::Form::json : Log::Form::plain);
    while (serve(options, listen, ends, log) == SIGHUP) {
    }
    return k_ok;
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* serve = app.add_subcommand("serve", "Serve all offices of an installation over HTTP");
    serve->add_option("DIR", options->dir, "folder of the installation")->required()->check(CLI::ExistingDirectory);
    serve->add_option("--listen", options->listen, "address and port; port 0: any free one")->capture_default_str();
    serve->add_option("--log", options->log, "plain, or json: one object a line")
        ->check(CLI::IsMember({"plain", "json"}))
        ->capture_default_str();
    serve->add_option("--operator", options->operator_listen,
                      "address and port for figures (/metrics) and health (/health), which strangers must not reach");
    CLI::Option* certificate = serve->add_option("--tls-certificate", options->certificate,
                                                 "PEM file: serve over TLS with this certificate and its chain");
    CLI::Option* key = serve->add_option("--tls-key", options->key, "PEM file with the key of the certificate");
    certificate->needs(key)->check(CLI::ExistingFile);
    key->needs(certificate)->check(CLI::ExistingFile);
    serve->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace hearth::cli
