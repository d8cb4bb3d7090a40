// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/matter_sheet.h"

namespace lianxin::desk {

MatterSheet::MatterSheet(window::StoreLink& store) : store_(store) {
    connect(&store_, &window::StoreLink::recordsChanged, this, &MatterSheet::read);
}

bool MatterSheet::canRegister() const {
    return facts_.stage == QLatin1String("draft") || facts_.stage == QLatin1String("received");
}

void MatterSheet::open(const QString& id) {
    closeContact();
    id_ = id;
    loaded_ = false;
    facts_ = {};
    fault_ = NoFault;
    timeline_.show({});
    form_.clear();
    emit changed();
    emit savingChanged();
    read();
}

void MatterSheet::read() {
    if (id_.isEmpty())
        return;
    store_.ask(
        this, [id = id_.toStdString()](store::Device& device) { return readMatter(device, id); },
        [this, id = id_](MatterFacts facts) {
            if (id != id_)
                return;
            loaded_ = true;
            facts_ = std::move(facts);
            timeline_.show(facts_.timeline);
            emit changed();
        });
}

void MatterSheet::openContact() {
    store_.ask(
        this, [id = id_.toStdString()](store::Device& device) { return desk::openContact(device, id); },
        [this, id = id_](const std::pair<QString, QString>& contact) {
            if (id != id_)
                return;
            std::tie(name_, phone_) = contact;
            contactOpen_ = true;
            emit contactChanged();
        });
}

void MatterSheet::closeContact() {
    contactOpen_ = false;
    name_.clear();
    phone_.clear();
    emit contactChanged();
}

void MatterSheet::beginForm() {
    fault_ = NoFault;
    form_.open(facts_.form);
    emit savingChanged();
}

void MatterSheet::saveForm() {
    save(ThenRegister::No);
}

void MatterSheet::saveAndRegister() {
    save(ThenRegister::Yes);
}

void MatterSheet::save(ThenRegister then) {
    if (saving_)
        return;
    if (!form_.timeIsReadable()) {
        take({SaveFaultWord::NotAccepted, "complaint_time", {}}, then);
        return;
    }
    const auto id = sync::Uuid::parse(id_.toStdString());
    if (!id)
        return;
    saving_ = true;
    fault_ = NoFault;
    emit savingChanged();
    store_.ask(
        this,
        [id = *id, changes = form_.changes(), then](store::Device& device) {
            return saveMatter(device, id, changes, then);
        },
        [this, then](const SaveOutcome& outcome) { take(outcome, then); });
}

void MatterSheet::take(const SaveOutcome& outcome, ThenRegister then) {
    saving_ = false;
    fault_ = static_cast<Fault>(outcome.fault);
    faultyField_ = QString::fromStdString(outcome.missing.empty() ? outcome.field : outcome.missing.front());
    emit savingChanged();
    if (fault_ != NoFault)
        return;
    read();
    emit saved(then == ThenRegister::Yes);
}

} // namespace lianxin::desk
