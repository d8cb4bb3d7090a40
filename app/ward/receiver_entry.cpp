// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/receiver_entry.h"

#include "app/ward/draft_keeper.h"

namespace lianxin::ward {

namespace {

/// The person says a day: it is kept as its beginning.
sync::WallTime beginningOf(const QDate& day) {
    return sync::WallTime(sync::Milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

} // namespace

ReceiverEntry::Lack ReceiverEntry::lack() const {
    if (writerRequired_ && writer_.id.empty())
        return LacksWriter;
    if (draft_.kind.isEmpty())
        return LacksKind;
    if (draft_.content.trimmed().isEmpty())
        return LacksContent;
    switch (draft_.outcome) {
    case Unsaid:
        return LacksOutcome;
    case Settled:
        return draft_.answer.trimmed().isEmpty() ? LacksAnswer : NoLack;
    case LedToOffice:
        return draft_.reason.trimmed().isEmpty() ? LacksReason : NoLack;
    }
    return LacksOutcome;
}

void ReceiverEntry::setWriterRequired(bool required) {
    change(writerRequired_, required);
}

void ReceiverEntry::setWriter(const Writer& writer) {
    const bool nobodys = writer_.id.empty() && !isEmpty();
    if (!nobodys) {
        drafts_[staffId()] = draft_;
        draft_ = std::exchange(drafts_[QString::fromStdString(writer.id)], Draft());
    }
    writer_ = writer;
    saving_.end(Saving::NoFault);
    emit changed();
}

void ReceiverEntry::chooseDepartment(const QString& id, const QString& name, const QString& headPhone) {
    if (id != draft_.departmentId)
        draft_.calledAt = {};
    draft_.departmentId = id;
    draft_.departmentName = name;
    draft_.headPhone = headPhone;
    emit changed();
}

void ReceiverEntry::setCalled(bool called) {
    draft_.calledAt = called ? QDateTime::currentDateTime() : QDateTime();
    emit changed();
}

void ReceiverEntry::discard() {
    draft_ = {};
    saving_.end(Saving::NoFault);
    emit changed();
}

bool ReceiverEntry::hasDraftOf(const QString& staffId) const {
    const auto draft = drafts_.find(staffId);
    return staffId == this->staffId() ? !isEmpty() : draft != drafts_.end() && draft->second != Draft();
}

nlohmann::json ReceiverEntry::drafts() const {
    std::map<QString, Draft> all = drafts_;
    all[staffId()] = draft_;
    nlohmann::json list = nlohmann::json::array();
    for (const auto& [writer, draft] : all) {
        if (draft == Draft())
            continue;
        nlohmann::json kept{
            {"writer", writer.toStdString()},
            {"called_at", draft.calledAt.toString(Qt::ISODate).toStdString()},
            {"day", draft.daysAgo < 0
                        ? std::string()
                        : QDate::currentDate().addDays(-draft.daysAgo).toString(Qt::ISODate).toStdString()},
            {"outcome", draft.outcome == Settled       ? "settled"
                        : draft.outcome == LedToOffice ? "led_to_office"
                                                       : ""}};
        Draft::eachText(draft,
                        [&kept](const char* name, const QString& text) { kept[name] = text.toStdString(); });
        list.push_back(std::move(kept));
    }
    return list;
}

void ReceiverEntry::takeDrafts(const nlohmann::json& drafts) {
    for (const nlohmann::json& kept : drafts) {
        Draft draft;
        Draft::eachText(draft, [&kept](const char* name, QString& text) { text = textOf(kept, name); });
        draft.calledAt = QDateTime::fromString(textOf(kept, "called_at"), Qt::ISODate);
        const QDate day = QDate::fromString(textOf(kept, "day"), Qt::ISODate);
        draft.daysAgo = day.isValid() ? static_cast<int>(day.daysTo(QDate::currentDate())) : -1;
        const QString outcome = textOf(kept, "outcome");
        draft.outcome = outcome == QStringLiteral("settled")         ? Settled
                        : outcome == QStringLiteral("led_to_office") ? LedToOffice
                                                                     : Unsaid;
        const QString writer = textOf(kept, "writer");
        if (writer == staffId() && isEmpty())
            draft_ = draft;
        else if (writer != staffId())
            drafts_.emplace(writer, draft);
    }
    emit changed();
}

EntryFacts ReceiverEntry::facts() const {
    const auto text = [](const QString& typed) { return typed.trimmed().toStdString(); };
    EntryFacts facts;
    facts.writer = writer_;
    facts.ward = wardId_.toStdString();
    facts.kind = text(draft_.kind);
    facts.content = text(draft_.content);
    facts.place = text(draft_.place);
    facts.respondent = text(draft_.respondent);
    facts.wish = text(draft_.wish);
    facts.department = text(draft_.departmentId);
    facts.complainantType = text(draft_.complainantType);
    facts.name = text(draft_.name);
    facts.phone = text(draft_.phone);
    facts.language = text(language_);
    if (draft_.daysAgo >= 0)
        facts.happenedAt = beginningOf(QDate::currentDate().addDays(-draft_.daysAgo));
    facts.settled = draft_.outcome == Settled;
    facts.outcome = text(facts.settled ? draft_.answer : draft_.reason);
    if (draft_.calledAt.isValid()) {
        facts.calledDepartment = text(draft_.departmentId);
        facts.calledPhone = text(draft_.headPhone);
        facts.callNote = text(tr("%1 联系了%2负责人（%3）")
                                  .arg(draft_.calledAt.toString(QStringLiteral("HH:mm")),
                                       draft_.departmentName, draft_.headPhone));
    }
    return facts;
}

void ReceiverEntry::save() {
    if (saving_.busy() || lack() != NoLack)
        return;
    saving_.begin();
    store_.ask(
        this,
        [facts = facts()](store::Device& device) {
            const auto saved = device.save(recordsOf(facts, device));
            return saved ? Saving::NoFault : Saving::faultOf(saved.error());
        },
        [this, writer = writer_.id, draft = draft_](Saving::Fault fault) {
            if (writer != writer_.id) { // the tablet went to another hand; the entry is the former one's
                const QString former = QString::fromStdString(writer);
                if (fault == Saving::NoFault && drafts_[former] == draft)
                    drafts_.erase(former);
                return;
            }
            saving_.end(fault);
            if (fault != Saving::NoFault)
                return;
            discard();
            emit saved();
        });
}

} // namespace lianxin::ward
