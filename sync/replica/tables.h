// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a whole schema in one database file: what a replica and the hub have in common.
#pragma once

#include "sync/blobs/blob_address.h"
#include "sync/record/history.h"
#include "sync/replica/type_table.h"

#include <functional>
#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

/// The file was written by a newer program version: this one must not write to it.
class NewerFile : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws NewerFile. Before the first write to a file, whoever makes it.
void refuseNewer(platform::Database& database, const Schema& schema);

class Tables {
public:
    /// Creates what is missing, moves records of types that were unknown so far into their tables, and notes
    /// the schema version in the file, all in one transaction. Throws NewerFile or platform::StorageError.
    Tables(platform::Database& database, const Schema& schema);

    const Schema& schema() const { return schema_; }
    TypeTable& of(const RecordType& type) { return *byType_.at(&type); }
    TypeTable& history() { return of(schema_.history()); }
    const std::vector<std::unique_ptr<TypeTable>>& all() const { return tables_; }

    /// The history records of a content record.
    std::vector<Row> historiesOf(const Uuid& record) { return history().childrenOf(record); }
    /// Whether any value was ever displaced in this store. Looking for the history of each new record costs;
    /// most stores that only take in surveys have none.
    bool hasHistory() { return history().mayHoldRows(); }
    /// The records of every type that refer to this blob.
    std::vector<Row> rowsWithBlob(const BlobAddress& address);
    bool isReferred(const BlobAddress& address) { return !rowsWithBlob(address).empty(); }
    /// Visits the children of a record in every type that can have them, history included.
    void visitChildren(const Uuid& parent, const std::function<void(TypeTable&, Row&)>& visit);

private:
    void adoptUnknown();

    const Schema& schema_;
    std::vector<std::unique_ptr<TypeTable>> tables_;
    std::unordered_map<const RecordType*, TypeTable*> byType_;
};

} // namespace lianxin::sync
