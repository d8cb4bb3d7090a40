// SPDX-License-Identifier: GPL-3.0-or-later
// Records to JSON, by type and by column. One encoder lives as long as one message is written: what the
// records of the message share (writers, sets of scopes) is gathered on the way and written after them.
#pragma once

#include "sync/wire/batch_kind.h"
#include "sync/wire/messages.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

/// A record and what travels beside it.
struct BatchRow {
    const Record* record = nullptr;
    std::int64_t place = 0; ///< position or hub sequence
    HubSequence seen = 0;
    bool partial = false;
    bool returned = false;
    const std::vector<Scope>* scopes = nullptr; ///< null: of no concern in this message
};

/// Stands before a column whose letters are of another kind than those before it, so that the compressor
/// begins anew there; that took a sixth off survey responses. To a reader it is white space, and nothing else
/// in a message is.
inline constexpr char sectionBoundary = '\n';

enum class Letters { Choices, Numbers, Texts };

class BatchEncoder {
public:
    /// Writes `,"key":[groups]`, or nothing when there are no rows. The column of places is left out where
    /// row k of a group has the place `firstPlace` + k.
    void appendGroups(std::string& out, std::string_view key, BatchKind kind, std::int64_t firstPlace,
                      const std::vector<BatchRow>& rows);
    /// Writes `,"writers":[…]` and `,"scopes":[…]`, each where there are any.
    void appendShared(std::string& out) const;

    std::int64_t indexOf(const WriterId& writer);

    /// Puts a boundary before the column that was written from `begin` on, if that pays.
    void markSection(std::string& out, std::size_t begin, Letters letters);

private:
    std::int64_t indexOf(const std::vector<Scope>& scopes);
    void appendScopes(std::string& out, std::span<const BatchRow* const> rows);

    std::size_t sectionBegin_ = 0;
    Letters sectionLetters_ = Letters::Texts;
    std::vector<WriterId> writers_;
    std::unordered_map<std::uint64_t, std::int64_t> writerIndexes_;
    std::vector<const std::vector<Scope>*> scopeSets_;
    std::map<std::vector<Scope>, std::int64_t> scopeIndexes_;
};

} // namespace lianxin::sync
