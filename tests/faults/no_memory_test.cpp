// SPDX-License-Identifier: GPL-3.0-or-later
// That memory ran out says nothing about what was being read: it is told as such, and never as a fault of a
// message or a value, which would be refused for good.
#include "sync/record/history.h"
#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "tests/faults/crash/failing_memory.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;

namespace {

enum class Outcome { Read, Refused, NoMemory };

/// What comes of reading when the n-th allocation fails.
template <class Read>
Outcome outcomeAt(long at, Read read) {
    struct Inside {
        explicit Inside(long failing) {
            crash::armMemory(failing, false);
            crash::enterProgram();
        }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;
        ~Inside() {
            crash::leaveProgram();
            crash::disarmMemory();
        }
    } inside(at);
    try {
        return read() ? Outcome::Read : Outcome::Refused;
    } catch (const std::bad_alloc&) {
        return Outcome::NoMemory;
    }
}

} // namespace

class NoMemoryTest : public QObject {
    Q_OBJECT

private slots:
    /// The reader's library sets itself up once, at its first use.
    void initTestCase() { QVERIFY(valueFromJson("1").has_value()); }

    void isNoFaultOfAMessage() {
        const std::string json = encode(Hello{});
        long failing = 1;
        for (;; ++failing) {
            const Outcome outcome =
                outcomeAt(failing, [&] { return static_cast<bool>(decodeHello(json, WireLimits{})); });
            QVERIFY(outcome != Outcome::Refused);
            if (outcome == Outcome::Read)
                break;
        }
        QVERIFY(failing > 1);
    }

    void isNoFaultOfAValue() {
        int without = 0;
        for (long failing = 1; failing <= 4; ++failing) {
            // The reader keeps what it took for a text as long as this: each is longer than the one before.
            const std::string text =
                '"' + std::string(static_cast<std::size_t>(failing) * 100'000, 'x') + '"';
            const Outcome outcome =
                outcomeAt(failing, [&] { return valueFromJson(text).has_value(); });
            QVERIFY(outcome != Outcome::Refused);
            without += outcome == Outcome::NoMemory ? 1 : 0;
        }
        QVERIFY(without > 0);
    }
};

QTEST_GUILESS_MAIN(NoMemoryTest)
#include "no_memory_test.moc"
