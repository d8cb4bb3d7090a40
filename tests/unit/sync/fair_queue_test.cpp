// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/fair_queue.h"

#include <QtTest>

#include <string>

using lianxin::sync::FairQueue;

class FairQueueTest : public QObject {
    Q_OBJECT

private slots:
    void whoeverBringsManyLetsTheOthersPass() {
        FairQueue<int, std::string> queue;
        for (const char* item : {"a1", "a2", "a3"})
            queue.push(1, item);
        queue.push(2, "b1");
        queue.push(3, "c1");
        queue.push(2, "b2");
        std::string order;
        while (auto item = queue.pop())
            order += *item + ' ';
        QCOMPARE(order, std::string("a1 b1 c1 a2 b2 a3 "));
        QVERIFY(queue.empty());
    }

    void whoeverComesBackStandsLast() {
        FairQueue<int, std::string> queue;
        queue.push(1, "a1");
        queue.push(2, "b1");
        QCOMPARE(*queue.pop(), std::string("a1"));
        queue.push(1, "a2");
        QCOMPARE(*queue.pop(), std::string("b1"));
        QCOMPARE(*queue.pop(), std::string("a2"));
    }
};

QTEST_GUILESS_MAIN(FairQueueTest)
#include "fair_queue_test.moc"
