// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/crypto/sealed.h"

#include "platform/crypto/secret.h"

#include <QtTest>

using namespace lianxin::platform;

class SealedTest : public QObject {
    Q_OBJECT

    SeededRandom random_{1};
    Hash256 key_ = deriveKey(hashSecret("secret"), "test");

private slots:
    void whatIsSealedOpensAgain() {
        for (const std::string plain : {"", "x", "一段文字"}) {
            const std::string sealed = seal(plain, "open", key_, random_);
            QCOMPARE(sealed.size(), plain.size() + sealBytes);
            QCOMPARE(openSealed(sealed, "open", key_).value(), plain);
            QVERIFY(plain.size() < 2 || sealed.find(plain) == std::string::npos);
        }
    }

    void theSameTwiceIsSealedDifferently() {
        QVERIFY(seal("same", "", key_, random_) != seal("same", "", key_, random_));
    }

    void oneChangedBitOpensNothing() {
        const std::string sealed = seal("words", "open", key_, random_);
        for (std::size_t at = 0; at < sealed.size(); ++at) {
            std::string changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY(!openSealed(changed, "open", key_));
        }
        for (std::size_t size = 0; size < sealed.size(); ++size)
            QVERIFY(!openSealed(std::string_view(sealed).substr(0, size), "open", key_));
    }

    void anotherKeyAndAnotherHeadOpenNothing() {
        const std::string sealed = seal("words", "open", key_, random_);
        QVERIFY(!openSealed(sealed, "opem", key_));
        QVERIFY(!openSealed(sealed, "open", deriveKey(hashSecret("secret"), "tesu")));
        QVERIFY(!openSealed(sealed, "open", deriveKey(hashSecret("secreu"), "test")));
    }
};

QTEST_GUILESS_MAIN(SealedTest)
#include "sealed_test.moc"
