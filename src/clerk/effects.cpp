#include "clerk/effects.hpp"

#include <sodium.h>
#include <sys/timex.h>

#include <algorithm>
#include <chrono>

#include "base/check.hpp"

namespace hearth::clerk {

namespace {
constexpr std::size_t k_first_draw = 64;
constexpr std::size_t k_draw = 16'384;
}  // namespace

base::Instant SystemClock::now() const {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

std::string SystemRandomness::bytes(std::size_t count) {
    HEARTH_CHECK(count <= k_draw);
    if (used_ + count > drawn_.size()) {
        drawn_.resize(std::clamp(2 * drawn_.size(), std::max(count, k_first_draw), k_draw));
        randombytes_buf(drawn_.data(), drawn_.size());
        used_ = 0;
    }
    std::string result = drawn_.substr(used_, count);
    // What was handed out may have become a secret code: it does not stay here.
    sodium_memzero(drawn_.data() + used_, count);
    used_ += count;
    return result;
}

bool is_clock_held() {
    timex asked{};
    return ::adjtimex(&asked) >= 0 && (static_cast<unsigned>(asked.status) & static_cast<unsigned>(STA_UNSYNC)) == 0;
}

}  // namespace hearth::clerk
