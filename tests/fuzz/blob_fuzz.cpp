// SPDX-License-Identifier: GPL-3.0-or-later
// The states in a row of a damaged file: they are read, or found to be damaged.
#include "app/domain/schema.h"
#include "platform/sqlite/storage_error.h"
#include "sync/replica/state_blob.h"
#include "tests/fuzz/target.h"

using namespace lianxin;
using namespace lianxin::sync;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Schema schema = domain::makeHospitalSchema();
    Record record = emptyRecord(*schema.find("matter"), Uuid());
    try {
        decodeStateBlob(fuzz::textOf(data, size), record);
    } catch (const platform::StorageError&) {
        return 0;
    }
    const std::string written = encodeStateBlob(record);
    Record again = emptyRecord(*schema.find("matter"), Uuid());
    again.shown = record.shown; // these stand in columns of their own
    again.cover = record.cover;
    decodeStateBlob(written, again);
    fuzz::require(encodeStateBlob(again) == written, "states that were read are written and read the same");
    return 0;
}
