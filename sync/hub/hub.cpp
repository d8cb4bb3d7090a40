// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/hub.h"

#include "sync/mutants.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

platform::Database& withTables(platform::Database& database, const Schema& schema) {
    refuseNewer(database, schema);
    database.exec(
        "CREATE TABLE IF NOT EXISTS _mark(sequence INTEGER PRIMARY KEY,random INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _type(number INTEGER PRIMARY KEY,name TEXT NOT NULL UNIQUE)STRICT;"
        "CREATE TABLE IF NOT EXISTS _fold(record BLOB PRIMARY KEY,place INTEGER NOT NULL,state TEXT NOT "
        "NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _series(name TEXT PRIMARY KEY,last INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _epoch(one INTEGER PRIMARY KEY CHECK(one=1),letter TEXT NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _unplaced(child BLOB PRIMARY KEY,parent BLOB NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _erased(id BLOB PRIMARY KEY)STRICT");
    return database;
}

void readIds(platform::Database& database, const std::string& sql, std::unordered_set<Uuid>& ids) {
    ids.clear();
    auto rows = database.prepare(sql);
    while (rows.step())
        if (const auto id = Uuid::fromBytes(rows.blob(0)))
            ids.insert(*id);
}

} // namespace

Hub::Hub(platform::Database database, const Schema& schema, const HubRules& rules,
         const platform::Clock& clock, platform::Random& random)
    : database_(std::move(database)),
      rules_(rules),
      clock_(clock),
      random_(random),
      tables_(withTables(database_, schema), schema),
      blobs_(database_),
      directory_(database_),
      feed_(database_),
      quarantine_(database_, schema),
      backups_(database_),
      guard_(database_, clock),
      storeMark_(database_.prepare("INSERT INTO _mark VALUES(?,?)")),
      findMark_(database_.prepare("SELECT random FROM _mark WHERE sequence=?")) {
    begin();
    auto number = database_.prepare("SELECT number FROM _type WHERE name=?");
    auto insert = database_.prepare("INSERT OR IGNORE INTO _type(name) VALUES(?)");
    for (const auto& table : tables_.all()) {
        insert.bindText(1, table->type().name());
        insert.run();
        number.reset();
        number.bindText(1, table->type().name());
        number.step();
        typeNumbers_[&table->type()] = number.integer(0);
        typeTables_[number.integer(0)] = table.get();
        number.reset();
    }
    blobs_.sweep([this](const BlobAddress& blob) { return tables_.isReferred(blob); });
    group_->commit();
    group_.reset();
    recover();
    while (writer_.value == 0)
        writer_.value = random_.next();
}

Hub::~Hub() = default;

void Hub::recover() {
    group_.reset();
    if (database_.inTransaction()) // there was no memory for undoing it
        database_.exec("ROLLBACK");
    directory_.reload();
    feed_.reload();
    backups_.reload();
    recent_.clear();
    readIds(database_, "SELECT parent FROM _unplaced", unplaced_);
    readIds(database_, "SELECT id FROM _erased", erased_);
    auto last = database_.prepare("SELECT sequence,random FROM _mark ORDER BY sequence DESC LIMIT 1");
    mark_ = last.step() ? Mark{last.integer(0), static_cast<std::uint64_t>(last.integer(1))} : Mark{};
    sequence_ = mark_.sequence;
    auto epoch = database_.prepare("SELECT letter FROM _epoch");
    epoch_ = epoch.step() ? std::string(epoch.text(0)) : std::string();
}

void Hub::begin() {
    group_.emplace(database_);
    feed_.setOrigin(0);
}

Mark Hub::commit() {
    guard_.heartbeat();
    feed_.flush();
    Mark mark = mark_;
    if (sequence_ != mark_.sequence) {
        mark = {sequence_, random_.next()};
        storeMark_.bind(1, mark.sequence);
        storeMark_.bind(2, static_cast<std::int64_t>(mark.random));
        storeMark_.run();
    }
    group_->commit();
    group_.reset();
    mark_ = mark;
    return mark_;
}

bool Hub::holds(const Mark& mark) {
    if (mark == mark_ || mark.sequence == 0)
        return true;
    findMark_.reset();
    findMark_.bind(1, mark.sequence);
    const bool held = findMark_.step() && static_cast<std::uint64_t>(findMark_.integer(0)) == mark.random;
    findMark_.reset();
    return held;
}

std::optional<FailureAnswer> Hub::refuseService(DeviceNumber device) {
    FailureAnswer answer;
    answer.hubTime = clock_.wall();
    if (!directory_.find(device))
        answer.failure = {NextAction::NeedsEnrolment, "unknown-device", {}, std::nullopt};
    else if (!guard_.doubt().empty())
        answer.failure = {NextAction::RetryLater, guard_.doubt(), {}, std::chrono::minutes(1)};
    else
        return std::nullopt;
    return answer;
}

std::optional<FailureAnswer> Hub::refuseRequest(DeviceNumber device, const Mark& seen) {
    if (auto refused = refuseService(device))
        return refused;
    if (holds(seen))
        return std::nullopt;
    return FailureAnswer{{NextAction::NewRound, "unknown-mark", {}, std::nullopt}, clock_.wall(), {}};
}

/// A kept backup of a history that was given up holds other records under the same numbers: it covers
/// nothing.
BackupReach Hub::reachOfBackups(DeviceNumber device) {
    for (const Backup& backup : backups_.kept())
        if (!holds(backup.mark))
            return {};
    return backups_.reachFor(device);
}

HubResult<HelloAnswer> Hub::hello(DeviceNumber device, const Hello& hello) {
    if (auto refused = refuseRequest(device, Mark{}))
        return *refused;
    if (hello.protocol != protocolVersion) {
        const bool newer = hello.protocol > protocolVersion;
        return FailureAnswer{
            {newer ? NextAction::RetryLater : NextAction::NeedsUpgrade, "protocol-version", {}, {}},
            clock_.wall(),
            {}};
    }
    if (hello.writer.value == 0)
        return FailureAnswer{{NextAction::Refused, "malformed", "writer", {}}, clock_.wall(), {}};
    if (hello.receivedThrough > hello.lastSequence)
        return FailureAnswer{{NextAction::Refused, "malformed", "received", {}}, clock_.wall(), {}};
    const auto owner = directory_.deviceOf(hello.writer);
    if (owner && *owner != device)
        return FailureAnswer{
            {NextAction::NeedsEnrolment, "writer-of-another-device", {}, {}}, clock_.wall(), {}};
    HelloAnswer answer;
    answer.historyChanged = !holds(hello.seen);
    // Receipts of another history are none here.
    directory_.openRun(device, hello.writer, answer.historyChanged ? 0 : hello.receivedThrough,
                       clock_.wall());
    answer.hubTime = clock_.wall();
    answer.heldThrough = directory_.find(device)->receivedThrough;
    answer.backups = answer.historyChanged ? BackupReach{} : reachOfBackups(device);
    answer.schemaVersion = schema().version();
    answer.round = rounds_[device] = random_.next();
    return answer;
}

std::vector<Scope> Hub::scopesOfDevice(DeviceNumber device) const {
    const Device* known = directory_.find(device);
    std::vector<Scope> scopes;
    if (!known)
        return scopes;
    if (std::find(known->scopes.begin(), known->scopes.end(), "*") == known->scopes.end())
        return known->scopes;
    for (const auto& [scope, number] : feed_.all())
        scopes.push_back(scope);
    return scopes;
}

bool Hub::hasNews(DeviceNumber device, const Cursors& cursors) const {
    for (const Scope& scope : scopesOfDevice(device)) {
        const auto cursor = cursors.find(scope);
        if (cursor == cursors.end())
            return true;
        const auto number = feed_.known(scope);
        if (number && feed_.lastOfOthers(*number, device) > cursor->second)
            return true;
    }
    // A scope that was taken away is news, too.
    return std::any_of(cursors.begin(), cursors.end(),
                       [&](const auto& entry) { return !directory_.hasScope(device, entry.first); });
}

Hub::FeedLines Hub::linesAfter(const Cursors& cursors, const std::vector<Scope>& scopes, std::size_t limit) {
    FeedLines read;
    for (const Scope& scope : scopes) {
        const auto cursor = cursors.find(scope);
        const bool isGained = cursor == cursors.end();
        const HubSequence known = MUTANT(gained_scope_from_now) && !cursors.empty() ? sequence_ : 0;
        const HubSequence after = isGained ? known : cursor->second;
        const auto number = feed_.known(scope);
        if (!number || feed_.lastOf(*number) <= after)
            continue;
        FeedPart part = feed_.read(*number, after, limit);
        if (part.through)
            read.through = std::min(read.through.value_or(*part.through), *part.through);
        for (FeedEntry& entry : part.entries)
            read.lines.push_back({std::move(entry), *number});
    }
    if (read.through)
        std::erase_if(read.lines,
                      [&read](const FeedLine& line) { return line.entry.sequence > *read.through; });
    const auto earlier = [](const FeedLine& a, const FeedLine& b) {
        return std::tie(a.entry.sequence, a.scope) < std::tie(b.entry.sequence, b.scope);
    };
    if (!std::is_sorted(read.lines.begin(), read.lines.end(), earlier))
        std::sort(read.lines.begin(), read.lines.end(), earlier);
    return read;
}

HubResult<PullAnswer> Hub::pull(DeviceNumber device, const Pull& pull, const PageLimits& limits) {
    if (auto refused = refuseRequest(device, pull.seen))
        return *refused;
    if (directory_.find(device)->revoked)
        return refuseRevoked("revoked");
    const auto scopes = scopesOfDevice(device);
    PullAnswer answer;
    // Of what is read some has moved on, and some need not be told.
    const FeedLines read = linesAfter(pull.cursors, scopes, 2 * limits.records);
    const HubSequence reached = fillPage(answer, {device, pull}, read, limits);
    for (const Scope& scope : scopes) {
        const auto cursor = pull.cursors.find(scope);
        const HubSequence before = cursor == pull.cursors.end() ? 0 : cursor->second;
        const auto number = feed_.known(scope);
        const HubSequence end = number ? feed_.lastOf(*number) : 0;
        answer.cursors[scope] = std::max(before, answer.more ? std::min(reached, end) : end);
    }
    answer.hubTime = clock_.wall();
    return answer;
}

/// A page ends between two sequences, so that its end, which is returned, is one number for every scope.
HubSequence Hub::fillPage(PullAnswer& answer, const Asker& asker, const FeedLines& read,
                          const PageLimits& limits) {
    constexpr std::ptrdiff_t readAtOnce = 500;
    HubSequence reached = 0;
    PageRoom room(limits);
    const auto endsBefore = [&](const FeedLine& line) {
        return room.isFull() && line.entry.sequence != reached;
    };
    for (auto line = read.lines.begin(); line != read.lines.end();) {
        if (endsBefore(*line)) {
            answer.more = true;
            return reached;
        }
        const auto end = line + std::min(readAtOnce, read.lines.end() - line);
        std::map<std::int64_t, std::vector<Row>> rows = rowsAt({line, end});
        for (; line != end && !endsBefore(*line); ++line) {
            const HubSequence sequence = line->entry.sequence;
            reached = sequence;
            std::vector<Row>& ofType = rows[line->entry.type];
            const auto row =
                std::lower_bound(ofType.begin(), ofType.end(), sequence,
                                 [](const Row& one, HubSequence wanted) { return one.position < wanted; });
            if (line->entry.left) {
                answer.left.push_back({*line->entry.left, typeTables_.at(line->entry.type)->type().name(),
                                       feed_.nameOf(line->scope), sequence});
                room.takeLeft(answer.left.back());
            } else if (row != ofType.end() && row->position == sequence) {
                addToPage(answer, asker, room, *row, line->scope);
            }
        }
    }
    answer.more = read.through.has_value();
    if (MUTANT(feed_out_of_order) && answer.records.size() > 2)
        std::swap(answer.records.front(), answer.records.back());
    return read.through.value_or(reached);
}

/// What stands at these lines, by type and place: types lie side by side in the order, and the rows of one
/// are read together.
std::map<std::int64_t, std::vector<Row>> Hub::rowsAt(std::span<const FeedLine> lines) {
    std::map<std::int64_t, std::vector<Position>> wanted;
    for (const FeedLine& line : lines) {
        std::vector<Position>& positions = wanted[line.entry.type];
        if (!line.entry.left && (positions.empty() || positions.back() != line.entry.sequence))
            positions.push_back(line.entry.sequence);
    }
    std::map<std::int64_t, std::vector<Row>> rows;
    for (const auto& [type, positions] : wanted) {
        std::vector<Row>& ofType = rows[type];
        ofType.reserve(positions.size());
        typeTables_.at(type)->visitAt(positions, [&ofType](Row&& row) { ofType.push_back(std::move(row)); });
    }
    return rows;
}

/// Adds the row, whose content it takes, or one more of its scopes.
void Hub::addToPage(PullAnswer& answer, const Asker& asker, PageRoom& room, Row& row, ScopeNumber scope) {
    const bool stands =
        row.scopes && std::find(row.scopes->begin(), row.scopes->end(), scope) != row.scopes->end();
    if (!stands)
        return;
    const Scope& name = feed_.nameOf(scope);
    if (!answer.records.empty() && answer.records.back().sequence == row.position) {
        if (answer.records.back().partial)
            return;
        room.takeScope(name);
        answer.records.back().scopes.push_back(name);
        return;
    }
    if (recent_.knows(row.position)) {
        const ReadThrough read = readThrough(row, asker);
        if (recent_.isHeldBy(row.position, row.record, read))
            return;
        if (auto part = recent_.since(row.position, read)) {
            room.takeRecord(*part);
            answer.records.push_back({std::move(*part), {}, row.position, true});
            return;
        }
    }
    room.takeScope(name);
    room.takeRecord(row.record);
    answer.records.push_back({std::move(row.record), {name}, row.position, false});
}

/// How far the device has read all scopes in which it meets the row.
ReadThrough Hub::readThrough(const Row& row, const Asker& asker) const {
    const Pull& pull = asker.pull;
    ReadThrough read{MUTANT(part_to_anyone) ? row.position - 1 : pull.complete, row.position};
    for (ScopeNumber number : *row.scopes) {
        const Scope& scope = feed_.nameOf(number);
        if (!directory_.hasScope(asker.device, scope))
            continue;
        const auto cursor = pull.cursors.find(scope);
        read.cursor = std::min(read.cursor, cursor == pull.cursors.end() ? 0 : cursor->second);
    }
    return read;
}

Device Hub::enrol(const std::string& name, const std::string& role, const std::vector<Scope>& scopes,
                  std::string_view secretDigest) {
    return directory_.enrol(name, role, scopes, secretDigest, sequence_, clock_.wall());
}

void Hub::changeScopes(DeviceNumber device, const std::vector<Scope>& scopes) {
    // A sequence of its own, so that "did they share a scope then" has one answer.
    directory_.changeScopes(device, scopes, nextSequence());
}

void Hub::beginEpoch(const std::string& letter) {
    auto insert = database_.prepare("INSERT OR REPLACE INTO _epoch VALUES(1,?)");
    insert.bindText(1, letter);
    insert.run();
    epoch_ = letter;
}

void Hub::confirmClock() {
    guard_.confirm();
}

} // namespace lianxin::sync
