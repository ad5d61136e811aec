#include "clerk/passwords.hpp"

#include <sodium.h>
#include <zxcvbn.h>

#include <array>

#include "base/fault.hpp"

namespace hearth::clerk {
namespace {

constexpr std::size_t k_memory_bytes = std::size_t{19} * 1024 * 1024;
constexpr unsigned long long k_passes = 2;

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

bool PasswordChecker::check(std::string password, std::string hash, Told told) {
    return errands_.take([password = std::move(password), hash = std::move(hash), told = std::move(told)](bool is_over) mutable {
        const bool right = !is_over && is_password(password, hash);
        sodium_memzero(password.data(), password.size());
        told(right);
    });
}

}  // namespace hearth::clerk
