// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/record_generators.h"
#include "tests/unit/sync/wire_samples.h"

#include <QtTest>

using namespace lianxin::sync;
using namespace lianxin::tests;

namespace {

Record asWireNote(Record record) {
    record.type = wireSchema().find("note");
    record.id = timedId(someTime + below(1000), static_cast<std::uint64_t>(1 + below(1'000'000)));
    return record;
}

PullAnswer anyPage(World world) {
    PullAnswer answer;
    answer.hubTime = wallAt(below(1000));
    answer.mark = {100'000, static_cast<std::uint64_t>(below(5))};
    for (int count = below(30); count > 0; --count) {
        HubSequence sequence = answer.records.empty() ? 0 : answer.records.back().sequence;
        sequence += 1 + below(3);
        answer.records.push_back({asWireNote(anyNote(world).record), {}, sequence});
        for (const char* scope : {"office", "ward"})
            if (oneIn(2))
                answer.records.back().scopes.push_back(scope);
    }
    return answer;
}

bool sameRecords(const PullAnswer& a, const PullAnswer& b) {
    return std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(),
                      [](const PulledRecord& one, const PulledRecord& other) {
                          return sameContent(one.record, other.record) && one.scopes == other.scopes &&
                                 one.sequence == other.sequence;
                      });
}

} // namespace

class WirePropertyTest : public QObject {
    Q_OBJECT

    const WireLimits limits_;

private slots:
    void whateverJoinsMadeComesBack() {
        for (const World world : {World::Honest, World::Copied}) {
            QVERIFY(rc::check([&] {
                const PullAnswer sent = anyPage(world);
                const auto read = decodePullAnswer(encode(sent), wireSchema(), limits_);
                RC_ASSERT(outcome(read) == "read");
                RC_ASSERT(sameRecords(*read, sent));
                RC_ASSERT(encode(*read) == encode(sent));
            }));
        }
    }

    void aReplicaThatKnowsNothingPassesEverythingOn() {
        QVERIFY(rc::check([&] {
            const PullAnswer sent = anyPage(World::Honest);
            const auto passed = decodePullAnswer(encode(sent), oldSchema(), limits_);
            RC_ASSERT(outcome(passed) == "read");
            const auto read = decodePullAnswer(encode(*passed), wireSchema(), limits_);
            RC_ASSERT(outcome(read) == "read");
            RC_ASSERT(sameRecords(*read, sent));
        }));
    }

    void whatWasReadCanBeJoinedAndSentOn() {
        QVERIFY(rc::check([&] {
            PullAnswer one = anyPage(World::Copied);
            const PullAnswer other = anyPage(World::Copied);
            std::vector<Loser> losers;
            for (std::size_t i = 0; i < std::min(one.records.size(), other.records.size()); ++i)
                join(one.records[i].record, other.records[i].record, losers);
            RC_LOG(encode(one));
            RC_ASSERT(outcome(decodePullAnswer(encode(one), wireSchema(), limits_)) == "read");
        }));
    }

    void whatNoProgramOfOursWritesIsReadOrRefusedButNeverPassedOnBroken() {
        QVERIFY(rc::check([&] {
            const auto read = decodePullAnswer(encode(anyPage(World::Hostile)), wireSchema(), limits_);
            if (read) {
                const auto again = decodePullAnswer(encode(*read), wireSchema(), limits_);
                RC_ASSERT(outcome(again) == "read");
                RC_ASSERT(sameRecords(*again, *read));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(WirePropertyTest)
#include "wire_property_test.moc"
