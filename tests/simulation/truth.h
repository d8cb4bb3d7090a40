// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What really happened, kept beside the stores: every value a person saved, what that person had seen, and
// whether a mishap that no store can undo took it. The store is asked for nothing that is written down here.

#include "sync/record/history.h"
#include "sync/replica/tables.h"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace lianxin::simulation {

/// Names a value: a save writes a field once.
struct WriteKey {
    sync::Dot dot;
    std::string field;
    auto operator<=>(const WriteKey&) const = default;
};

struct SavedValue {
    WriteKey key;
    sync::Uuid record;
    sync::Uuid parent;
    sync::WriteKind kind = sync::WriteKind::Value;
    sync::Value value;
    /// Of Latest and Versions: what stood on the page. Of a removal: the adds that stood there.
    std::set<sync::Dot> saw;
    sync::WallTime at{};    ///< the true time
    std::string boot;       ///< the run of the machine it was saved in
    bool left = false;      ///< it was on the network
    bool excused = false;   ///< only media that are gone held it, or it was erased by right
    bool collapsed = false; ///< an own text that nobody else had seen was rewritten
};

using Visitor =
    std::function<void(const sync::Uuid& record, const std::string& field, const sync::Write& write)>;

/// Visits every value a record holds, be it a record of its own or a value that lost. A replaced version
/// whose text moved into history, and what the hub gives, are not visited.
void visitValues(const sync::Record& record, const Visitor& visit);
void visitValues(sync::Tables& tables, const Visitor& visit);

class Truth {
public:
    void saved(SavedValue value);
    /// Throws Violation when there is such a value but another was saved.
    SavedValue* find(const sync::Uuid& record, const std::string& field, const sync::Write& write);
    SavedValue* find(const WriteKey& key);
    std::vector<SavedValue>& values() { return values_; }
    bool knows(const sync::Dot& dot) const { return dots_.contains(dot); }
    std::vector<const SavedValue*> of(const sync::Uuid& record, std::string_view field) const;

    /// A picture was saved: the blob, and the records it belongs to.
    void saved(const sync::BlobAddress& blob, const sync::Uuid& record, const sync::Uuid& parent);
    /// Every blob that was ever saved, and whether only media that are gone held it.
    std::map<sync::BlobAddress, bool>& blobs() { return blobs_; }
    /// Whether all records that refer to it were erased by right.
    bool isErased(const sync::BlobAddress& blob) const;

    void erased(const sync::Uuid& record) { erased_.insert(record); }
    const std::set<sync::Uuid>& erasedRecords() const { return erased_; }
    bool isErased(const SavedValue& value) const {
        return erased_.contains(value.record) || erased_.contains(value.parent);
    }
    /// Those that a record and the values it had seen go back to.
    std::set<sync::Dot> chainOf(const sync::Uuid& record, const std::string& field,
                                const sync::Dot& from) const;

private:
    std::vector<SavedValue> values_;
    std::map<WriteKey, std::size_t> byKey_;
    std::map<sync::Uuid, std::vector<std::size_t>> byRecord_;
    std::map<sync::BlobAddress, bool> blobs_;
    std::map<sync::BlobAddress, std::vector<std::pair<sync::Uuid, sync::Uuid>>> recordsOfBlobs_;
    std::set<sync::Dot> dots_;
    std::set<sync::Uuid> erased_;
};

} // namespace lianxin::simulation
