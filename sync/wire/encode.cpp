// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/encode.h"

#include "sync/wire/batch_encode.h"
#include "sync/wire/names.h"
#include "sync/wire/text.h"

namespace lianxin::sync {

namespace {

/// Writes one object. What is at its default is left out by the callers.
class Object {
public:
    void integer(std::string_view key, std::int64_t number) {
        begin(key);
        appendInteger(text_, number);
    }
    void time(std::string_view key, WallTime time) { integer(key, time.time_since_epoch().count()); }
    void text(std::string_view key, std::string_view value) {
        begin(key);
        appendQuoted(text_, value);
    }
    void random(std::string_view key, std::uint64_t number) {
        begin(key);
        appendQuotedRandom(number);
    }
    void mark(std::string_view key, const Mark& mark) {
        begin(key);
        text_ += '[';
        appendInteger(text_, mark.sequence);
        text_ += ',';
        appendQuotedRandom(mark.random);
        text_ += ']';
    }
    void pair(std::string_view key, std::int64_t first, std::int64_t second) {
        begin(key);
        text_ += '[';
        appendInteger(text_, first);
        text_ += ',';
        appendInteger(text_, second);
        text_ += ']';
    }
    /// (after, through]; what covers one local sequence needs to name only that.
    void span(LocalSequence after, LocalSequence through) {
        if (after != through - 1)
            integer("after", after);
        integer("through", through);
    }
    void yes(std::string_view key) {
        begin(key);
        text_ += "true";
    }
    void offset(std::int64_t offset) {
        if (offset != 0)
            integer("offset", offset);
    }
    void held(const HeldBytes& held) {
        if (held)
            integer("held", *held);
    }
    void bytes(std::string_view bytes) {
        if (bytes.empty())
            return;
        begin("bytes");
        text_ += '"';
        appendBase64(text_, bytes);
        text_ += '"';
    }
    void cursors(const Cursors& cursors) {
        if (cursors.empty())
            return;
        begin("cursors");
        for (char before = '{'; const auto& [scope, sequence] : cursors) {
            text_ += before;
            appendQuoted(text_, scope);
            text_ += ':';
            appendInteger(text_, sequence);
            before = ',';
        }
        text_ += '}';
    }
    /// A list of what `append` writes of each item, where there are any.
    template <class Items, class Append>
    void list(std::string_view key, const Items& items, Append append) {
        if (items.empty())
            return;
        begin(key);
        for (char before = '['; const auto& item : items) {
            text_ += before;
            append(text_, item);
            before = ',';
        }
        text_ += ']';
    }
    std::string& rest() { return text_; }
    std::string finish() && {
        text_ += '}';
        return std::move(text_);
    }

private:
    void begin(std::string_view key) {
        text_ += text_.size() == 1 ? "\"" : ",\"";
        text_ += key;
        text_ += "\":";
    }
    void appendQuotedRandom(std::uint64_t number) {
        text_ += '"';
        appendRandom(text_, number);
        text_ += '"';
    }

    std::string text_ = "{";
};

void appendQuotedId(std::string& out, const Uuid& id) {
    out += '"';
    appendId(out, id);
    out += '"';
}

void appendRefused(std::string& out, const RefusedRecord& refused) {
    out += '[';
    appendQuotedId(out, refused.id);
    out += ',';
    appendInteger(out, refused.position);
    out += ',';
    appendQuoted(out, nameOf(refused.reason));
    out += ',';
    appendQuoted(out, refused.detail);
    out += ']';
}

void appendLeft(std::string& out, const LeftScope& left) {
    out += '[';
    appendQuotedId(out, left.id);
    out += ',';
    appendQuoted(out, left.type);
    out += ',';
    appendQuoted(out, left.scope);
    out += ',';
    appendInteger(out, left.sequence);
    out += ']';
}

void appendDot(std::string& out, const Dot& dot) {
    out += "[\"";
    appendRandom(out, dot.writer.value);
    out += "\",";
    appendInteger(out, dot.sequence);
    out += ']';
}

std::vector<BatchRow> rowsOf(const std::vector<PushedRecord>& records) {
    std::vector<BatchRow> rows;
    rows.reserve(records.size());
    for (const PushedRecord& pushed : records)
        rows.push_back(
            {&pushed.record, pushed.position, pushed.seen, pushed.partial, pushed.returned, nullptr});
    return rows;
}

std::vector<BatchRow> rowsOf(const std::vector<PulledRecord>& records) {
    std::vector<BatchRow> rows;
    rows.reserve(records.size());
    for (const PulledRecord& pulled : records)
        rows.push_back({&pulled.record, pulled.sequence, 0, pulled.partial, false, &pulled.scopes});
    return rows;
}

} // namespace

std::string encode(const Hello& hello) {
    Object object;
    object.integer("protocol", hello.protocol);
    object.integer("schema", hello.schemaVersion);
    object.random("writer", hello.writer.value);
    object.mark("seen", hello.seen);
    object.integer("received", hello.receivedThrough);
    object.integer("last", hello.lastSequence);
    object.time("time", hello.deviceTime);
    object.text("boot", hello.bootId);
    return std::move(object).finish();
}

std::string encode(const HelloAnswer& answer) {
    Object object;
    object.time("time", answer.hubTime);
    object.mark("mark", answer.mark);
    object.random("round", answer.round);
    if (answer.historyChanged)
        object.yes("changed");
    object.integer("held", answer.heldThrough);
    object.pair("backups", answer.backups.sequence, answer.backups.ledger);
    object.integer("schema", answer.schemaVersion);
    if (answer.dictionary != 0)
        object.random("dictionary", answer.dictionary);
    return std::move(object).finish();
}

std::string encode(const Push& push) {
    Object object;
    object.random("round", push.round);
    object.span(push.after, push.through);
    BatchEncoder batch;
    batch.indexOf(push.writer); // the first of the writers is the one that pushes
    batch.appendGroups(object.rest(), "types", BatchKind::Pushed, push.after + 1, rowsOf(push.records));
    batch.appendGroups(object.rest(), "retried", BatchKind::Pushed, 1, rowsOf(push.retried));
    batch.appendShared(object.rest());
    return std::move(object).finish();
}

std::string encode(const PushAnswer& answer) {
    Object object;
    object.mark("mark", answer.mark);
    if (!answer.records.empty())
        object.time("time", answer.hubTime);
    object.list("refused", answer.refused, appendRefused);
    object.list("erased", answer.erased, appendQuotedId);
    BatchEncoder batch;
    batch.appendGroups(object.rest(), "types", BatchKind::Pulled, answer.mark.sequence,
                       rowsOf(answer.records));
    batch.appendShared(object.rest());
    return std::move(object).finish();
}

std::string encode(const Pull& pull) {
    Object object;
    object.mark("seen", pull.seen);
    object.cursors(pull.cursors);
    if (pull.wait.count() != 0)
        object.integer("wait", pull.wait.count());
    if (pull.complete != pull.seen.sequence)
        object.integer("complete", pull.complete);
    return std::move(object).finish();
}

std::string encode(const PullAnswer& answer) {
    Object object;
    object.time("time", answer.hubTime);
    object.mark("mark", answer.mark);
    object.cursors(answer.cursors);
    object.list("left", answer.left, appendLeft);
    if (answer.more)
        object.yes("more");
    BatchEncoder batch;
    batch.appendGroups(object.rest(), "types", BatchKind::Pulled, answer.mark.sequence,
                       rowsOf(answer.records));
    batch.appendShared(object.rest());
    return std::move(object).finish();
}

std::string encode(const Have& have) {
    Object object;
    object.mark("seen", have.seen);
    object.list("blobs", have.blobs,
                [](std::string& out, const BlobAddress& blob) { appendQuoted(out, toText(blob)); });
    return std::move(object).finish();
}

std::string encode(const HaveAnswer& answer) {
    Object object;
    object.mark("mark", answer.mark);
    object.list("held", answer.held, [](std::string& out, const HeldBytes& held) {
        held ? appendInteger(out, *held) : void(out += "null");
    });
    return std::move(object).finish();
}

std::string encode(const Send& send) {
    Object object;
    object.mark("seen", send.seen);
    object.text("blob", toText(send.blob));
    object.offset(send.offset);
    object.bytes(send.bytes);
    return std::move(object).finish();
}

std::string encode(const SendAnswer& answer) {
    Object object;
    object.mark("mark", answer.mark);
    object.held(answer.held);
    return std::move(object).finish();
}

std::string encode(const Fetch& fetch) {
    Object object;
    object.mark("seen", fetch.seen);
    object.text("blob", toText(fetch.blob));
    object.offset(fetch.offset);
    return std::move(object).finish();
}

std::string encode(const FetchAnswer& answer) {
    Object object;
    object.mark("mark", answer.mark);
    object.held(answer.held);
    object.bytes(answer.bytes);
    return std::move(object).finish();
}

std::string encode(const FailureAnswer& answer) {
    Object object;
    object.text("next", nameOf(answer.failure.action));
    object.text("code", answer.failure.code);
    if (!answer.failure.detail.empty())
        object.text("detail", answer.failure.detail);
    if (answer.failure.retryAfter)
        object.integer("retryAfter", answer.failure.retryAfter->count());
    object.time("time", answer.hubTime);
    object.list("dots", answer.dots, appendDot);
    return std::move(object).finish();
}

} // namespace lianxin::sync
