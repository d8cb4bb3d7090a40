// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/wire_samples.h"

#include <QtTest>

using namespace lianxin::sync;
using namespace lianxin::tests;

class WireMessagesTest : public QObject {
    Q_OBJECT

    const WireLimits limits_;

private slots:
    void aHelloComesBack() {
        const Hello hello{1, 7, {0xa1}, {3, 4}, 5, 6, wallAt(someTime), "boot-1"};
        const auto read = decodeHello(encode(hello), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->writer, hello.writer);
        QCOMPARE(read->seen, hello.seen);
        QCOMPARE(read->deviceTime, hello.deviceTime);
        QCOMPARE(read->bootId, hello.bootId);
        QCOMPARE(written(*read), written(hello));
    }

    void anotherVersionOfTheProtocolIsToldApartWhateverElseItSays() {
        const auto read = decodeHello(R"({"protocol":2,"new":true})", limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->protocol, 2);
        QCOMPARE(outcome(decodeHello(R"({"protocol":"2"})", limits_)), "wrong-type protocol");
    }

    void aHelloAnswerComesBack() {
        HelloAnswer answer{wallAt(someTime), {3, 4}, ~std::uint64_t{0}, true, 5, {6, 7}, 8};
        const auto read = decodeHelloAnswer(encode(answer), limits_);
        QCOMPARE(outcome(read), "read");
        QVERIFY(read->historyChanged);
        QCOMPARE(read->round, answer.round);
        QCOMPARE(read->backups, answer.backups);
        QCOMPARE(written(*read), written(answer));
        answer.historyChanged = false;
        QVERIFY(!written(answer).contains("changed"));
    }

    void aPushComesBackWithItsRecordsInOrder() {
        const Push push = samplePush();
        const auto read = decodePush(encode(push), wireSchema(), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->round, push.round);
        QCOMPARE(read->writer, push.writer);
        QCOMPARE(read->after, push.after);
        QCOMPARE(read->through, push.through);
        QCOMPARE(read->records.size(), push.records.size());
        for (std::size_t i = 0; i < push.records.size(); ++i) {
            QCOMPARE(read->records[i].record, push.records[i].record);
            QCOMPARE(read->records[i].position, push.records[i].position);
            QCOMPARE(read->records[i].seen, push.records[i].seen);
            QCOMPARE(read->records[i].partial, push.records[i].partial);
            QCOMPARE(read->records[i].returned, push.records[i].returned);
        }
        QCOMPARE(read->retried.size(), std::size_t{1});
        QCOMPARE(read->retried[0].record, push.retried[0].record);
        QCOMPARE(read->retried[0].position, push.retried[0].position);
        QCOMPARE(written(*read), written(push));
    }

    void aPushAnswerComesBack() {
        const PushAnswer answer = samplePushAnswer();
        const auto read = decodePushAnswer(encode(answer), wireSchema(), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->mark, answer.mark);
        QCOMPARE(read->hubTime, answer.hubTime);
        QCOMPARE(read->refused, answer.refused);
        QCOMPARE(read->erased, answer.erased);
        QCOMPARE(read->records.size(), std::size_t{1});
        QCOMPARE(read->records[0].record, answer.records[0].record);
        QCOMPARE(read->records[0].sequence, answer.records[0].sequence);
        QCOMPARE(written(*read), written(answer));
    }

    void aReceiptHoldsNoParts() {
        PushAnswer answer = samplePushAnswer();
        answer.records.push_back({editedNote(), {}, 701, true});
        QVERIFY(!decodePushAnswer(encode(answer), wireSchema(), limits_));
    }

    void aPullComesBack() {
        const Pull pull{{9, 8}, {{"office", 7}, {"病区-3", 0}}, std::chrono::seconds(25), 6};
        const auto read = decodePull(encode(pull), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->seen, pull.seen);
        QCOMPARE(read->cursors, pull.cursors);
        QCOMPARE(read->wait, pull.wait);
        QCOMPARE(read->complete, pull.complete);
        QCOMPARE(decodePull(R"({"seen":[9,"AAAAAAAAAAA"]})", limits_)->complete, HubSequence{9});
        QCOMPARE(written(Pull{}), R"({"seen":[0,"AAAAAAAAAAA"]})");
        for (const char* mark : {R"([0,"AAAAAAAAAAA",1])", R"([9007199254740992,"AAAAAAAAAAA"])"})
            QCOMPARE(outcome(decodePull(std::string(R"({"seen":)") + mark + '}', limits_)), "malformed seen");
    }

    void aPullAnswerComesBackWithScopesAndHubOrder() {
        const PullAnswer answer = samplePullAnswer();
        const auto read = decodePullAnswer(encode(answer), wireSchema(), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->cursors, answer.cursors);
        QVERIFY(read->more);
        QCOMPARE(read->left.size(), std::size_t{1});
        QCOMPARE(read->left[0].id, answer.left[0].id);
        QCOMPARE(read->left[0].scope, answer.left[0].scope);
        QCOMPARE(read->left[0].sequence, answer.left[0].sequence);
        QCOMPARE(read->records.size(), answer.records.size());
        for (std::size_t i = 0; i < answer.records.size(); ++i) {
            QCOMPARE(read->records[i].record, answer.records[i].record);
            QCOMPARE(read->records[i].scopes, answer.records[i].scopes);
            QCOMPARE(read->records[i].sequence, answer.records[i].sequence);
        }
        QCOMPARE(written(*read), written(answer));
    }

    void messagesAboutBlobsComeBack() {
        const BlobAddress blob = addressOf("picture");
        const std::string bytes("\0\xff bytes", 8);
        QCOMPARE(written(Have{{9, 8}, {blob, addressOf("x")}}),
                 written(*decodeHave(encode(Have{{9, 8}, {blob, addressOf("x")}}), limits_)));
        const auto held = decodeHaveAnswer(encode(HaveAnswer{{9, 8}, {0, std::nullopt, 7}}), limits_);
        QVERIFY((held->held == std::vector<HeldBytes>{0, std::nullopt, 7}));
        const auto sent = decodeSend(encode(Send{{9, 8}, blob, 3, bytes}), limits_);
        QVERIFY(sent->blob == blob && sent->offset == 3 && sent->bytes == bytes);
        QVERIFY(!decodeSendAnswer(encode(SendAnswer{{9, 8}, std::nullopt}), limits_)->held);
        QCOMPARE(decodeFetch(encode(Fetch{{9, 8}, blob, 0}), limits_)->offset, std::int64_t{0});
        const auto fetched = decodeFetchAnswer(encode(FetchAnswer{{9, 8}, 7, bytes}), limits_);
        QVERIFY(fetched->held == 7 && fetched->bytes == bytes);
    }

    void messagesAboutBlobsAreBounded() {
        const BlobAddress blob = addressOf("picture");
        const std::vector<BlobAddress> many(limits_.blobs + 1, blob);
        QCOMPARE(outcome(decodeHave(encode(Have{{}, many}), limits_)), "too-large blobs[1000]");
        const Send most{{}, blob, 0, std::string(limits_.blobBytes, 'x')};
        QCOMPARE(outcome(decodeSend(encode(most), limits_)), "read");
        const Send more{{}, blob, 0, std::string(limits_.blobBytes + 1, 'x')};
        QCOMPARE(outcome(decodeSend(encode(more), limits_)), "too-large bytes");
        const std::string address = toText(blob);
        const auto send = [&](const std::string& blobText, const std::string& rest) {
            return outcome(decodeSend(
                "{\"seen\":[0,\"AAAAAAAAAAA\"],\"blob\":\"" + blobText + '"' + rest + '}', limits_));
        };
        QCOMPARE(send(address, ""), "read");
        QCOMPARE(send(address, ",\"offset\":-1"), "malformed offset");
        QCOMPARE(send(address, ",\"bytes\":\"==\""), "malformed bytes");
        QCOMPARE(send(address + "0000000", ""), "malformed blob");
        QCOMPARE(send(address.substr(1), ""), "malformed blob");
    }

    void everyFailureComesBack() {
        using enum NextAction;
        for (const NextAction action :
             {RetryLater, WaitForNetwork, NeedsEnrolment, NeedsUpgrade, ClockWrong, NewRound, Refused}) {
            FailureAnswer answer{{action, "some-code", "a detail", std::chrono::seconds(30)},
                                 wallAt(someTime),
                                 {dot(3, 4), dot(5, 6)}};
            const auto read = decodeFailureAnswer(encode(answer), limits_);
            QCOMPARE(outcome(read), "read");
            QCOMPARE(read->failure.action, action);
            QCOMPARE(read->failure.code, answer.failure.code);
            QCOMPARE(read->failure.detail, answer.failure.detail);
            QCOMPARE(read->failure.retryAfter, answer.failure.retryAfter);
            QCOMPARE(read->dots, answer.dots);
        }
    }

    void idsAndRandomNumbersMayBeHexadecimal() {
        const auto read = decodePush(R"({"round":"00000000000000ab","through":1,
            "writers":["00000000000000a1"],
            "types":[{"type":"note","id":["01a05a47-36a7-7382-8092-185e5d13fea3"],"stamp":[5],
                      "fields":{"parent.uo":["01a05a4736a773828092185e5d13fea3"]}}]})",
                                     wireSchema(), limits_);
        QCOMPARE(outcome(read), "read");
        QCOMPARE(read->round, std::uint64_t{0xab});
        QCOMPARE(read->writer.value, std::uint64_t{0xa1});
        QCOMPARE(read->records[0].record.id, read->records[0].record.parent());
    }
};

QTEST_APPLESS_MAIN(WireMessagesTest)
#include "wire_messages_test.moc"
