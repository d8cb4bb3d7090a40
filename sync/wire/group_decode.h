// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one group: columns of covered values, and tables of the writes of fields with a state of
// their own.
#pragma once

#include "sync/wire/batch_decode.h"
#include "sync/wire/row_facts.h"

#include <map>
#include <span>
#include <string>

namespace lianxin::sync {

/// Reads the writer, sequence, stamp, counter and claimed columns of covers or writes, one for each of the
/// facts. A dot with a null stamp is none; all are none where there is no stamp column.
std::vector<Stamped> stampedOf(Reader& reader, const Members& members, const RowFacts& facts,
                               const std::vector<WriterId>& writers);

/// Puts the values and states of one group into its rows, whose covers and erasures are set already.
class GroupFields {
public:
    GroupFields(Reader& reader, const RecordType& type, bool typeIsKnown,
                const std::vector<WriterId>& writers, std::span<DecodedRow> rows, const RowFacts& facts)
        : reader_(reader),
          type_(type),
          typeIsKnown_(typeIsKnown),
          writers_(writers),
          rows_(rows),
          facts_(facts) {}

    void readColumns(JsonNode fields);
    void readOwn(JsonNode own);

private:
    struct Declared {
        Field field;
        std::optional<FieldIndex> known;
        bool hasColumn = false;
        bool hasOwn = false;
    };

    Declared& declare(std::string_view spec);
    void putCovered(const Declared& declared, Record& record, Value&& value);
    std::vector<std::size_t> rowsOfTable(const Members& table);
    Writes writesOfTable(const Members& table, const Field& field, std::span<const std::size_t> rows);
    void readBases(JsonNode bases, Writes& writes);
    void putState(const Declared& declared, Record& record, Writes&& writes);

    Reader& reader_;
    const RecordType& type_;
    bool typeIsKnown_;
    const std::vector<WriterId>& writers_;
    std::span<DecodedRow> rows_;
    const RowFacts& facts_;
    std::map<std::string, Declared, std::less<>> declared_;
};

} // namespace lianxin::sync
