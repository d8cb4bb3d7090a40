// SPDX-License-Identifier: GPL-3.0-or-later
// Names of records. Ids are UUIDv7: ordered by the time they were made, so that an index grows at its end.
#pragma once

#include "platform/clock/clock.h"
#include "platform/random/random.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::sync {

struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;

    bool isNull() const { return *this == Uuid{}; }
    std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    /// Lower-case, with hyphens: what people and other tools read.
    std::string toString() const;
    /// Accepts 36 characters with hyphens or 32 without; nothing else.
    static std::optional<Uuid> parse(std::string_view text);
    /// Exactly 16 bytes, or nothing.
    static std::optional<Uuid> fromBytes(std::string_view bytes);
};

/// Makes UUIDv7 ids that ascend within one generator, even many in one millisecond. Not thread-safe.
class UuidGenerator {
public:
    UuidGenerator(const platform::Clock& clock, platform::Random& random) : clock_(clock), random_(random) {}

    Uuid next();

private:
    const platform::Clock& clock_;
    platform::Random& random_;
    std::uint64_t lastTick_ = 0; // milliseconds and a 12-bit counter, the first 60 meaningful bits of an id
};

} // namespace lianxin::sync

template <>
struct std::hash<lianxin::sync::Uuid> {
    std::size_t operator()(const lianxin::sync::Uuid& id) const noexcept {
        // The tail of an id is random (UUIDv7) or a digest (history), so its last bytes are a good hash as
        // they are.
        std::uint64_t tail = 0;
        for (std::size_t i = 8; i < 16; ++i)
            tail = tail << 8 | id.bytes[i];
        return static_cast<std::size_t>(tail);
    }
};
