// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/search_index.h"

#include "app/desk/search_words.h"
#include "platform/sqlite/transaction.h"

namespace lianxin::desk {

namespace {

using domain::MatterStage;

/// Another one: what is in the file is thrown away and built anew.
constexpr std::int64_t indexVersion = 3;

constexpr const char* tables = R"sql(
DROP TABLE IF EXISTS desk_text;
DROP TABLE IF EXISTS desk_said;
DROP TABLE IF EXISTS desk_entry;
DROP TABLE IF EXISTS desk_changed;
DROP TABLE IF EXISTS desk_index;
CREATE TABLE desk_index(version INTEGER NOT NULL)STRICT;
CREATE TABLE desk_changed(id BLOB PRIMARY KEY,type INTEGER NOT NULL)STRICT,WITHOUT ROWID;
CREATE TABLE desk_entry(
    entry INTEGER PRIMARY KEY,id BLOB NOT NULL UNIQUE,type INTEGER NOT NULL,at INTEGER NOT NULL,
    kind TEXT NOT NULL,stage INTEGER NOT NULL,provisional INTEGER NOT NULL,conflicts INTEGER NOT NULL,
    department BLOB,source BLOB,origin TEXT NOT NULL,number TEXT NOT NULL,anonymous INTEGER NOT NULL,
    has_opinion INTEGER NOT NULL,score REAL,title TEXT NOT NULL)STRICT;
CREATE INDEX desk_entry_newest ON desk_entry(at,entry,type,kind,stage,conflicts,department,has_opinion);
CREATE INDEX desk_entry_source ON desk_entry(source) WHERE source IS NOT NULL;
CREATE INDEX desk_entry_department ON desk_entry(department) WHERE department IS NOT NULL;
CREATE TABLE desk_said(entry INTEGER PRIMARY KEY,searched TEXT NOT NULL)STRICT;
CREATE VIRTUAL TABLE desk_text USING fts5(pairs,tokenize='ascii',content='',detail=none,columnsize=0);
INSERT INTO desk_text(desk_text,rank) VALUES('automerge',8);
)sql";

/// What notes the changes of one table: `noted` selects id and type of the records concerned. Not INSERT OR IGNORE:
/// in a trigger the statement that set it off decides what a conflict does, and it would be refused.
std::string trigger(const std::string& table, const std::string& event, const std::string& noted) {
    const std::string name = "desk_" + table + "_" + event;
    return "DROP TRIGGER IF EXISTS " + name + ";CREATE TRIGGER " + name + " AFTER " + event + " ON \"" +
           table + "\" BEGIN INSERT INTO desk_changed(id,type) " + noted + " ON CONFLICT DO NOTHING;END;";
}

std::string triggers() {
    std::string sql;
    const auto add = [&sql](const std::string& table, const std::string& noted) {
        sql += trigger(table, "INSERT", noted);
        sql += trigger(table, "UPDATE", noted);
    };
    for (const EntryType type : {EntryType::Matter, EntryType::Response, EntryType::Visit}) {
        const std::string table = typeNameOf(type);
        const std::string number = std::to_string(static_cast<std::int64_t>(type));
        add(table, "VALUES(NEW.id," + number + ")");
        sql += trigger(table, "DELETE", "VALUES(OLD.id," + number + ")");
        sql += "INSERT OR IGNORE INTO desk_changed(id,type) SELECT id," + number + " FROM \"" + table + "\";";
    }
    add("matter_event", "SELECT NEW.matter,0 WHERE NEW.matter IS NOT NULL");
    add("field_history", "SELECT NEW.record,0 WHERE NEW.record_type='matter'");
    add("department", "SELECT id,type FROM desk_entry WHERE department=NEW.id");
    return sql;
}

std::string stagesIn(std::initializer_list<MatterStage> stages) {
    std::string list = "(";
    for (const MatterStage stage : stages)
        list += (list.size() > 1 ? "," : "") + std::to_string(static_cast<int>(stage));
    return list + ")";
}

const std::string& finishedStages() {
    static const std::string list = stagesIn({MatterStage::Completed, MatterStage::Archived,
                                              MatterStage::TransferredOut, MatterStage::NotProceeded});
    return list;
}

const std::string& stagesToRegister() {
    static const std::string list = stagesIn({MatterStage::Draft, MatterStage::Received});
    return list;
}

constexpr const char* waitsForMatter =
    "e.has_opinion=1 AND NOT EXISTS(SELECT 1 FROM desk_entry m WHERE m.source=e.id)";

std::string conditionOf(StateGroup state) {
    switch (state) {
    case StateGroup::All:
        return {};
    case StateGroup::Open:
        return " AND e.stage NOT IN " + finishedStages();
    case StateGroup::ToRegister:
        return " AND e.stage IN " + stagesToRegister();
    case StateGroup::InHand:
        return " AND e.stage NOT IN " + finishedStages() + " AND e.stage NOT IN " + stagesToRegister();
    case StateGroup::Finished:
        return " AND e.stage IN " + finishedStages();
    case StateGroup::TwoVersions:
        return " AND e.conflicts>0";
    case StateGroup::OpinionWaits:
        return std::string(" AND ") + waitsForMatter;
    }
    return {};
}

std::optional<sync::Uuid> idIn(platform::Statement& row, int column) {
    return sync::Uuid::fromBytes(row.blob(column));
}

KeyedEntry readEntry(platform::Statement& row) {
    KeyedEntry read;
    Entry& entry = read.entry;
    read.key = row.integer(0);
    entry.id = idIn(row, 1).value_or(sync::Uuid{});
    entry.type = static_cast<EntryType>(row.integer(2));
    entry.at = row.integer(3);
    entry.kind = row.text(4);
    entry.stage = row.integer(5);
    entry.provisional = row.integer(6) != 0;
    entry.conflicts = row.integer(7);
    entry.department = idIn(row, 8);
    entry.source = idIn(row, 9);
    entry.origin = row.text(10);
    entry.number = row.text(11);
    entry.anonymous = row.integer(12) != 0;
    entry.hasOpinion = row.integer(13) != 0;
    if (!row.isNull(14))
        entry.score = row.real(14);
    entry.title = row.text(15);
    read.linked = row.integer(16) != 0;
    return read;
}

void bindId(platform::Statement& statement, int parameter, const std::optional<sync::Uuid>& id) {
    if (id)
        statement.bindBlob(parameter, id->view());
    else
        statement.bindNull(parameter);
}

/// Takes entries out of the index and puts them in; prepared once for a whole update.
class EntryWriter {
public:
    explicit EntryWriter(platform::Database& database)
        : drop_(database.prepare("DELETE FROM desk_entry WHERE id=? RETURNING entry")),
          dropSaid_(database.prepare("DELETE FROM desk_said WHERE entry=? RETURNING searched")),
          dropText_(database.prepare("INSERT INTO desk_text(desk_text,rowid,pairs) VALUES('delete',?,?)")),
          put_(database.prepare("INSERT INTO desk_entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING "
                                "entry")),
          putSaid_(database.prepare("INSERT INTO desk_said VALUES(?,?)")),
          putText_(database.prepare("INSERT INTO desk_text(rowid,pairs) VALUES(?,?)")) {}

    /// The key it had, if it was there.
    std::optional<EntryKey> drop(const sync::Uuid& id) {
        std::optional<EntryKey> key;
        drop_.bindBlob(1, id.view());
        if (drop_.step())
            key = drop_.integer(0);
        drop_.run();
        if (key)
            dropText(*key);
        return key;
    }

    /// Under its old key, if it had one.
    void put(std::optional<EntryKey> key, const Entry& entry) {
        if (key)
            put_.bind(1, *key);
        else
            put_.bindNull(1);
        put_.bindBlob(2, entry.id.view());
        put_.bind(3, static_cast<std::int64_t>(entry.type));
        put_.bind(4, entry.at);
        put_.bindText(5, entry.kind);
        put_.bind(6, entry.stage);
        put_.bind(7, std::int64_t{entry.provisional});
        put_.bind(8, entry.conflicts);
        bindId(put_, 9, entry.department);
        bindId(put_, 10, entry.source);
        put_.bindText(11, entry.origin);
        put_.bindText(12, entry.number);
        put_.bind(13, std::int64_t{entry.anonymous});
        put_.bind(14, std::int64_t{entry.hasOpinion});
        if (entry.score)
            put_.bind(15, *entry.score);
        else
            put_.bindNull(15);
        put_.bindText(16, entry.title);
        put_.step();
        const EntryKey written = put_.integer(0);
        put_.run();
        putSaid_.bind(1, written);
        putSaid_.bindText(2, entry.searched);
        putSaid_.run();
        const std::string pairs =
            pairsOf(entry.searched); // a bound text must stand until the statement has run
        putText_.bind(1, written);
        putText_.bindText(2, pairs);
        putText_.run();
    }

private:
    /// The full text holds no texts: it must be told which pairs go.
    void dropText(EntryKey key) {
        dropSaid_.bind(1, key);
        const std::string said(dropSaid_.step() ? dropSaid_.text(0) : std::string_view());
        dropSaid_.run();
        dropText_.bind(1, key);
        const std::string pairs = pairsOf(said);
        dropText_.bindText(2, pairs);
        dropText_.run();
    }

    platform::Statement drop_;
    platform::Statement dropSaid_;
    platform::Statement dropText_;
    platform::Statement put_;
    platform::Statement putSaid_;
    platform::Statement putText_;
};

} // namespace

SearchIndex::SearchIndex(sync::Replica& replica) : replica_(replica), database_(replica.database()) {
    makeIfMissing();
}

void SearchIndex::makeIfMissing() {
    auto made = database_.prepare("SELECT 1 FROM sqlite_schema WHERE name='desk_index'");
    if (made.step()) {
        auto version = database_.prepare("SELECT version FROM desk_index");
        if (version.step() && version.integer(0) == indexVersion)
            return;
    }
    made.reset();
    platform::Transaction transaction(database_);
    database_.exec(tables);
    database_.exec(triggers());
    database_.exec("INSERT INTO desk_index VALUES(" + std::to_string(indexVersion) + ")");
    transaction.commit();
}

std::size_t SearchIndex::update(std::size_t atMost) {
    struct Changed {
        sync::Uuid id;
        EntryType type;
    };
    std::vector<Changed> changed;
    {
        // Ids ascend with the time they were made.
        auto list = database_.prepare("SELECT id,type FROM desk_changed ORDER BY id DESC LIMIT ?");
        list.bind(1, static_cast<std::int64_t>(atMost));
        while (list.step())
            changed.push_back(
                {idIn(list, 0).value_or(sync::Uuid{}), static_cast<EntryType>(list.integer(1))});
    }
    if (changed.empty())
        return 0;
    // A power cut may undo it as a whole: then the list of what changed is as it was, too.
    platform::Transaction transaction(database_, platform::Durability::WithTheNext);
    auto done = database_.prepare("DELETE FROM desk_changed WHERE id=?");
    EntryWriter writer(database_);
    bool textWent = false;
    for (const Changed& one : changed) {
        const auto key = writer.drop(one.id);
        const auto entry = entryOf(replica_, one.type, one.id);
        if (entry)
            writer.put(key, *entry);
        textWent = textWent || (key && !entry);
        done.bindBlob(1, one.id.view());
        done.run();
    }
    // What was erased by right must not live on in the leaves of the full text.
    if (textWent)
        database_.exec("INSERT INTO desk_text(desk_text) VALUES('optimize')");
    transaction.commit();
    return changed.size();
}

std::int64_t SearchIndex::waiting() {
    auto count = database_.prepare("SELECT count(*) FROM desk_changed");
    count.step();
    return count.integer(0);
}

std::vector<bool> SearchIndex::holding(const std::vector<std::string>& words) {
    std::string expression;
    std::vector<std::string> toLookInto;
    for (const std::string& word : words) {
        const Asked asked = askedFor(word);
        if (!asked.expression.empty())
            expression += (expression.empty() ? "" : " AND ") + asked.expression;
        if (!asked.certain)
            toLookInto.push_back(word);
    }
    std::string sql = "SELECT rowid FROM desk_text WHERE desk_text MATCH ?";
    if (expression.empty())
        sql = "SELECT entry FROM desk_said s WHERE 1";
    else if (!toLookInto.empty())
        sql = "SELECT s.entry FROM desk_text JOIN desk_said s ON s.entry=desk_text.rowid WHERE desk_text "
              "MATCH ?";
    for (std::size_t i = 0; i < toLookInto.size(); ++i)
        sql += " AND instr(s.searched,?)>0";
    auto found = database_.prepare(sql);
    int parameter = 1;
    if (!expression.empty())
        found.bindText(parameter++, expression);
    for (const std::string& word : toLookInto)
        found.bindText(parameter++, word);
    std::vector<bool> holds;
    while (found.step()) {
        const auto key = static_cast<std::size_t>(found.integer(0));
        if (key >= holds.size())
            holds.resize(2 * key + 1);
        holds[key] = true;
    }
    return holds;
}

/// All entries of the list pass in their order, out of one covering index; that takes as long however many of
/// them hold the words.
std::vector<EntryKey> SearchIndex::find(const Query& query) {
    const auto words = wordsOf(query.words);
    const std::vector<bool> holds = words.empty() ? std::vector<bool>() : holding(words);
    std::string sql = "SELECT e.entry FROM desk_entry e";
    sql += query.list == List::Matters ? " WHERE e.type=0" : " WHERE e.type>0";
    sql += query.kind.empty() ? "" : " AND e.kind=?";
    sql += query.department ? " AND e.department=?" : "";
    sql += conditionOf(query.state) + " ORDER BY e.at DESC,e.entry DESC";
    auto found = database_.prepare(sql);
    int parameter = 1;
    if (!query.kind.empty())
        found.bindText(parameter++, query.kind);
    if (query.department)
        found.bindBlob(parameter++, query.department->view());
    std::vector<EntryKey> keys;
    while (found.step()) {
        const EntryKey key = found.integer(0);
        const auto place = static_cast<std::size_t>(key);
        if (words.empty() || (place < holds.size() && holds[place]))
            keys.push_back(key);
    }
    return keys;
}

std::vector<KeyedEntry> SearchIndex::entries(std::span<const EntryKey> keys) {
    std::vector<KeyedEntry> read;
    auto row = database_.prepare("SELECT e.entry,e.id,e.type,e.at,e.kind,e.stage,e.provisional,e.conflicts,"
                                 "e.department,e.source,e.origin,e.number,e.anonymous,e.has_opinion,e.score,"
                                 "e.title,EXISTS(SELECT 1 FROM desk_entry m WHERE m.source=e.id)"
                                 " FROM desk_entry e WHERE e.entry=?");
    for (const EntryKey key : keys) {
        row.bind(1, key);
        if (row.step())
            read.push_back(readEntry(row));
        row.reset();
    }
    return read;
}

Counts SearchIndex::counts() {
    auto row = database_.prepare(
        "SELECT count(*) FILTER(WHERE type=0),count(*) FILTER(WHERE type=0 AND stage NOT IN " +
        finishedStages() + "),count(*) FILTER(WHERE type=0 AND stage IN " + stagesToRegister() +
        "),count(*) FILTER(WHERE conflicts>0),count(*) FILTER(WHERE type>0),count(*) FILTER(WHERE type>0 "
        "AND " +
        waitsForMatter + ") FROM desk_entry e");
    row.step();
    return {row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5)};
}

std::optional<sync::Uuid> SearchIndex::drawnFrom(const sync::Uuid& source) {
    auto row = database_.prepare("SELECT id FROM desk_entry WHERE source=?");
    row.bindBlob(1, source.view());
    return row.step() ? idIn(row, 0) : std::nullopt;
}

} // namespace lianxin::desk
