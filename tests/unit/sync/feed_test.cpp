// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/feed.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace lianxin;
using namespace lianxin::sync;

namespace {

constexpr std::int64_t notes = 1;
constexpr std::int64_t steps = 2;

} // namespace

class FeedTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<Feed> feed_;
    ScopeNumber ward_ = 0;

    std::int64_t lines() {
        feed_->flush();
        auto count = database_.prepare("SELECT count(*) FROM _scope_run");
        count.step();
        return count.integer(0);
    }

    /// Everything after a sequence, part by part, as devices pull it.
    std::vector<HubSequence> readAll(HubSequence after, std::size_t limit) {
        std::vector<HubSequence> sequences;
        while (true) {
            FeedPart part = feed_->read(ward_, after, limit);
            std::set<HubSequence> sorted;
            for (const FeedEntry& entry : part.entries)
                sorted.insert(entry.sequence);
            sequences.insert(sequences.end(), sorted.begin(), sorted.end());
            if (!part.through)
                return sequences;
            if (*part.through <= after)
                return {}; // it would never end
            after = *part.through;
        }
    }

private slots:
    void init() {
        feed_.reset();
        database_ = platform::Database::openMemory();
        feed_.emplace(database_);
        ward_ = feed_->numberOf("ward");
    }
    void cleanup() { feed_.reset(); }

    void whatComesTogetherIsOneLine() {
        for (HubSequence sequence = 1; sequence <= 100; ++sequence)
            feed_->stand(ward_, sequence, notes);
        QCOMPARE(lines(), 1);
        feed_->stand(ward_, 101, notes); // after a commit the run goes on
        QCOMPARE(lines(), 1);
        feed_->stand(ward_, 500, notes); // far away
        QCOMPARE(lines(), 2);
    }

    void aRunIsNeverLongerThanAReaderLooksBack() {
        for (HubSequence sequence = 1; sequence <= 3 * longestRun; ++sequence)
            feed_->stand(ward_, sequence, notes);
        feed_->flush();
        auto longest = database_.prepare("SELECT max(last-first) FROM _scope_run");
        longest.step();
        QVERIFY(longest.integer(0) < longestRun);
        QCOMPARE(readAll(longestRun - 1, 10).size(), static_cast<std::size_t>(2 * longestRun + 1));
    }

    void runsOfTwoTypesThatLieOverOneAnotherAreReadOnceAndWhole() {
        std::vector<HubSequence> all;
        for (HubSequence sequence = 1; sequence <= 200; ++sequence) {
            feed_->stand(ward_, sequence * 3, sequence % 2 == 0 ? notes : steps);
            all.push_back(sequence * 3);
        }
        for (const std::size_t limit : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            std::vector<HubSequence> read = readAll(0, limit);
            for (const HubSequence sequence : all)
                QVERIFY(std::count(read.begin(), read.end(), sequence) == 1);
            QVERIFY(std::is_sorted(read.begin(), read.end()));
        }
        QVERIFY(readAll(all.back(), 1).empty());
    }

    void aPartEndsBeforeWhatItDidNotRead() {
        for (HubSequence sequence = 100; sequence <= 1000; sequence += 100)
            feed_->stand(ward_, sequence, notes);
        const FeedPart part = feed_->read(ward_, 0, 2);
        QCOMPARE(part.entries.size(), std::size_t{2});
        QCOMPARE(*part.through, HubSequence{299});
    }

    void aRecordThatMovesOnLeavesNoLineOfItsOwn() {
        feed_->stand(ward_, 1, notes);
        feed_->moveOn(ward_, 1);
        feed_->stand(ward_, 100, notes);
        QCOMPARE(lines(), 1);
        feed_->moveOn(ward_, 100); // written already
        QCOMPARE(lines(), 0);
        feed_->stand(ward_, 101, notes);
        QCOMPARE(readAll(0, 10), std::vector<HubSequence>{101});
    }

    void whatLeftIsToldUntilItReturns() {
        const Uuid id = *Uuid::parse("01890000-0000-7000-8000-000000000001");
        feed_->notePast(id, 7, {ward_});
        feed_->leave(ward_, 7, notes, id);
        const FeedPart part = feed_->read(ward_, 0, 10);
        QCOMPARE(part.entries.size(), std::size_t{1});
        QVERIFY(part.entries.front().left == id);
        feed_->returned(id, ward_);
        QVERIFY(readAll(0, 10).empty());
    }

    void itsEndIsKnownAgainAfterARestart() {
        feed_->stand(ward_, 5, notes);
        feed_->stand(ward_, 9, notes);
        feed_->flush();
        feed_->reload();
        QCOMPARE(feed_->lastOf(ward_), HubSequence{9});
        feed_->stand(ward_, 10, notes);
        QCOMPARE(readAll(8, 10), (std::vector<HubSequence>{9, 10}));
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
