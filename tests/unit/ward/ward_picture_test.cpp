// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/bed_list.h"
#include "tests/unit/ward/ward_device.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::ward;

namespace {

const QDate today(2026, 11, 23);

sync::Value at(const QDate& day, int hour) {
    return QDateTime(day, QTime(hour, 0)).toMSecsSinceEpoch();
}

sync::Value words(const char* text) {
    return std::string(text);
}

/// One ward on one day.
struct Round {
    WardDevice folder;
    store::Device device{folder.folder()};
    const Ids& ids = folder.ids();

    sync::Uuid stayAt(const sync::Uuid& bed) {
        return save(device, "stay",
                    {{"patient_ref", words("P-1")},
                     {"ward", ids.ward},
                     {"bed", bed},
                     {"admitted_at", at(today.addDays(-4), 9)}});
    }
    sync::Uuid visit(const sync::Value& stay, const sync::Uuid& bed, const char* outcome,
                     const sync::Value& time) {
        return save(device, "visit",
                    {{"ward", ids.ward},
                     {"bed", bed},
                     {"stay", stay},
                     {"visited_at", time},
                     {"visited_by", ids.nurse},
                     {"outcome", words(outcome)}});
    }
    WardPicture picture() { return readWard(device, {}, today); }
    Bed first() { return picture().beds.front(); }
};

} // namespace

class WardPictureTest : public QObject {
    Q_OBJECT

private slots:
    void bedsStandInTheirOwnOrderWithoutAnyStays() {
        Round round;
        const WardPicture picture = round.picture();
        QCOMPARE(picture.ward.name, QStringLiteral("骨科病区"));
        QVERIFY(!picture.staysKnown);
        QCOMPARE(picture.beds.size(), std::size_t{2});
        QCOMPARE(picture.beds[0].label, QStringLiteral("1 床"));
        QVERIFY(!picture.beds[0].free);
        QVERIFY(picture.beds[0].seen == Seen::NotYet);
    }

    void onlyTodaysVisitCounts_R079() {
        Round round;
        round.visit({}, round.ids.firstBed, "visited", at(today.addDays(-1), 10));
        QVERIFY(round.first().seen == Seen::NotYet);
        round.visit({}, round.ids.firstBed, "refused", at(today, 8));
        QVERIFY(round.first().seen == Seen::Refused);
        QCOMPARE(round.first().seenBy, QStringLiteral("护士 N-1"));
        QVERIFY(round.picture().beds[1].seen == Seen::NotYet);
    }

    void whoeverWasSeenOnceTodayWasSeen_R079() {
        Round round;
        round.visit({}, round.ids.firstBed, "absent", at(today, 8));
        round.visit({}, round.ids.firstBed, "visited", at(today, 9));
        round.visit({}, round.ids.firstBed, "absent", at(today, 15));
        QVERIFY(round.first().seen == Seen::Visited);
        QCOMPARE(round.first().seenAt.time(), QTime(9, 0));
        round.visit({}, round.ids.secondBed, "refused", at(today, 8));
        round.visit({}, round.ids.secondBed, "absent", at(today, 9));
        QVERIFY(round.picture().beds[1].seen == Seen::Absent);
    }

    void aVisitGoesWithThePatientToAnotherBed_R079() {
        Round round;
        const sync::Uuid stay = round.stayAt(round.ids.secondBed);
        round.visit(stay, round.ids.firstBed, "visited", at(today, 8)); // before the move
        const WardPicture picture = round.picture();
        QVERIFY(picture.beds[0].free);
        QVERIFY(picture.beds[1].seen == Seen::Visited);
        QCOMPARE(picture.beds[1].dayOfStay, 5);
    }

    void aBedNobodyLiesInIsFreeUntilItIsVisited_R079() {
        Round round;
        round.stayAt(round.ids.secondBed);
        QVERIFY(round.first().free);
        round.visit({}, round.ids.firstBed, "visited", at(today, 8)); // the list of stays is late
        QVERIFY(!round.first().free);
    }

    void aCardBelongsToAStay_R077() {
        Round round;
        const sync::Uuid stay = round.stayAt(round.ids.firstBed);
        QVERIFY(!round.first().cardGivenAt.isValid());
        save(round.device, "card_handout",
             {{"ward", round.ids.ward}, {"stay", stay}, {"given_at", at(today.addDays(-3), 9)}});
        QVERIFY(round.first().cardGivenAt.isValid());
        QVERIFY(!round.picture().beds[1].cardGivenAt.isValid());
    }

    void withoutStaysACardIsKnownForTheDayOfItsVisit_R077() {
        Round round;
        const sync::Uuid old = round.visit({}, round.ids.firstBed, "visited", at(today.addDays(-1), 8));
        const sync::Uuid now = round.visit({}, round.ids.secondBed, "visited", at(today, 8));
        for (const sync::Uuid& visit : {old, now})
            save(round.device, "card_handout",
                 {{"ward", round.ids.ward}, {"visit", visit}, {"given_at", at(today, 8)}});
        QVERIFY(!round.first().cardGivenAt.isValid()); // somebody else may lie there by now
        QVERIFY(round.picture().beds[1].cardGivenAt.isValid());
    }

    void filtersCountAndKeepTheOrder() {
        Round round;
        round.visit({}, round.ids.firstBed, "visited", at(today, 8));
        BedList beds;
        const WardPicture picture = round.picture();
        beds.take(picture.beds, picture.staysKnown);
        QCOMPARE(beds.visited(), 1);
        QCOMPARE(beds.notYet(), 1);
        QCOMPARE(beds.withoutCard(), 2);
        QCOMPARE(beds.shown()->count(), 2);
        beds.setFilter(BedList::NotYet);
        QCOMPARE(beds.shown()->count(), 1);
        QCOMPARE(beds.shown()->data(beds.shown()->index(0), Qt::UserRole + 1).toString(),
                 QStringLiteral("2 床"));
    }
};

QTEST_GUILESS_MAIN(WardPictureTest)
#include "ward_picture_test.moc"
