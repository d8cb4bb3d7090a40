// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bundle/hub_bundle.h"

#include "sync/bundle/bundle_messages.h"
#include "sync/mutants.h"
#include "sync/replica/restamping.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

using Taking = platform::Result<TakenBundle, BundleRefusal>;

struct Sender {
    DeviceNumber device = 0;
    BundleKey key;
};

std::optional<Sender> senderOf(const Hub& hub, const platform::Hash128& whose) {
    for (const auto& [digest, device] : hub.directory().secrets()) {
        platform::Hash256 hash{};
        if (digest.size() != hash.size())
            continue;
        std::transform(digest.begin(), digest.end(), hash.begin(),
                       [](char byte) { return static_cast<std::byte>(byte); });
        if (const BundleKey key = bundleKeyOf(hash); key.whose == whose)
            return Sender{device, key};
    }
    return std::nullopt;
}

/// True time minus time since boot, when the bundle was written. The device's word is good if the time that
/// it tells lies between what the device last heard of the hub and now; else it is taken to have come at
/// once.
Milliseconds offsetOf(const ClockAccount& clock, WallTime lastHeard, WallTime now) {
    const bool isPossible = clock.time >= lastHeard - clockTolerance && clock.time <= now + clockTolerance;
    return (isPossible ? clock.time : now).time_since_epoch() - clock.sinceBoot;
}

struct Offset {
    Milliseconds offset{};
    bool cameBefore = false;
};

/// The offset of this bundle, fixed when it first came.
Offset fixedOffset(Hub& hub, const Sender& sender, const BundleOpening& opening, WallTime now) {
    platform::Database& database = hub.database();
    database.exec("CREATE TABLE IF NOT EXISTS _bundle(id BLOB PRIMARY KEY,device INTEGER NOT NULL,taken "
                  "INTEGER NOT NULL,clock_offset INTEGER NOT NULL)STRICT");
    auto known = database.prepare("SELECT clock_offset FROM _bundle WHERE id=? AND device=?");
    known.bindBlob(1, opening.id.view());
    known.bind(2, sender.device);
    if (known.step() && !MUTANT(bundle_offset_anew))
        return {Milliseconds{known.integer(0)}, true};
    const Milliseconds offset = offsetOf(opening.clock, hub.directory().find(sender.device)->lastSeen, now);
    auto insert = database.prepare("INSERT OR REPLACE INTO _bundle VALUES(?,?,?,?)");
    insert.bindBlob(1, opening.id.view());
    insert.bind(2, sender.device);
    insert.bind(3, now.time_since_epoch().count());
    insert.bind(4, offset.count());
    insert.run();
    return {offset, false};
}

template <class Visit>
void forEachPushed(std::vector<Push>& pushes, Visit visit) {
    for (Push& push : pushes)
        for (auto* list : {&push.records, &push.retried})
            for (PushedRecord& pushed : *list)
                visit(pushed.record);
}

/// What the device would have done, had it heard the hub's time when it wrote the bundle.
std::vector<CorrectedStamp> correctStamps(ClockAccount clock, Milliseconds offset,
                                          std::vector<Push>& pushes) {
    platform::Database nowhere = platform::Database::openMemory();
    RunLog runs(nowhere);
    std::erase_if(clock.boots, [&](const KnownBoot& boot) { return boot.bootId == clock.bootId; });
    clock.boots.push_back({clock.bootId, offset, offset});
    runs.adopt(clock);
    if (!pushes.empty())
        runs.begin(pushes.back().writer, pushes.back().through + 1);
    const auto isOwn = [&runs](const Dot& dot) { return runs.wrote(dot); };
    Corrections corrections;
    std::map<LocalSequence, Stamp> fixed{{clock.stampedThrough, clock.above}};
    forEachPushed(pushes, [&](const Record& record) {
        collect(corrections, record,
                [&](const Dot& dot) { return isOwn(dot) && dot.sequence > clock.stampedThrough; });
        forEachStamped(record, [&](const auto& stamped) {
            if (isOwn(stamped.dot) && stamped.dot.sequence <= clock.stampedThrough)
                fixed[stamped.dot.sequence] = std::max(fixed[stamped.dot.sequence], stamped.stamp);
        });
    });
    const WallTime written{offset + clock.sinceBoot};
    workOut(corrections, fixed, runs, {written, written});
    forEachPushed(pushes, [&](Record& record) { correct(record, corrections); });
    std::vector<CorrectedStamp> corrected;
    for (const auto& [sequence, correction] : corrections)
        if (correction.stamp != correction.old)
            corrected.push_back({sequence, correction.old, correction.stamp});
    return corrected;
}

std::optional<FailureAnswer> refused(Hub& hub, DeviceNumber device, const std::vector<Push>& pushes) {
    for (const Push& push : pushes)
        if (auto failure = hub.refuseCarried(device, push))
            return failure;
    return std::nullopt;
}

std::optional<BundleRefusal> admit(Hub& hub, TakenBundle& taken, std::vector<Push> pushes) {
    for (Push& push : pushes) {
        SentBatch batch = sentBatch(push);
        auto answer = hub.pushCarried(taken.device, std::move(push));
        // The first may be refused, when there is no room for it: nothing was taken then.
        if (const auto* failure = std::get_if<FailureAnswer>(&answer)) {
            if (taken.receipts.batches.empty())
                return *failure;
            return std::nullopt;
        }
        auto& receipt = std::get<PushAnswer>(answer);
        taken.records += static_cast<std::int64_t>(batch.records.size());
        taken.refused += static_cast<std::int64_t>(receipt.refused.size());
        taken.receipts.batches.emplace_back(std::move(batch), std::move(receipt));
    }
    return std::nullopt;
}

} // namespace

Taking takeBundle(Hub& hub, const Packer& packer, WallTime now, std::string_view file) {
    if (file.size() > largestBundle)
        return Taking(BundleRefusal(BundleFault::TooLarge));
    const auto whose = whoseBundle(file, BundleKind::Pushes);
    if (!whose)
        return Taking(BundleRefusal(whose.error()));
    const auto sender = senderOf(hub, *whose);
    if (!sender)
        return Taking(BundleRefusal(BundleFault::NotOpened));
    const auto parts = openBundle(file, BundleKind::Pushes, sender->key);
    if (!parts)
        return Taking(BundleRefusal(parts.error()));
    auto bundle = readPushes(*parts, packer, hub.schema());
    if (!bundle)
        return Taking(BundleRefusal(bundle.error()));
    if (auto failure = hub.refuseCarried(sender->device, {}))
        return Taking(BundleRefusal(std::move(*failure)));
    const BundleOpening& opening = bundle->opening;
    TakenBundle taken{sender->device, sender->key, opening.id, 0, 0, false, {}};
    taken.receipts.seen = opening.seen;
    taken.receipts.bootId = opening.clock.bootId;
    taken.receipts.left = opening.clock.sinceBoot;
    taken.receipts.hubTime = now;
    taken.receipts.historyChanged = !hub.holds(opening.seen);
    if (taken.receipts.historyChanged)
        return Taking(std::move(taken));
    const Offset offset = fixedOffset(hub, *sender, opening, now);
    taken.cameBefore = offset.cameBefore;
    taken.receipts.corrected = correctStamps(opening.clock, offset.offset, bundle->pushes);
    if (auto failure = refused(hub, sender->device, bundle->pushes))
        return Taking(BundleRefusal(std::move(*failure)));
    if (auto refusal = admit(hub, taken, std::move(bundle->pushes)))
        return Taking(std::move(*refusal));
    return Taking(std::move(taken));
}

std::string sealReceipts(TakenBundle taken, const Mark& mark, const Packer& packer,
                         platform::Random& random) {
    taken.receipts.mark = mark;
    for (auto& [batch, answer] : taken.receipts.batches)
        answer.mark = mark;
    return sealBundle(BundleKind::Receipts, taken.key, partsOf({taken.id, std::move(taken.receipts)}, packer),
                      random);
}

} // namespace lianxin::sync
