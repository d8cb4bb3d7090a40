// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/versions_sheet.h"

#include "app/desk/value_text.h"
#include "platform/sqlite/storage_error.h"

namespace lianxin::desk {

namespace {

QString marked(const QString& text, const QString& other) {
    QString html;
    const std::u32string whole = text.toStdU32String();
    for (const Stretch& stretch : differences(whole, other.toStdU32String())) {
        QString words = QString::fromStdU32String(stretch.text).toHtmlEscaped();
        words.replace(QLatin1Char('\n'), QLatin1String("<br/>"));
        html += stretch.differs ? QStringLiteral("<b><u>%1</u></b>").arg(words) : words;
    }
    return html;
}

bool isOwnWriter(store::Device& device, const sync::WriterId& writer) {
    if (writer == device.replica().writer())
        return true;
    auto known = device.replica().database().prepare("SELECT 1 FROM _stretch WHERE writer=?");
    known.bind(1, static_cast<std::int64_t>(writer.value));
    return known.step();
}

} // namespace

void VersionsSheet::open(const QString& matter, const QString& field) {
    beginResetModel();
    matter_ = sync::Uuid::parse(matter.toStdString()).value_or(sync::Uuid{});
    field_ = field;
    shown_ = {};
    combined_.clear();
    loaded_ = false;
    fault_ = MatterSheet::NoFault;
    endResetModel();
    emit changed();
    emit combinedChanged();
    emit savingChanged();
    store_.ask(
        this,
        [id = matter_, name = field.toStdString()](store::Device& device) { return read(device, id, name); },
        [this, id = matter_, field](Read found) {
            if (id != matter_ || field != field_)
                return;
            beginResetModel();
            shown_ = std::move(found);
            loaded_ = true;
            endResetModel();
            emit changed();
        });
}

VersionsSheet::Read VersionsSheet::read(store::Device& device, const sync::Uuid& id,
                                        const std::string& field) {
    Read read;
    try {
        const auto matter = device.replica().find(*device.schema().find("matter"), id);
        const auto index = matter ? matter->type->indexOf(field) : std::nullopt;
        if (!index)
            return read;
        const sync::Field& described = matter->type->field(*index);
        read.isText = described.type == sync::FieldType::Text;
        VersionsOfField found = versionsOf(*matter, device.replica().historiesOf(id), field);
        read.seen = std::move(found.seen);
        for (const Version& version : found.versions)
            read.versions.push_back({readable(device, described, version.value),
                                     {},
                                     timeOf(version.at),
                                     isOwnWriter(device, version.dot.writer),
                                     version.value});
    } catch (const platform::StorageError&) {
        return {};
    }
    for (std::size_t i = 0; i < read.versions.size(); ++i)
        read.versions[i].marked = marked(read.versions[i].text, read.versions[i == 0 ? 1 : 0].text);
    return read;
}

void VersionsSheet::setCombined(const QString& text) {
    if (std::exchange(combined_, text) != text)
        emit combinedChanged();
}

void VersionsSheet::startFrom(int version) {
    setCombined(shown_.versions[static_cast<std::size_t>(version)].text);
}

void VersionsSheet::keep(int version) {
    save(shown_.versions[static_cast<std::size_t>(version)].value);
}

void VersionsSheet::keepCombined() {
    if (isText() && !combined_.trimmed().isEmpty())
        save(combined_.trimmed().toStdString());
}

void VersionsSheet::save(sync::Value value) {
    if (saving_)
        return;
    saving_ = true;
    emit savingChanged();
    const sync::FieldChange change{field_.toStdString(), std::move(value), shown_.seen};
    store_.ask(
        this,
        [id = matter_, change](store::Device& device) {
            return saveMatter(device, id, {change}, ThenRegister::No);
        },
        [this](const SaveOutcome& outcome) {
            saving_ = false;
            fault_ = static_cast<MatterSheet::Fault>(outcome.fault);
            emit savingChanged();
            if (fault_ == MatterSheet::NoFault)
                emit decided();
        });
}

QVariant VersionsSheet::data(const QModelIndex& index, int role) const {
    const Shown& version = shown_.versions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Text:
        return version.text;
    case Marked:
        return version.marked;
    case At:
        return version.at;
    case WrittenHere:
        return version.writtenHere;
    default:
        return {};
    }
}

QHash<int, QByteArray> VersionsSheet::roleNames() const {
    return {{Text, "text"}, {Marked, "marked"}, {At, "at"}, {WrittenHere, "writtenHere"}};
}

} // namespace lianxin::desk
