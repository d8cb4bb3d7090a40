// SPDX-License-Identifier: GPL-3.0-or-later
// JSON to records: the groups of a message, one type and many columns each, back to rows in the order of
// their places.
#pragma once

#include "sync/wire/batch_kind.h"
#include "sync/wire/messages.h"
#include "sync/wire/reader.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lianxin::sync {

struct DecodedRow {
    Record record;
    std::int64_t place = 0; ///< position or hub sequence
    HubSequence seen = 0;
    bool partial = false;
    bool returned = false;
    std::size_t scopeSet = 0;
};

class BatchDecoder {
public:
    /// `members` are those of the message, with its "writers" and "scopes".
    BatchDecoder(Reader& reader, const Schema& schema, const Members& members);

    /// The rows of all groups under `key`, sorted by place.
    std::vector<DecodedRow> rows(const Members& members, std::string_view key, BatchKind kind,
                                 std::int64_t firstPlace);

    const std::vector<WriterId>& writers() const { return writers_; }
    const std::vector<std::vector<Scope>>& scopeSets() const { return scopeSets_; }

private:
    void readGroup(JsonNode json, BatchKind kind, std::int64_t firstPlace, std::vector<DecodedRow>& rows);
    /// What stands beside the records: their places, what was seen, scopes, partial and erased ones.
    void readBeside(const Members& group, BatchKind kind, std::span<DecodedRow> rows);

    Reader& reader_;
    const Schema& schema_;
    std::vector<WriterId> writers_;
    std::vector<std::vector<Scope>> scopeSets_;
    std::size_t recordsLeft_;
};

} // namespace lianxin::sync
