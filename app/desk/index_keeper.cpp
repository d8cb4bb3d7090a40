// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/index_keeper.h"

#include "platform/sqlite/storage_error.h"

namespace lianxin::desk {

namespace {

constexpr std::size_t entriesInAJob = 200;
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
        [tellsSoon](store::Device& device) {
            Step step;
            try {
                SearchIndex index(device.replica());
                step.done = index.update(entriesInAJob);
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
