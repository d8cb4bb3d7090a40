// SPDX-License-Identifier: GPL-3.0-or-later
// Every message of the wire, from both sides, as a body in any of its forms. The first byte says which
// message is expected. What is accepted is written again, accepted again, and then says the same.
#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/pack.h"
#include "tests/fuzz/target.h"

using namespace lianxin;
using namespace lianxin::sync;

namespace {

/// The seeds are the examples of PROTOCOL.md, so this is the schema that they speak of.
const Schema& schema() {
    static const Schema schema(7, {RecordType("note",
                                              {{"title", FieldType::Text, MergeRule::Versions},
                                               {"state", FieldType::Text, MergeRule::Latest},
                                               {"tags", FieldType::Text, MergeRule::Set},
                                               {"number", FieldType::Text, MergeRule::Once, true},
                                               {"due_at", FieldType::Time, MergeRule::Latest}},
                                              {})});
    return schema;
}

template <class Decode>
void readTwice(const std::string& json, Decode decode) {
    const auto first = decode(json);
    if (!first)
        return;
    const std::string written = encode(*first);
    const auto second = decode(written);
    fuzz::require(static_cast<bool>(second), "what was accepted is accepted again");
    fuzz::require(encode(*second) == written, "what is written again says the same");
}

void read(char kind, const std::string& json) {
    const WireLimits limits;
    switch (kind) {
    case 'h':
        return readTwice(json, [&](const std::string& text) { return decodeHello(text, limits); });
    case 'H':
        return readTwice(json, [&](const std::string& text) { return decodeHelloAnswer(text, limits); });
    case 'p':
        return readTwice(json, [&](const std::string& text) { return decodePush(text, schema(), limits); });
    case 'P':
        return readTwice(json,
                         [&](const std::string& text) { return decodePushAnswer(text, schema(), limits); });
    case 'l':
        return readTwice(json, [&](const std::string& text) { return decodePull(text, limits); });
    case 'L':
        return readTwice(json,
                         [&](const std::string& text) { return decodePullAnswer(text, schema(), limits); });
    case 'a':
        return readTwice(json, [&](const std::string& text) { return decodeHave(text, limits); });
    case 'A':
        return readTwice(json, [&](const std::string& text) { return decodeHaveAnswer(text, limits); });
    case 's':
        return readTwice(json, [&](const std::string& text) { return decodeSend(text, limits); });
    case 'S':
        return readTwice(json, [&](const std::string& text) { return decodeSendAnswer(text, limits); });
    case 'f':
        return readTwice(json, [&](const std::string& text) { return decodeFetch(text, limits); });
    case 'F':
        return readTwice(json, [&](const std::string& text) { return decodeFetchAnswer(text, limits); });
    default:
        return readTwice(json, [&](const std::string& text) { return decodeFailureAnswer(text, limits); });
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Packer packer(schema());
    if (size == 0)
        return 0;
    const std::string_view text = fuzz::textOf(data, size);
    if (const auto json = packer.unpack(text.substr(1), WireLimits{}))
        read(text.front(), *json);
    return 0;
}
