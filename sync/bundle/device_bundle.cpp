// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bundle/device_bundle.h"

#include "sync/bundle/bundle_messages.h"
#include "sync/wire/encode.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

Uuid drawId(platform::Random& random) {
    Uuid id;
    for (std::size_t i = 0; i < id.bytes.size(); i += 8) {
        std::uint64_t bits = random.next();
        for (std::size_t j = 0; j < 8; ++j, bits >>= 8)
            id.bytes[i + j] = static_cast<std::uint8_t>(bits);
    }
    return id;
}

platform::Database& withCarriedTable(platform::Database& database) {
    database.exec("CREATE TABLE IF NOT EXISTS _carried(number INTEGER PRIMARY KEY,id BLOB NOT NULL UNIQUE)"
                  "STRICT");
    return database;
}

/// Notes on the disk that it wrote this bundle. Another disk of this device, older or a copy, may have other
/// records at the same local sequences: receipts for these would be taken for its own.
void noteWritten(platform::Database& database, const Uuid& id) {
    constexpr std::int64_t kept = 64;
    platform::Transaction transaction(withCarriedTable(database));
    auto insert = database.prepare("INSERT INTO _carried(id) VALUES(?) RETURNING number");
    insert.bindBlob(1, id.view());
    insert.step();
    const std::int64_t number = insert.integer(0);
    insert.run();
    auto removal = database.prepare("DELETE FROM _carried WHERE number<=?");
    removal.bind(1, number - kept);
    removal.run();
    transaction.commit();
}

bool wasWritten(platform::Database& database, const Uuid& id) {
    auto known = withCarriedTable(database).prepare("SELECT 1 FROM _carried WHERE id=?");
    known.bindBlob(1, id.view());
    return known.step();
}

/// Fills a bundle with pushes, one behind the other.
class Filling {
public:
    Filling(Replica& replica, const Packer& packer, const BundleLimits& limits, std::size_t bytesBefore)
        : replica_(replica), packer_(packer), limits_(limits), bytes_(bytesBefore) {}

    void run() {
        if (replica_.hasRetries())
            add(replica_.nextRetries(limits_.batch));
        BatchLimits batch = limits_.batch;
        after_ = replica_.state().receivedThrough;
        while (after_ < replica_.lastSequence() && records_ < limits_.records) {
            Push push = replica_.nextCarried(after_, batch);
            const LocalSequence through = push.through;
            const std::size_t records = push.records.size();
            const bool isFirst = pushes_.empty();
            if (!add(push)) {
                if (!isFirst)
                    return;
                if (records > 1) {
                    batch.records = records / 2;
                    continue;
                }
                // No hub takes it over the network either.
                replica_.setAside(sentBatch(push).records.front(),
                                  {NextAction::Refused, "too-large", {}, std::nullopt});
                push.records.clear();
                add(push);
            }
            after_ = through;
        }
    }

    const std::vector<std::string>& pushes() const { return pushes_; }
    std::int64_t records() const { return records_; }
    bool isWhole() const { return after_ >= replica_.lastSequence(); }

private:
    /// False: there is no room for it.
    bool add(const Push& push) {
        std::string body = packer_.pack(encode(push), BodyForm::Frame);
        const std::size_t parts = pushes_.size() + 2; // the opening stands before
        if (bundleBytes(parts, bytes_ + body.size()) > limits_.bytes || parts > mostPushes)
            return false;
        bytes_ += body.size();
        records_ += static_cast<std::int64_t>(push.records.size() + push.retried.size());
        pushes_.push_back(std::move(body));
        return true;
    }

    /// The answer has two parts for each.
    static constexpr std::size_t mostPushes = mostBundleParts / 2;

    Replica& replica_;
    const Packer& packer_;
    const BundleLimits& limits_;
    std::size_t bytes_;
    std::vector<std::string> pushes_;
    std::int64_t records_ = 0;
    LocalSequence after_ = 0;
};

} // namespace

std::optional<ExportedBundle> exportBundle(Replica& replica, const Packer& packer, const BundleKey& key,
                                           platform::Random& random, const BundleLimits& limits) {
    if (!replica.hasWaiting() && !replica.hasRetries())
        return std::nullopt;
    const BundleOpening opening{drawId(random), replica.state().seen, replica.clockAccount()};
    std::vector<std::string> parts = partsOf(opening, {}, packer);
    Filling filling(replica, packer, limits, parts.front().size());
    filling.run();
    noteWritten(replica.database(), opening.id);
    parts.insert(parts.end(), filling.pushes().begin(), filling.pushes().end());
    return ExportedBundle{sealBundle(BundleKind::Pushes, key, parts, random), filling.records(),
                          filling.isWhole()};
}

platform::Result<ReceiptsOutcome, BundleFault> takeReceipts(Replica& replica, const Packer& packer,
                                                            const BundleKey& key, std::string_view file) {
    using Answer = platform::Result<ReceiptsOutcome, BundleFault>;
    const auto parts = openBundle(file, BundleKind::Receipts, key);
    if (!parts)
        return Answer(parts.error());
    const auto answer = readReceipts(*parts, packer, replica.schema());
    if (!answer)
        return Answer(answer.error());
    if (!wasWritten(replica.database(), answer->id))
        return Answer(ReceiptsOutcome::NotOurs);
    if (!replica.applyCarried(answer->receipts))
        return Answer(ReceiptsOutcome::TooLate);
    return Answer(answer->receipts.historyChanged ? ReceiptsOutcome::OfferAgain : ReceiptsOutcome::Taken);
}

} // namespace lianxin::sync
