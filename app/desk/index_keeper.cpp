// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/index_keeper.h"

#include "platform/sqlite/storage_error.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

/// A job takes about so long; what somebody saves meanwhile, and what the hub sends, waits for no more than
/// one. Fewer and larger jobs would be the quickest, since each ends with a commit.
constexpr qint64 jobMs = 60;
constexpr std::size_t leastEntries = 50;
constexpr std::size_t mostEntries = 2000;
constexpr qint64 betweenTellsMs = 1000;

} // namespace

IndexKeeper::IndexKeeper(window::StoreLink& store) : store_(store) {
    connect(&store_, &window::StoreLink::recordsChanged, this, &IndexKeeper::look);
    look();
}

void IndexKeeper::look() {
    lookAgain_ = true;
    if (!std::exchange(working_, true))
        workOn();
}

void IndexKeeper::workOn() {
    lookAgain_ = false;
    const bool tellsSoon = toldNothingYet_ || told_.elapsed() >= betweenTellsMs;
    store_.ask(
        this,
        [tellsSoon, atMost = entriesInAJob_](store::Device& device) {
            Step step;
            QElapsedTimer time;
            time.start();
            try {
                SearchIndex index(device.replica());
                step.done = index.update(atMost);
                step.tookMs = time.elapsed();
                step.waiting = index.waiting();
                if (tellsSoon || step.waiting == 0)
                    step.counts = index.counts();
            } catch (const platform::StorageError&) {
                step.faulty = true;
            }
            return step;
        },
        [this](const Step& step) { take(step); });
}

void IndexKeeper::take(const Step& step) {
    faulty_ = step.faulty;
    waiting_ = step.waiting;
    if (step.done == entriesInAJob_)
        entriesInAJob_ = std::clamp(step.tookMs < jobMs ? entriesInAJob_ * 3 / 2 : entriesInAJob_ * 2 / 3,
                                    leastEntries, mostEntries);
    if (step.counts) {
        counts_ = *step.counts;
        toldNothingYet_ = false;
        told_.restart();
        emit indexChanged();
    }
    emit changed();
    working_ = !step.faulty && (step.waiting > 0 || lookAgain_);
    if (working_)
        workOn();
}

} // namespace lianxin::desk
