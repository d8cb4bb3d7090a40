// SPDX-License-Identifier: GPL-3.0-or-later
// What a message may not exceed, in every dimension, and what is said of one that cannot be read. A message
// comes from outside: whatever it holds, reading it ends, takes no more memory than these limits allow, and
// gives a value or a fault.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lianxin::sync {

struct WireLimits {
    std::size_t compressedBytes = std::size_t{2} << 20; ///< of a body as it arrives
    std::size_t plainBytes = std::size_t{8} << 20;      ///< of the JSON in it
    /// Of what the records take in memory. A column says a value that many rows share only once, so that a
    /// short text may stand for a large batch.
    std::size_t expandedBytes = std::size_t{64} << 20;
    std::size_t textBytes = std::size_t{1} << 20; ///< of one value
    std::size_t nameBytes = 64;                   ///< of the name of a type, a field, or a scope
    std::size_t depth = 12;                       ///< of nested arrays and objects
    std::size_t records = 2000;                   ///< in one message, retried ones included
    std::size_t types = 64;
    std::size_t fieldsPerType = 512;
    std::size_t writers = 8192;        ///< named in one message
    std::size_t writesPerField = 2048; ///< of one record
    std::size_t baseDots = 4096;       ///< of one write
    std::size_t scopeSets = 1024;      ///< different sets of scopes in one message
    std::size_t scopesPerRecord = 64;
    std::size_t cursors = 1024;
    std::size_t entries = 8192;                      ///< of any other list: refused, erased, left, dots
    std::size_t blobs = 1000;                        ///< asked for in one message
    std::size_t blobBytes = std::size_t{256} * 1024; ///< of a blob in one message

    // Of one record at the hub, the states of all its writers joined: half of what a message may hold, so
    // that a page that is nearly full can take any record more.
    std::size_t bytesOfRecord = std::size_t{4} << 20; ///< of JSON, by an upper bound
    std::size_t dotsOfRecord = 4096;                  ///< writes, and dots in their bases
    std::size_t unknownFieldsOfRecord = 128;          ///< that the hub's schema does not have
};

struct WireFault {
    enum class Kind {
        TooLarge,  ///< a limit is exceeded
        Malformed, ///< not a message: broken JSON, a missing or unknown or repeated key, columns of unequal
                   ///< length
        WrongType, ///< a value is not of the kind that stands at this place
        FieldDiffers, ///< a field has another rule or type than here; it never changes, so one side is at
                      ///< fault
    };

    Kind kind = Kind::Malformed;
    std::string where; ///< the path in the message, for the log

    bool operator==(const WireFault&) const = default;
};

std::string_view nameOf(WireFault::Kind kind);

} // namespace lianxin::sync
