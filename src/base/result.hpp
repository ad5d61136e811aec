#pragma once

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/check.hpp"
#include "base/refusal.hpp"

namespace hearth::base {

/// A T, or the Refusal that explains why there is none. Member names are those of std::expected, which it becomes once compilers
/// warn about a dropped one.
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    template <class U = T>
        requires(std::constructible_from<T, U> && !std::same_as<std::remove_cvref_t<U>, Result> &&
                 !std::same_as<std::remove_cvref_t<U>, Refusal>)
    // NOLINTNEXTLINE(google-explicit-constructor): a Result is made by returning the value
    Result(U&& value) : held_(std::in_place_index<0>, std::forward<U>(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor): a Result is made by returning the refusal
    Result(Refusal refusal) : held_(std::in_place_index<1>, std::move(refusal)) {}

    [[nodiscard]] bool has_value() const { return held_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & {
        HEARTH_CHECK(has_value());
        return *std::get_if<0>(&held_);
    }
    const T& value() const& {
        HEARTH_CHECK(has_value());
        return *std::get_if<0>(&held_);
    }
    T&& value() && {
        HEARTH_CHECK(has_value());
        return std::move(*std::get_if<0>(&held_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Refusal& error() const {
        HEARTH_CHECK(!has_value());
        return *std::get_if<1>(&held_);
    }

    template <class F>
    auto and_then(F&& next) && -> std::invoke_result_t<F, T&&> {
        if (has_value()) return std::forward<F>(next)(std::move(*this).value());
        return error();
    }

private:
    std::variant<T, Refusal> held_;
};

/// For what can be refused but yields nothing.
struct Done {
    bool operator==(const Done&) const = default;
};

}  // namespace hearth::base

#define HEARTH_JOIN_(a, b) a##b
#define HEARTH_JOIN(a, b) HEARTH_JOIN_(a, b)
/// `HEARTH_TRY(name, expression)`: returns the refusal to the caller, else names the value.
#define HEARTH_TRY(name, ...)                                                                               \
    auto HEARTH_JOIN(hearth_try_, __LINE__) = (__VA_ARGS__);                                                \
    if (!HEARTH_JOIN(hearth_try_, __LINE__).has_value()) return HEARTH_JOIN(hearth_try_, __LINE__).error(); \
    [[maybe_unused]] auto name = std::move(HEARTH_JOIN(hearth_try_, __LINE__)).value()
