// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/wire_samples.h"

#include "platform/compress/zstd.h"

#include <QtTest>

using namespace lianxin::sync;
using namespace lianxin::tests;

namespace {

constexpr std::string_view frameMagic = "\x28\xB5\x2F\xFD";

/// A push long enough to have sections.
std::string longJson() {
    Push push;
    push.writer = {0xa1};
    push.through = 400;
    for (int i = 0; i < 400; ++i) {
        Record record =
            typed("kinds", timedId(someTime + i * 977, static_cast<std::uint64_t>(i) * 7'777'777'777),
                  coverAt(0xa1, 1 + i, someTime + i));
        with(record, "number", std::int64_t{i * i * 31});
        with(record, "words", asText("第" + std::to_string(i * i) + "位"));
        with(record, "yes", std::int64_t{i % 2});
        push.records.push_back({record, 1 + i, 0, false});
    }
    return encode(push);
}

} // namespace

class WirePackTest : public QObject {
    Q_OBJECT

    const WireLimits limits_;
    const Packer packer_{wireSchema()};

    std::string roundTrip(const std::string& json, BodyForm form) const {
        return packer_.unpack(packer_.pack(json, form), limits_).value();
    }

private slots:
    void everyFormHoldsTheSame() {
        const std::string small = encode(samplePush());
        for (const BodyForm form : {BodyForm::Plain, BodyForm::Frame, BodyForm::Short}) {
            QCOMPARE(formOf(packer_.pack(small, form)), form);
            QCOMPARE(roundTrip(small, form), small);
            QCOMPARE(roundTrip(longJson(), form), longJson());
        }
    }

    void aLongShortMessageIsAFrameThatAnyToolReads() {
        const std::string body = packer_.pack(longJson(), BodyForm::Short);
        QVERIFY(body.starts_with(frameMagic));
        QCOMPARE(Packer(oldSchema()).unpack(body, limits_).value(), longJson());
    }

    void aSectionBeginsWhereTheLettersChange() {
        const std::string json = longJson();
        QVERIFY(json.find('\n') != std::string::npos);
        lianxin::platform::Compressor compressor;
        std::string without = json;
        std::erase(without, '\n');
        QVERIFY(packer_.pack(json, BodyForm::Frame).size() < compressor.compress(without, 1).size());
        QCOMPARE(outcome(decodePush(without, wireSchema(), limits_)), "read");
    }

    void aSmallMessageIsMuchShorterWithWhatBothSidesKnow() {
        Push push;
        push.writer = {0x123456789abcdef};
        push.after = 43;
        push.through = 44;
        push.records.push_back({editedNote(), 44, 0, true});
        const std::string json = encode(push);
        QVERIFY(packer_.pack(json, BodyForm::Short).size() * 2 < json.size());
    }

    void otherNamesAreAnotherDictionary() {
        QVERIFY(Packer(oldSchema()).dictionaryNumber() != packer_.dictionaryNumber());
        QCOMPARE(Packer(wireSchema()).dictionaryNumber(), packer_.dictionaryNumber());
    }

    void aBodyThatAnotherDictionaryMadeIsSurvived() {
        const std::string body = packer_.pack(encode(samplePush()), BodyForm::Short);
        const auto read = Packer(oldSchema()).unpack(body, limits_);
        QVERIFY(!read || *read != encode(samplePush()));
    }

    void anAnswerThatIsShorterAsItIsStaysPlain() {
        const std::string tiny = R"({"mark":[1438,"wXKhZu_lnt8"]})";
        for (const BodyForm form : {BodyForm::Plain, BodyForm::Frame, BodyForm::Short})
            QCOMPARE(packer_.packAnswer(tiny, form), tiny);
        QCOMPARE(formOf(packer_.packAnswer(encode(samplePullAnswer()), BodyForm::Short)), BodyForm::Short);
        QCOMPARE(formOf(packer_.pack(tiny, BodyForm::Short)), BodyForm::Short);
    }

    void aBombIsRefusedBeforeItTakesMemory() {
        lianxin::platform::Compressor compressor;
        const std::string bomb = compressor.compress(std::string(limits_.plainBytes + 1, ' '), 1);
        QVERIFY(bomb.size() < 10'000);
        QCOMPARE(packer_.unpack(bomb, limits_).error().kind, WireFault::Kind::TooLarge);
        QCOMPARE(packer_.unpack(std::string(limits_.compressedBytes + 1, '{'), limits_).error().kind,
                 WireFault::Kind::TooLarge);
        QCOMPARE(packer_.unpack(std::string(limits_.compressedBytes + 1, 'L'), limits_).error().kind,
                 WireFault::Kind::TooLarge);
    }

    void aBodyThatIsNothingIsMalformed() {
        for (const std::string_view body : {"", "L", "x", "\x28\xB5\x2F\xFD", "Lgarbage"})
            QCOMPARE(packer_.unpack(body, limits_).error().kind, WireFault::Kind::Malformed);
        QVERIFY(!packer_.unpack(packer_.pack(longJson(), BodyForm::Frame) + "x", limits_));
    }
};

QTEST_APPLESS_MAIN(WirePackTest)
#include "wire_pack_test.moc"
