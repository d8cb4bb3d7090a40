// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/crypto/hash.h"
#include "platform/crypto/secret.h"
#include "platform/random/random.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QtTest>

#include <algorithm>
#include <array>
#include <set>

using namespace lianxin::platform;

namespace {

template <class Hash>
QByteArray hexOf(const Hash& hash) {
    return QByteArray(reinterpret_cast<const char*>(hash.data()), static_cast<int>(hash.size())).toHex();
}

} // namespace

class RandomTest : public QObject {
    Q_OBJECT

private slots:
    void theSystemsNumbersDoNotRepeat() {
        SystemRandom random;
        std::set<std::uint64_t> seen;
        for (int i = 0; i < 1000; ++i) {
            seen.insert(random.next());
        }
        QCOMPARE(seen.size(), std::size_t{1000});
    }

    void aCopyOfTheProcessDrawsOtherNumbers() {
        SystemRandom random;
        static_cast<void>(random.next());
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const std::uint64_t drawn = random.next();
            ::_exit(::write(pipe[1], &drawn, sizeof(drawn)) == sizeof(drawn) ? 0 : 1);
        }
        std::uint64_t ofChild = 0;
        QCOMPARE(::read(pipe[0], &ofChild, sizeof(ofChild)), ssize_t{sizeof(ofChild)});
        ::waitpid(child, nullptr, 0);
        ::close(pipe[0]);
        ::close(pipe[1]);
        QVERIFY(random.next() != ofChild);
    }

    void aSeedGivesTheSameNumbersEverywhere() {
        SeededRandom random(1234567);
        QCOMPARE(random.next(),
                 std::uint64_t{6457827717110365317U}); // the published test values of splitmix64
        QCOMPARE(random.next(), std::uint64_t{3203168211198807973U});
        QCOMPARE(random.next(), std::uint64_t{9817491932198370423U});
    }

    void numbersBelowABoundAreEven() {
        SeededRandom random(1);
        std::array<int, 6> counts{};
        for (int i = 0; i < 60'000; ++i) {
            ++counts[random.below(6)];
        }
        QVERIFY(std::all_of(counts.begin(), counts.end(),
                            [](int count) { return count > 9'500 && count < 10'500; }));
        QCOMPARE(random.below(1), std::uint64_t{0});
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(random.below(0)), std::invalid_argument);
    }

    void hashesAreBlake2b() {
        QCOMPARE(hexOf(hash256("")),
                 QByteArray("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
        QCOMPARE(hexOf(hash128("")), QByteArray("cae66941d9efbd404e4d88758ea67670"));
        QVERIFY(hash256("a") != hash256("b"));
        const std::array<std::byte, 1> a{std::byte{'a'}};
        QVERIFY(hash256(a) == hash256("a"));
        QVERIFY(hash128(a) == hash128("a"));
    }

    void aSecretIsTwentyFourSafeCharacters() {
        SystemRandom random;
        const std::string secret = makeSecret(random);
        QCOMPARE(secret.size(), std::size_t{24});
        QVERIFY(secret.find_first_not_of(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
        QVERIFY(makeSecret(random) != secret);
    }

    void secretsAreComparedByContent() {
        QVERIFY(equalInConstantTime("same", "same"));
        QVERIFY(!equalInConstantTime("same", "sama"));
        QVERIFY(!equalInConstantTime("same", "sam"));
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(equalInConstantTime(hashSecret("same"), hashSecret("same")));
        QVERIFY(!equalInConstantTime(hashSecret("same"), hashSecret("other")));
    }
};

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
