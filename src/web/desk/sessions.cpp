#include "web/desk/sessions.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "record/sha256.hpp"

namespace hearth::web::desk {
namespace {

constexpr std::size_t k_token_bytes = 32;
constexpr std::size_t k_id_bytes = 16;
constexpr std::size_t k_sessions_max = 10'000;
constexpr std::size_t k_counts_max = 10'000;
constexpr int k_free_tries = 5;
constexpr std::int64_t k_first_stand_ms = 60'000;
constexpr std::int64_t k_longest_stand_ms = 15LL * 60'000;

std::string digest_of(const std::string& token) { return base::hex(base::view(record::sha256(token))); }

bool has_ended(const Session& session, base::Instant now) {
    if (session.waits_for_code) return now.ms - session.began.ms > Sessions::k_code_ms;
    return now.ms - session.seen.ms > Sessions::k_idle_ms || now.ms - session.began.ms > Sessions::k_life_ms;
}

}  // namespace

std::string Sessions::begin(Session session, base::Instant now) {
    const std::lock_guard lock(mutex_);
    forget_old(now);
    const std::string token = base::hex(chance_.bytes(k_token_bytes));
    session.form_token = base::hex(chance_.bytes(k_token_bytes));
    session.id = base::hex(chance_.bytes(k_id_bytes));
    session.began = now;
    session.seen = now;
    sessions_.insert_or_assign(digest_of(token), std::move(session));
    return token;
}

std::optional<Session> Sessions::find(const std::string& token, base::Instant now) { return found(token, false, now); }

std::optional<Session> Sessions::find_waiting(const std::string& token, base::Instant now) { return found(token, true, now); }

std::optional<Session> Sessions::found(const std::string& token, bool waiting, base::Instant now) {
    if (token.empty()) return std::nullopt;
    const std::lock_guard lock(mutex_);
    const auto at = sessions_.find(digest_of(token));
    if (at == sessions_.end() || at->second.waits_for_code != waiting) return std::nullopt;
    if (has_ended(at->second, now)) {
        sessions_.erase(at);
        return std::nullopt;
    }
    at->second.seen = now;
    return at->second;
}

void Sessions::end(const std::string& token) {
    const std::lock_guard lock(mutex_);
    sessions_.erase(digest_of(token));
}

void Sessions::changed_password(const people::AccountId& account, const std::string& token) {
    const std::lock_guard lock(mutex_);
    const std::string own = digest_of(token);
    std::erase_if(sessions_, [&](const auto& one) { return one.second.account == account && one.first != own; });
    if (const auto found = sessions_.find(own); found != sessions_.end()) found->second.must_change = false;
}

std::vector<Session> Sessions::of(const people::AccountId& account, base::Instant now) {
    const std::lock_guard lock(mutex_);
    std::vector<Session> all;
    for (const auto& [digest, session] : sessions_)
        if (session.account == account && !session.waits_for_code && !has_ended(session, now)) all.push_back(session);
    std::ranges::sort(all, std::ranges::greater(), &Session::seen);
    return all;
}

void Sessions::end_other(const people::AccountId& account, const std::string& id) {
    const std::lock_guard lock(mutex_);
    std::erase_if(sessions_, [&](const auto& one) { return one.second.account == account && one.second.id == id; });
}

void Sessions::forget_old(base::Instant now) {
    std::erase_if(sessions_, [&](const auto& one) { return has_ended(one.second, now); });
    if (sessions_.size() < k_sessions_max) return;
    const auto oldest = std::ranges::min_element(sessions_, {}, [](const auto& one) { return one.second.seen; });
    sessions_.erase(oldest);
}

bool SignInBrake::is_standing(const std::string& login, base::Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(login);
    return found != counts_.end() && now < found->second.until;
}

void SignInBrake::wrong(const std::string& login, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (counts_.size() >= k_counts_max) std::erase_if(counts_, [&](const auto& one) { return one.second.until <= now; });
    Count& count = counts_[login];
    ++count.wrong;
    if (count.wrong < k_free_tries) return;
    const int doublings = std::min(count.wrong - k_free_tries, 4);
    count.until = {now.ms + std::min(k_first_stand_ms << doublings, k_longest_stand_ms)};
}

void SignInBrake::right(const std::string& login) {
    const std::lock_guard lock(mutex_);
    counts_.erase(login);
}

}  // namespace hearth::web::desk
