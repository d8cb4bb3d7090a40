// SPDX-License-Identifier: GPL-3.0-or-later
// Those who wait at the hub for something new: how they come, and the four ways in which their wait ends.
#include "sync/hub/service.h"
#include "sync/wire/encode.h"

#include <algorithm>
#include <utility>

namespace lianxin::sync {

/// On the server's thread.
void HubService::noticeThatSomeoneLeft() {
    {
        const std::scoped_lock lock(queueMutex_);
        someoneLeft_ = true;
    }
    queueChanged_.notify_one();
}

void HubService::forgetWaitersWhoLeft() {
    {
        const std::scoped_lock lock(queueMutex_);
        if (!std::exchange(someoneLeft_, false))
            return;
    }
    // Without the lock: the end of a waiter waits for its call of noticeThatSomeoneLeft().
    std::erase_if(waiters_, [](const auto& waiter) { return waiter.second.left.stop_requested(); });
}

HubService::Job HubService::endWait(Waiters::iterator at) {
    Job job;
    job.device = at->first;
    job.request = std::move(at->second.pull);
    job.form = at->second.form;
    job.reply = std::move(at->second.reply);
    waiters_.erase(at);
    return job;
}

void HubService::addWaitersWhoseTimeIsUp(std::vector<Job>& jobs) {
    const Milliseconds now = clock_.sinceBoot();
    for (auto at = waiters_.begin(); at != waiters_.end();) {
        const auto waiter = at++;
        if (now < waiter->second.until)
            continue;
        waiter->second.pull.wait = std::chrono::seconds(0);
        jobs.push_back(endWait(waiter));
    }
}

/// As many as a group takes: their pages are in memory at once. The others come with the next.
void HubService::addWaitersWithNews(std::vector<Job>& jobs) {
    if (hub_.lastSequence() == servedThrough_ && !newsLeft_)
        return;
    const std::size_t most = jobs.size() + options_.jobsInGroup;
    newsLeft_ = false;
    for (auto at = waiters_.begin(); at != waiters_.end();) {
        const auto waiter = at++;
        if (!hub_.hasNews(waiter->first, waiter->second.pull.cursors))
            continue;
        if (jobs.size() >= most) {
            newsLeft_ = true;
            return;
        }
        jobs.push_back(endWait(waiter));
        handleJob(jobs.back());
    }
}

/// A device waits once. Its newer question takes the place of the older, whose asker has most likely gone.
bool HubService::keptWaiting(Job& job, const Mark& mark) {
    auto* pull = std::get_if<Pull>(&job.request);
    if (!pull || pull->wait == std::chrono::seconds(0))
        return false;
    const auto* answer = std::get_if<PullAnswer>(&job.answer);
    if (!answer || !answer->records.empty() || !answer->left.empty() || answer->cursors != pull->cursors)
        return false;
    const auto [at, isNew] = waiters_.try_emplace(job.device);
    if (!isNew)
        answerNothingNew(at->second, mark);
    Waiter& waiter = at->second;
    waiter.whenLeft.reset();
    waiter.pull = std::move(*pull);
    waiter.form = job.form;
    waiter.reply = std::move(job.reply);
    waiter.until = clock_.sinceBoot() + std::min(waiter.pull.wait, options_.longestWait);
    waiter.left = std::move(job.left);
    waiter.whenLeft.emplace(waiter.left, [this] { noticeThatSomeoneLeft(); });
    return true;
}

void HubService::answerNothingNew(Waiter& waiter, const Mark& mark) const {
    PullAnswer answer;
    answer.hubTime = clock_.wall();
    answer.mark = mark;
    answer.cursors = std::move(waiter.pull.cursors);
    waiter.reply({200, packer_.packAnswer(encode(answer), waiter.form), {}, std::nullopt});
}

} // namespace lianxin::sync
