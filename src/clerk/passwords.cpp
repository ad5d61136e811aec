#include "clerk/passwords.hpp"

#include <sodium.h>
#include <zxcvbn.h>

#include <array>

#include "base/fault.hpp"

namespace hearth::clerk {
namespace {

constexpr std::size_t k_memory_bytes = std::size_t{19} * 1024 * 1024;
constexpr unsigned long long k_passes = 2;
constexpr std::size_t k_waiting_max = 100;

}  // namespace

std::string hash_password(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), k_passes, k_memory_bytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw base::Fault("there is not enough memory to hash a password");
    }
    return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
    if (hash.empty()) {
        (void)hash_password(password);
        return false;
    }
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool is_easily_guessed(const std::string& password, const std::string& login) {
    constexpr double k_bits_min = 33;
    std::array<const char*, 3> tried = {login.c_str(), "hearth", nullptr};
    return ZxcvbnMatch(password.c_str(), tried.data(), nullptr) < k_bits_min;
}

PasswordChecker::PasswordChecker() : thread_([this] { work(); }) {}

PasswordChecker::~PasswordChecker() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    arrived_.notify_one();
    thread_.join();
    for (Waiting& waiting : queue_) waiting.told(false);
}

bool PasswordChecker::check(std::string password, std::string hash, Told told) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() >= k_waiting_max) return false;
        queue_.push_back({std::move(password), std::move(hash), std::move(told)});
    }
    arrived_.notify_one();
    return true;
}

void PasswordChecker::work() {
    std::unique_lock lock(mutex_);
    while (true) {
        arrived_.wait(lock, [this] { return ending_ || !queue_.empty(); });
        if (ending_) return;
        Waiting next = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        const bool right = is_password(next.password, next.hash);
        sodium_memzero(next.password.data(), next.password.size());
        next.told(right);
        lock.lock();
    }
}

}  // namespace hearth::clerk
