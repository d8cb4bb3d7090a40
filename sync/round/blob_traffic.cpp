// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/blob_traffic.h"

#include <algorithm>
#include <utility>

namespace lianxin::sync {

/// Looking into the file costs, so it is done only when there may be something new.
void BlobTraffic::lookAround() {
    if (newsSeen_ == replica_.blobNews())
        return;
    newsSeen_ = replica_.blobNews();
    unasked_.clear();
    for (const BlobAddress& blob : replica_.blobsToSend())
        if (!asked_.contains(blob))
            unasked_.push_back(blob);
    wanted_.clear();
    for (const BlobAddress& blob : replica_.blobsToFetch())
        wanted_.push_back(blob);
}

std::optional<BlobTraffic::Question> BlobTraffic::nextUpload() {
    lookAround();
    if (uploadOpen_)
        return std::nullopt;
    if (!unasked_.empty()) {
        const auto count = std::min(unasked_.size(), options_.askedAtOnce);
        openHave_.assign(unasked_.begin(), unasked_.begin() + static_cast<std::ptrdiff_t>(count));
        unasked_.erase(unasked_.begin(), unasked_.begin() + static_cast<std::ptrdiff_t>(count));
        asked_.insert(openHave_.begin(), openHave_.end());
        uploadOpen_ = true;
        return Have{replica_.state().seen, openHave_};
    }
    while (!uploads_.empty()) {
        const Upload& first = uploads_.front();
        Send part = replica_.nextPart(first.blob, first.held, options_.partBytes);
        if (!part.bytes.empty()) {
            uploadOpen_ = true;
            return part;
        }
        dropFirst(); // it was erased meanwhile
    }
    return std::nullopt;
}

std::optional<Fetch> BlobTraffic::nextFetch() {
    lookAround();
    if (openFetch_)
        return std::nullopt;
    const auto next = std::find_if(wanted_.begin(), wanted_.end(),
                                   [this](const BlobAddress& blob) { return !triedToFetch_.contains(blob); });
    if (next != wanted_.end())
        openFetch_ = replica_.nextFetch(*next);
    return openFetch_;
}

std::optional<Failure> BlobTraffic::take(const HaveAnswer& answer) {
    uploadOpen_ = false;
    const std::vector<BlobAddress> asked = std::exchange(openHave_, {});
    if (answer.held.size() != asked.size())
        return Failure{NextAction::RetryLater, "not-a-hub", "held", {}};
    std::vector<BlobAddress> received;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const HeldBytes& held = answer.held[i];
        if (held == asked[i].size)
            received.push_back(asked[i]);
        else if (held)
            uploads_.push_back({asked[i], *held});
    }
    if (!received.empty())
        replica_.noteBlobsReceived(received, answer.mark);
    sent_ += static_cast<std::int64_t>(received.size());
    return std::nullopt;
}

void BlobTraffic::take(const SendAnswer& answer) {
    constexpr int patience = 2;
    uploadOpen_ = false;
    Upload& first = uploads_.front();
    if (answer.held == first.blob.size) {
        replica_.noteBlobsReceived({first.blob}, answer.mark);
        ++sent_;
        return dropFirst();
    }
    if (!answer.held || (*answer.held <= first.held && ++first.stalls >= patience))
        return dropFirst();
    first.held = *answer.held;
}

void BlobTraffic::take(const FetchAnswer& answer) {
    const Fetch asked = std::exchange(openFetch_, std::nullopt).value();
    const bool more = replica_.applyFetched(asked, answer);
    const BlobState state = replica_.blobState(asked.blob);
    if (more && state.here)
        ++fetched_;
    if (!state.wanted)
        std::erase(wanted_, asked.blob);
    else if (!more)
        triedToFetch_.insert(asked.blob);
}

void BlobTraffic::uploadRefused() {
    uploadOpen_ = false;
    if (openHave_.empty())
        dropFirst();
    openHave_.clear();
}

void BlobTraffic::fetchRefused() {
    triedToFetch_.insert(std::exchange(openFetch_, std::nullopt).value().blob);
}

void BlobTraffic::dropFirst() {
    uploads_.pop_front();
}

bool BlobTraffic::isToAsk() {
    lookAround();
    return !unasked_.empty() || !openHave_.empty();
}

bool BlobTraffic::isDone() {
    lookAround();
    // A record that a page erased took its blob along, and nobody will send that any more.
    while (!uploadOpen_ && !uploads_.empty() && !replica_.blobState(uploads_.front().blob).here)
        dropFirst();
    return unasked_.empty() && uploads_.empty() && !uploadOpen_ && !openFetch_ &&
           std::all_of(wanted_.begin(), wanted_.end(),
                       [this](const BlobAddress& blob) { return triedToFetch_.contains(blob); });
}

} // namespace lianxin::sync
