#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "clerk/errands.hpp"

/// Passwords of those who hold posts: Argon2id (RFC 9106) at 19 MiB and two passes, by libsodium. One is worked out at a time, on a
/// thread of its own, so that a crowd at the door costs neither memory nor the threads that serve pages.
namespace hearth::clerk {

/// With its salt and parameters, as one line.
std::string hash_password(std::string_view password);

/// As long as it takes for a right one; `hash` may be empty (nobody has this login), and takes as long.
bool is_password(std::string_view password, const std::string& hash);

/// Whether somebody who tries common words, names, dates, keys in a row and repetitions first would soon find it: within 2^33
/// tries, by the measure of D. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016. `login` is the
/// first that anybody tries.
bool is_easily_guessed(const std::string& password, const std::string& login);

class PasswordChecker {
public:
    using Told = std::move_only_function<void(bool right)>;
    /// `told` is called once, from the thread of the checker, with no when the checker ends before; false when too many wait
    /// already, and then it is not called.
    bool check(std::string password, std::string hash, Told told);

private:
    static constexpr std::size_t k_waiting_max = 100;
    Errands errands_{k_waiting_max};
};

}  // namespace hearth::clerk
