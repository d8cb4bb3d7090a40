// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/open_store.h"

#include "platform/files/durable_file.h"
#include "platform/files/file_lock.h"
#include "platform/sqlite/page_checksum.h"
#include "platform/sqlite/wal_file.h"
#include "sync/replica/salvage.h"

#include <array>
#include <ctime>
#include <fstream>

namespace lianxin::sync {

namespace {

namespace fs = std::filesystem;
using platform::Database;
using platform::OpenMode;
using platform::StorageError;
using platform::StorageFault;

constexpr std::array<const char*, 4> endings{"", "-wal", "-shm", "-journal"};

fs::path beside(const fs::path& path, const std::string& ending) {
    return path.string() + ending;
}

void removeStore(const fs::path& path) {
    for (const char* ending : endings)
        fs::remove(beside(path, ending));
    fs::remove(beside(path, ".lock"));
}

void moveStore(const fs::path& from, const fs::path& to) {
    for (const char* ending : endings)
        if (fs::exists(beside(from, ending)))
            fs::rename(beside(from, ending), beside(to, ending));
}

bool isDamage(const StorageError& error) {
    return error.fault() == StorageFault::Corrupt || error.fault() == StorageFault::NotADatabase;
}

// What every file of ours begins with: SQLite's name, pages of 4096 bytes, and fractions that never change.
// Between them stand two format numbers and the room for checksums, which files of before them do not have.
constexpr std::string_view magic("SQLite format 3\0\x10\0", 18);
constexpr std::string_view fractions("\x40\x20\x20", 3);
constexpr std::size_t formatsAt = 18;
constexpr std::size_t reservedAt = 20;
constexpr std::size_t headBytes = 24;

bool beginsAsItMust(const fs::path& path) {
    std::array<char, headBytes> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    const std::string_view bytes(head.data(), head.size());
    const auto isFormat = [](char byte) { return byte == 1 || byte == 2; };
    return bytes.starts_with(magic) && bytes.ends_with(fractions) && isFormat(bytes[formatsAt]) &&
           isFormat(bytes[formatsAt + 1]) &&
           (bytes[reservedAt] == 0 || bytes[reservedAt] == platform::reservedBytes);
}

platform::LogKind kindOfLog(const fs::path& path) {
    return platform::logKind(beside(path, "-wal"), path);
}

/// A power cut left it between two logs; had a restore left only a part of it, pages would go back in time.
void emptyOutdatedLog(const fs::path& path) {
    if (kindOfLog(path) != platform::LogKind::Outdated)
        return;
    const auto lock = platform::FileLock::tryTake(beside(path, ".lock"));
    if (!lock)
        throw platform::AlreadyOpen(path.string());
    platform::emptyLog(beside(path, "-wal"));
    fs::remove(beside(path, "-shm"));
}

/// Nothing where the file is sound. Writes nothing.
std::optional<std::string> damageOf(const fs::path& path) {
    if (fs::file_size(path) == 0)
        return "the file is empty";
    if (!beginsAsItMust(path))
        return "its first bytes are not those of a store";
    if (platform::isDamagedInside(beside(path, "-wal")))
        return "its write-ahead log is damaged";
    if (kindOfLog(path) == platform::LogKind::Foreign)
        return "its write-ahead log is of another file, or of another moment";
    if (kindOfLog(path) == platform::LogKind::Missing)
        return "its write-ahead log is missing";
    try {
        Database reader = Database::openReader(path);
        if (auto problems = reader.quickCheck(); !problems.empty())
            return problems.front();
        auto device = reader.prepare("SELECT count(*) FROM sqlite_schema WHERE name='_device'");
        if (!device.step() || device.integer(0) == 0)
            return "it holds nothing of a device";
        auto installation = reader.prepare("SELECT count(*) FROM _device");
        if (!installation.step() || installation.integer(0) == 0)
            return "it does not know which device it belongs to";
        return std::nullopt;
    } catch (const StorageError& error) {
        if (!isDamage(error))
            throw;
        return error.what();
    }
}

Database& withSalvageTable(Database& database) {
    database.exec("CREATE TABLE IF NOT EXISTS _salvage(at INTEGER NOT NULL,set_aside TEXT NOT NULL,"
                  "damage TEXT NOT NULL,unsent INTEGER NOT NULL,may_lack INTEGER NOT NULL)STRICT");
    return database;
}

void note(Database& database, const Salvage& salvage, WallTime at) {
    auto insert = withSalvageTable(database).prepare("INSERT INTO _salvage VALUES(?,?,?,?,?)");
    const std::string setAside = salvage.setAside.string();
    insert.bind(1, at.time_since_epoch().count());
    insert.bindText(2, setAside);
    insert.bindText(3, salvage.damage);
    insert.bind(4, salvage.unsent);
    insert.bind(5, salvage.mayLack ? 1 : 0);
    insert.run();
}

/// A name that nothing has yet; with the time, so that a person knows which is which.
fs::path nameAside(const fs::path& path, WallTime now) {
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> time{};
    std::strftime(time.data(), time.size(), "%Y%m%dT%H%M%SZ", &parts);
    const fs::path name = beside(path, std::string(".damaged-") + time.data());
    fs::path unused = name;
    for (int n = 2; fs::exists(unused); ++n)
        unused = beside(name, '-' + std::to_string(n));
    return unused;
}

/// By its other pages, since the first may be damaged.
bool hasChecksums(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, platform::pageBytes> page{};
    const auto* bytes = reinterpret_cast<const unsigned char*>(page.data());
    for (std::uint32_t number = 1; file.read(page.data(), page.size()); ++number)
        if (platform::isAsWritten(bytes, number))
            return true;
    return false;
}

/// SQLite opens no file whose first bytes are not as they always are, or that is shorter than they say.
void mendHead(const fs::path& copy) {
    constexpr std::uintmax_t pageBytes = platform::pageBytes;
    constexpr std::streamoff pageCountAt = 28;
    const char reserved = hasChecksums(copy) ? char{platform::reservedBytes} : '\0';
    std::fstream file(copy, std::ios::binary | std::ios::in | std::ios::out);
    file << magic << "\x02\x02" << reserved << fractions;
    std::array<char, 4> count{};
    file.seekg(pageCountAt);
    file.read(count.data(), count.size());
    file.close();
    std::uintmax_t pages = 0;
    for (const char byte : count)
        pages = pages * 256 + static_cast<unsigned char>(byte);
    constexpr std::uintmax_t plausible = 16;
    const auto size = fs::file_size(copy);
    if (size < pages * pageBytes && pages * pageBytes < size * plausible)
        fs::resize_file(copy, pages * pageBytes);
}

class Rebuilding {
public:
    Rebuilding(fs::path path, const Schema& schema, const platform::Clock& clock, platform::Random& random)
        : path_(std::move(path)), schema_(schema), clock_(clock), random_(random) {}

    void run(const std::string& damage) {
        const fs::path work = beside(path_, ".salvaging");
        const fs::path copy = beside(path_, ".reading");
        removeStore(work);
        removeStore(copy);
        // SQLite would put the pages of a foreign log into the file, and no state that ever was comes of it.
        const bool isForeign = kindOfLog(path_) == platform::LogKind::Foreign;
        const bool lacksLog = isForeign || kindOfLog(path_) == platform::LogKind::Missing;
        fs::copy_file(path_, copy);
        if (fs::exists(beside(path_, "-wal")) && !isForeign)
            fs::copy_file(beside(path_, "-wal"), beside(copy, "-wal"));
        mendHead(copy);
        platform::mendChecksums(beside(copy, "-wal"));
        Salvage salvage{nameAside(path_, clock_.wall()), damage, 0, false};
        {
            Replica fresh(Database::openWriter(work, OpenMode::Create), schema_, clock_, random_);
            bringOver(fresh, copy, salvage);
            salvage.mayLack = salvage.mayLack || lacksLog;
            note(fresh.database(), salvage, clock_.wall());
        }
        removeStore(copy);
        fs::remove(beside(work, ".lock"));
        fs::rename(work, beside(path_, ".salvaged"));
        platform::syncFolder(fs::absolute(path_).parent_path());
    }

private:
    void bringOver(Replica& fresh, const fs::path& copy, Salvage& salvage) {
        try {
            Database damaged =
                Database::openWriter(copy, OpenMode::MustExist, {.vfs = {}, .readsDamagedPages = true});
            damaged.checkpoint(platform::CheckpointMode::Truncate); // in the file every page has its checksum
            if (damaged.userVersion() > schema_.version())
                throw NewerFile("the damaged file was written by a newer program");
            const Salvaged salvaged = salvageInto(fresh, damaged);
            salvage.unsent = salvaged.unsent;
            salvage.mayLack = salvaged.mayLack || damaged.damagedPagesRead() > 0;
        } catch (const StorageError& error) {
            if (!isDamage(error))
                throw;
            salvage.mayLack = true; // not even its first page can be read
        }
    }

    fs::path path_;
    const Schema& schema_;
    const platform::Clock& clock_;
    platform::Random& random_;
};

/// Can be interrupted anywhere and done again. The journals go with the store they belong to: beside another
/// one SQLite would take them for its own.
Salvage exchange(const fs::path& path) {
    const fs::path salvaged = beside(path, ".salvaged");
    Salvage salvage;
    {
        Database fresh = Database::openReader(salvaged);
        salvage = salvagesOf(fresh).back();
    }
    salvage.setAside = path.parent_path() / salvage.setAside.filename(); // the folder may have been moved
    moveStore(path, salvage.setAside);
    for (const char* ending : {"-wal", "-shm"}) // of the reader that looked just now
        fs::remove(beside(salvaged, ending));
    fs::rename(salvaged, path);
    platform::syncFolder(fs::absolute(path).parent_path());
    return salvage;
}

} // namespace

OpenedStore openStore(const fs::path& path, const Schema& schema, const platform::Clock& clock,
                      platform::Random& random) {
    std::optional<Salvage> salvage;
    const bool wasInterrupted = fs::exists(beside(path, ".salvaged"));
    if (!wasInterrupted && !fs::exists(path))
        throw StorageError(StorageFault::NotADatabase, 0, "missing: " + path.string());
    if (!wasInterrupted)
        emptyOutdatedLog(path);
    const auto damage = wasInterrupted ? std::nullopt : damageOf(path);
    if (wasInterrupted || damage) {
        const auto lock = platform::FileLock::tryTake(beside(path, ".lock"));
        if (!lock)
            throw platform::AlreadyOpen(path.string());
        if (damage)
            Rebuilding(path, schema, clock, random).run(*damage);
        salvage = exchange(path);
    }
    return {Database::openWriter(path, OpenMode::MustExist), salvage};
}

std::vector<Salvage> salvagesOf(Database& database) {
    std::vector<Salvage> salvages;
    auto exists = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name='_salvage'");
    if (!exists.step() || exists.integer(0) == 0)
        return salvages;
    auto rows = database.prepare("SELECT set_aside,damage,unsent,may_lack FROM _salvage ORDER BY rowid");
    while (rows.step())
        salvages.push_back(
            {std::string(rows.text(0)), std::string(rows.text(1)), rows.integer(2), rows.integer(3) != 0});
    return salvages;
}

} // namespace lianxin::sync
