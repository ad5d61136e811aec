// hearth staff OFFICE: who may sign in, and which posts they hold.
#include "cli/staff.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <iostream>
#include <memory>

#include "base/bytes.hpp"
#include "base/fault.hpp"
#include "clerk/effects.hpp"
#include "clerk/keys.hpp"
#include "clerk/office_acts.hpp"
#include "clerk/openid/id_token.hpp"
#include "clerk/passwords.hpp"
#include "clerk/receipt_code.hpp"
#include "clerk/totp.hpp"
#include "cli/commands.hpp"
#include "cli/do_act.hpp"
#include "store/people_store.hpp"
#include "store/sign_in_store.hpp"
#include "web/drawing/qr_code.hpp"

namespace hearth::cli {

namespace {

using Change = store::SignInStore::Change;

struct Options {
    std::string office;
    std::string login;
    std::string post;
    std::string from;
    std::string until;
    std::string in_place_of;
    std::string remove;
    std::string subject;
};

base::CivilDate day_of(const std::string& text, const char* option) {
    const auto day = base::parse_date(text);
    if (!day) throw CLI::ValidationError(option, text + " is no day, as 2026-11-24");
    return *day;
}

base::CivilDate today(const procedure::Ruleset& rules) { return rules.zone().date(clerk::SystemClock().now()); }

std::shared_ptr<const procedure::Ruleset> rules_of(const OfficePaths& paths) {
    return load_procedures(read_procedures(paths.procedures()));
}

/// Sixteen characters that survive a telephone, as a receipt code.
std::string draw_password() {
    clerk::SystemRandomness chance;
    return clerk::draw_receipt_code(chance);
}

people::AccountId draw_account() {
    constexpr std::size_t k_account_bytes = 16;
    clerk::SystemRandomness chance;
    return {base::hex(chance.bytes(k_account_bytes))};
}

void tell_password(const std::string& login, const std::string& password) {
    if (password.empty()) return;
    std::cout << "Password of " << login << ", to be changed at the first signing in (shown only now): " << password << "\n";
}

store::PeopleStore::Account known(store::PeopleStore& people, const std::string& login) {
    auto account = people.account_of(login);
    if (!account) throw base::Fault("nobody has the login " + login);
    return std::move(*account);
}

/// What the holder of a post that `office.yaml` guards still lacks.
void tell_second_factor(const OfficePaths& paths, const Options& options) {
    const auto guarded = read_office_config(paths.config()).second_factor;
    if (std::ranges::find(guarded, base::PostId{options.post}) == guarded.end()) return;
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    if (!account.totp.empty() || !people.sign_in().passkeys(account.id).empty()) return;
    std::cout << "A password alone does not open this post; hearth staff totp " << options.office << " " << options.login
              << " gives one-time codes.\n";
}

int give(const Options& options) {
    const OfficePaths paths{options.office};
    PostOrder order{options.login, options.post, {}, {}, options.in_place_of};
    order.from = options.from.empty() ? today(*rules_of(paths)) : day_of(options.from, "--from");
    if (!options.until.empty()) order.until = day_of(options.until, "--until");
    const std::string password = give_post(paths, order);
    std::cout << options.login << " holds the post " << options.post << " from " << base::to_string(order.from)
              << (order.until ? " until " + base::to_string(*order.until) : std::string())
              << (order.in_place_of.empty() ? std::string() : ", in the place of " + order.in_place_of) << ".\n";
    tell_password(options.login, password);
    tell_second_factor(paths, options);
    return k_ok;
}

int end(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    const base::CivilDate last = options.until.empty() ? today(*rules_of(paths)) : day_of(options.until, "--until");
    if (people.end(account.id, {options.post}, last) == 0) {
        std::cerr << options.login << " does not hold the post " << options.post << " beyond that day.\n";
        return k_refused;
    }
    put_on_record(paths, clerk::k_post_ended,
                  {{"account", account.id.text}, {"post", options.post}, {"until", base::to_string(last)}});
    std::cout << options.login << " holds the post " << options.post << " until " << base::to_string(last) << ".\n";
    return k_ok;
}

/// Whether somebody else holds a post today, who could confirm that the person stands before her.
bool has_second_person(store::PeopleStore& people, const people::AccountId& id, base::CivilDate day) {
    return std::ranges::any_of(people.accounts(), [&](const store::PeopleStore::Account& other) {
        return other.id != id && !people::posts_today(people.holdings(other.id), day).empty();
    });
}

/// Her desk tells her of it, and her account page.
void note_change(store::PeopleStore& people, const people::AccountId& id, Change::What what) {
    people.sign_in().note_change({id, what, clerk::SystemClock().now()});
}

/// Begins to give an account back; a second person confirms at the desk.
int recover(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    if (!has_second_person(people, account.id, today(*rules_of(paths))))
        throw base::Fault("nobody else holds a post today who could confirm it: use hearth staff password");
    put_on_record(paths, clerk::k_recovery_begun, {{"account", account.id.text}});
    people.sign_in().begin_recovery({account.id, {}, clerk::SystemClock().now()});
    std::cout << "Begun. Within a day, somebody else who holds a post confirms on her account page at the desk that "
              << account.login << " stands before her, and is shown the new password.\n";
    return k_ok;
}

/// By the operator alone only where nobody could be the second person.
int password(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    if (has_second_person(people, account.id, today(*rules_of(paths))))
        throw base::Fault("others hold posts here: one of them confirms, so begin with hearth staff recover");
    put_on_record(paths, clerk::k_password_renewed, {{"account", account.id.text}});
    const std::string drawn = draw_password();
    people.set_secret(account.id, clerk::hash_password(drawn), true);
    people.sign_in().end_sessions(account.id);
    note_change(people, account.id, Change::What::password);
    tell_password(options.login, drawn);
    return k_ok;
}

/// A new secret for the one-time codes of a login; it is shown this once, and kept sealed to the office.
int totp(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    put_on_record(paths, clerk::k_second_factor_renewed, {{"account", account.id.text}});
    clerk::SystemRandomness chance;
    const std::string secret = clerk::draw_totp_secret(chance);
    const clerk::BoxKey box(clerk::read_key_file(paths.box_key(), clerk::k_box_kind));
    people.set_totp(account.id, base::base64(clerk::seal_to(box.public_key(), secret)));
    people.sign_in().end_sessions(account.id);
    note_change(people, account.id, Change::What::one_time_codes);
    const std::string uri = clerk::totp_uri(secret, read_office_config(paths.config()).id.text, account.login);
    std::cout << web::drawing::qr_code_in_letters(uri) << uri << "\n"
              << "From now on " << account.login << " signs in with a one-time code too (shown only now).\n";
    return k_ok;
}

using Passkeys = std::vector<store::SignInStore::Passkey>;

/// Those that are meant: the one of this number in the list, from 1, or all.
Passkeys chosen(Passkeys passkeys, const std::string& which) {
    if (which == "all") return passkeys;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(which.data(), which.data() + which.size(), number);
    const bool is_one = error == std::errc{} && end == which.data() + which.size() && number >= 1 && number <= passkeys.size();
    if (!is_one) throw base::Fault("there is no passkey of the number " + which);
    return {passkeys[number - 1]};
}

/// The passkeys of a login, or one less: of somebody whose device was lost.
int passkeys(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    const Passkeys all = people.sign_in().passkeys(account.id);
    if (!options.remove.empty()) {
        for (const auto& passkey : chosen(all, options.remove)) {
            put_on_record(paths, clerk::k_passkey_removed, {{"account", account.id.text}});
            people.sign_in().remove_passkey(account.id, passkey.credential);
            people.sign_in().end_sessions(account.id);
            note_change(people, account.id, Change::What::passkey_removed);
            std::cout << "The passkey " << passkey.name << " of " << account.login << " opens nothing any more.\n";
        }
        return k_ok;
    }
    if (all.empty()) std::cout << account.login << " has no passkey.\n";
    for (std::size_t i = 0; i < all.size(); ++i)
        std::cout << i + 1 << "  " << all[i].name << ", added " << base::to_string(all[i].added)
                  << (all[i].used ? ", last used " + base::to_string(*all[i].used) : ", never used") << "\n";
    return k_ok;
}

/// From now on she may sign in at the provider too, as whom it knows by this subject.
int link(const Options& options) {
    const OfficePaths paths{options.office};
    const OpenidConfig provider = read_office_config(paths.config()).openid;
    if (provider.issuer.empty()) throw base::Fault(paths.config().string() + " names no provider (openid)");
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    const std::string digest = clerk::openid::identity_of(provider.issuer, options.subject);
    const auto whose = people.sign_in().account_linked(digest);
    if (whose && *whose != account.id) throw base::Fault("this subject is linked to another login already");
    put_on_record(paths, clerk::k_identity_linked, {{"account", account.id.text}});
    if (!people.sign_in().link({account.id, digest, today(*rules_of(paths))}))
        throw base::Fault("this subject was linked to another login meanwhile");
    note_change(people, account.id, Change::What::identity_linked);
    std::cout << account.login << " may sign in at " << provider.issuer << ".\n";
    return k_ok;
}

int unlink(const Options& options) {
    const OfficePaths paths{options.office};
    store::PeopleStore people(paths.people());
    const auto account = known(people, options.login);
    if (!people.sign_in().identity(account.id)) throw base::Fault(account.login + " is linked to nobody at a provider");
    put_on_record(paths, clerk::k_identity_unlinked, {{"account", account.id.text}});
    people.sign_in().unlink(account.id);
    people.sign_in().end_sessions(account.id);
    note_change(people, account.id, Change::What::identity_unlinked);
    std::cout << account.login << " signs in here only.\n";
    return k_ok;
}

std::string in_whose_place(store::PeopleStore& people, const people::Holding& holding) {
    if (holding.in_place_of.empty()) return {};
    const auto away = people.account(holding.in_place_of);
    return ", in the place of " + (away ? away->login : holding.in_place_of.text);
}

int list(const Options& options) {
    store::PeopleStore people(OfficePaths{options.office}.people());
    for (const auto& account : people.accounts()) {
        const std::size_t count = people.sign_in().passkeys(account.id).size();
        std::cout << account.login << (account.totp.empty() ? "" : ", with one-time codes")
                  << (count == 0 ? "" : ", passkeys: " + std::to_string(count))
                  << (people.sign_in().identity(account.id) ? ", linked to a provider" : "") << "\n";
        for (const people::Holding& holding : people.holdings(account.id)) {
            std::cout << "  " << holding.post.text << " from " << base::to_string(holding.from)
                      << (holding.until ? " until " + base::to_string(*holding.until) : std::string())
                      << in_whose_place(people, holding) << "\n";
        }
    }
    return k_ok;
}

/// Whom a deputy stands in for; nobody for a post of her own.
people::AccountId deputised_by(const PostOrder& order, store::PeopleStore& people) {
    if (order.in_place_of.empty()) return {};
    if (!order.until) throw base::Fault("a deputy needs a last day (--until)");
    if (order.in_place_of == order.login) throw base::Fault("nobody is her own deputy");
    const auto away = known(people, order.in_place_of);
    const auto posts = people::posts_today(people.holdings(away.id), order.from);
    if (std::ranges::find(posts, base::PostId{order.post}) == posts.end())
        throw base::Fault(order.in_place_of + " does not hold the post " + order.post + " on that day");
    return away.id;
}

}  // namespace

std::string give_post(const OfficePaths& paths, const PostOrder& order) {
    const auto rules = rules_of(paths);
    if (rules->pack.post(order.post) == nullptr) throw base::Fault("the pack has no post " + order.post);
    constexpr std::size_t k_login_max = 64;
    if (order.login.empty() || order.login.size() > k_login_max) throw base::Fault("a login has 1 to 64 bytes");
    store::PeopleStore people(paths.people());
    const people::AccountId in_place_of = deputised_by(order, people);
    auto account = people.account_of(order.login);
    std::string drawn;
    if (!account) {
        drawn = draw_password();
        account = {draw_account(), order.login, clerk::hash_password(drawn), true};
    }
    std::map<std::string, base::Json> facts = {
        {"account", account->id.text}, {"post", order.post}, {"from", base::to_string(order.from)}};
    if (order.until) facts["until"] = base::to_string(*order.until);
    if (!in_place_of.empty()) facts["in_place_of"] = in_place_of.text;
    put_on_record(paths, clerk::k_post_given, facts);
    if (!drawn.empty()) people.add(*account);
    people.give({account->id, {order.post}, order.from, order.until, in_place_of});
    return drawn;
}

void add_staff(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    CLI::App* staff = app.add_subcommand("staff", "Who may sign in to an office, and which posts they hold");
    staff->require_subcommand(1);
    const auto add = [&](const char* name, const char* words, int (*what)(const Options&)) {
        CLI::App* command = staff->add_subcommand(name, words);
        command->add_option("OFFICE", options->office, "folder of the office")->required();
        command->callback([options, &exit_code, what] { exit_code = what(*options); });
        return command;
    };
    const auto with_login = [&](CLI::App* command) {
        command->add_option("LOGIN", options->login, "name with which the person signs in")->required();
        return command;
    };
    CLI::App* given = with_login(add("give", "Give a post; a new login gets a password", give));
    given->add_option("--post", options->post, "post of the pack, as handler")->required();
    given->add_option("--from", options->from, "first day (default: today)");
    given->add_option("--until", options->until, "last day (default: until further notice)");
    given->add_option("--in-place-of", options->in_place_of, "login of whose deputy this is until the last day");
    CLI::App* ended = with_login(add("end", "End a post", end));
    ended->add_option("--post", options->post, "post of the pack, as handler")->required();
    ended->add_option("--until", options->until, "last day (default: today)");
    with_login(add("recover", "Begin to give an account back to somebody who lost her password or device", recover));
    with_login(add("password", "Draw a new password, where nobody else holds a post who could confirm it", password));
    with_login(add("totp", "Draw a new secret for one-time codes, as an address and as a QR code", totp));
    with_login(add("passkeys", "The passkeys of a login; or one less, when a device was lost", passkeys))
        ->add_option("--remove", options->remove, "number of the passkey in the list, or all");
    with_login(add("link", "Let a login sign in at the provider of office.yaml too", link))
        ->add_option("SUBJECT", options->subject, "how the provider calls the person in its tokens (sub)")
        ->required();
    with_login(add("unlink", "End that", unlink));
    add("list", "All logins with their posts", list);
}

}  // namespace hearth::cli
