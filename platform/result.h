// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A value or the reason why there is none, for failures that a caller is expected to handle.
// It owns whichever of the two it holds and lives as long as the variable that holds it.

#include <stdexcept>
#include <type_traits>
#include <utility>
#include <variant>

namespace lianxin::platform {

/// The value of an action that succeeded and has nothing to say: `Result<Done, Fault>`.
using Done = std::monostate;

/// Holds either a T (success) or an E (failure). Asking for the side that is not there is a mistake of
/// the program and throws std::logic_error.
template <class T, class E>
class [[nodiscard]] Result {
    static_assert(!std::is_same_v<T, E>, "a value and its error need different types to be told apart");

public:
    explicit Result(T value) : side_(std::in_place_index<0>, std::move(value)) {}
    explicit Result(E error) : side_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] explicit operator bool() const noexcept { return side_.index() == 0; }

    [[nodiscard]] T& value() & { return requireValue(), std::get<0>(side_); }
    [[nodiscard]] const T& value() const& { return requireValue(), std::get<0>(side_); }
    [[nodiscard]] T&& value() && { return requireValue(), std::get<0>(std::move(side_)); }

    [[nodiscard]] const E& error() const& { return requireError(), std::get<1>(side_); }
    [[nodiscard]] E&& error() && { return requireError(), std::get<1>(std::move(side_)); }

    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

private:
    void requireValue() const {
        if (side_.index() != 0) {
            throw std::logic_error("the value of a failed result was asked for");
        }
    }
    void requireError() const {
        if (side_.index() != 1) {
            throw std::logic_error("the error of a successful result was asked for");
        }
    }

    std::variant<T, E> side_;
};

} // namespace lianxin::platform
