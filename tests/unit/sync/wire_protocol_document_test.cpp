// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever writes a client from PROTOCOL.md must not be misled: its examples are read and written by the
// program here.
#include "tests/unit/sync/wire_samples.h"

#include "sync/wire/field_spec.h"

#include <nlohmann/json.hpp>

#include <QtTest>

#include <fstream>
#include <iterator>
#include <sstream>

using namespace lianxin::sync;
using namespace lianxin::tests;

namespace {

const Schema& documentSchema() {
    static const Schema schema(7, {RecordType("note",
                                              {{"title", FieldType::Text, MergeRule::Versions},
                                               {"state", FieldType::Text, MergeRule::Latest},
                                               {"tags", FieldType::Text, MergeRule::Set},
                                               {"number", FieldType::Text, MergeRule::Once, true},
                                               {"due_at", FieldType::Time, MergeRule::Latest}},
                                              {})});
    return schema;
}

struct Example {
    std::string kind;
    bool onlyAccepted = false; ///< our programs write it otherwise
    std::string text;
};

std::vector<Example> blocksOf(const std::string& language) {
    std::ifstream file(LIANXIN_SOURCE_DIR "/sync/PROTOCOL.md");
    std::vector<Example> examples;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("```"))
            continue;
        std::istringstream words(line.substr(3));
        std::string word, kind, remark;
        words >> word >> kind >> remark;
        std::string text;
        for (std::string inside; std::getline(file, inside) && inside != "```";)
            text += text.empty() ? inside : "\n" + inside;
        if (word == language)
            examples.push_back({kind, remark == "accepted", text});
    }
    return examples;
}

template <class Message>
std::string rewritten(const Decoded<Message>& decoded) {
    return decoded ? encode(*decoded) : "fault: " + outcome(decoded).toStdString();
}

std::string rewritten(const std::string& kind, const std::string& json) {
    const WireLimits limits;
    if (kind == "hello")
        return rewritten(decodeHello(json, limits));
    if (kind == "hello-answer")
        return rewritten(decodeHelloAnswer(json, limits));
    if (kind == "push")
        return rewritten(decodePush(json, documentSchema(), limits));
    if (kind == "push-answer")
        return rewritten(decodePushAnswer(json, documentSchema(), limits));
    if (kind == "pull")
        return rewritten(decodePull(json, limits));
    if (kind == "pull-answer")
        return rewritten(decodePullAnswer(json, documentSchema(), limits));
    if (kind == "failure")
        return rewritten(decodeFailureAnswer(json, limits));
    return "no such message: " + kind;
}

QByteArray sorted(const std::string& json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    return QByteArray::fromStdString(parsed.is_discarded() ? json : parsed.dump());
}

} // namespace

class WireProtocolDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void everyExampleIsWhatTheProgramWrites() {
        std::map<std::string, int> seen;
        for (const Example& example : blocksOf("json")) {
            ++seen[example.kind];
            const std::string written = rewritten(example.kind, example.text);
            if (example.onlyAccepted)
                QCOMPARE(sorted(rewritten(example.kind, written)), sorted(written));
            else
                QCOMPARE(sorted(written), sorted(example.text));
        }
        const std::map<std::string, int> all{{"failure", 2},    {"hello", 1},       {"hello-answer", 1},
                                             {"pull", 1},       {"pull-answer", 2}, {"push", 2},
                                             {"push-answer", 2}};
        QVERIFY(seen == all);
    }

    void thePrefixIsWhatTheDocumentSays() {
        const auto blocks = blocksOf("text");
        QCOMPARE(blocks.size(), std::size_t{1});
        std::string prefix;
        for (const auto& type : documentSchema().types()) {
            prefix += "\"type\":\"" + type->name() + "\",\"fields\":{";
            for (const Field& field : type->fields())
                prefix += "\"" + fieldSpec(field) + "\":[";
            prefix += "\n";
        }
        QCOMPARE(Packer(documentSchema()).prefix(), prefix + blocks.front().text);
    }

    void everyNameOnTheWireIsInTheDocument() {
        std::ifstream file(LIANXIN_SOURCE_DIR "/sync/PROTOCOL.md");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const auto names = [&text](std::string_view name) {
            return text.find("`" + std::string(name) + "`") != std::string::npos;
        };
        for (int action = 0; action <= static_cast<int>(NextAction::Refused); ++action)
            QVERIFY(names(nameOf(static_cast<NextAction>(action))));
        for (int reason = 0; reason <= static_cast<int>(RefusalReason::TypeDiffers); ++reason)
            QVERIFY(names(nameOf(static_cast<RefusalReason>(reason))));
        for (const WireFault::Kind kind : {WireFault::Kind::TooLarge, WireFault::Kind::Malformed,
                                           WireFault::Kind::WrongType, WireFault::Kind::FieldDiffers})
            QVERIFY(names(nameOf(kind)));
    }
};

QTEST_APPLESS_MAIN(WireProtocolDocumentTest)
#include "wire_protocol_document_test.moc"
