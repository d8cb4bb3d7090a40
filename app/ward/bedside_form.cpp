// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/bedside_form.h"

#include <array>

namespace lianxin::ward {

namespace {

constexpr std::array<const char*, 4> outcomeCodes{"", "visited", "refused", "absent"};

} // namespace

BedsideForm::BedsideForm(window::StoreLink& store, const BedList& beds) : store_(store), beds_(beds) {}

bool BedsideForm::hasWords() const {
    return !draft_.opinions.trimmed().isEmpty() || !draft_.suggestions.trimmed().isEmpty();
}

BedsideForm::Lack BedsideForm::lack() const {
    if (writerRequired_ && writer_.id.empty())
        return LacksWriter;
    const bool onlyCard = draft_.cardHanded && !bed_.stayId.isEmpty() && !hasWords();
    if (draft_.outcome == Unsaid && !onlyCard)
        return LacksOutcome;
    return draft_.outcome != Unsaid && draft_.outcome != Visited && hasWords() ? WordsOfTheUnseen : NoLack;
}

void BedsideForm::setWriter(const Writer& writer) {
    close();
    if (writer_.id.empty())
        for (const QString& bed : bedsWithDrafts())
            drafts_.insert({QString::fromStdString(writer.id), bed}, drafts_.take({QString(), bed}));
    writer_ = writer;
    emit changed();
}

void BedsideForm::setWriterRequired(bool required) {
    change(writerRequired_, required);
}

void BedsideForm::open(const QString& bedId) {
    close();
    if (const Bed* bed = beds_.find(bedId))
        bed_ = *bed;
    draft_ = drafts_.value(key());
    emit bedChanged();
    emit changed();
}

void BedsideForm::close() {
    if (bed_.id.isEmpty())
        return;
    if (isEmpty())
        drafts_.remove(key());
    else
        drafts_.insert(key(), draft_);
    bed_ = {};
    draft_ = {};
    saving_.end(Saving::NoFault);
    emit bedChanged();
    emit changed();
}

void BedsideForm::followBeds() {
    const Bed* bed = beds_.find(bed_.id);
    if (!bed || *bed == bed_)
        return;
    bed_ = *bed;
    emit bedChanged();
    emit changed();
}

void BedsideForm::discard() {
    drafts_.remove(key());
    draft_ = {};
    saving_.end(Saving::NoFault);
    emit changed();
}

QSet<QString> BedsideForm::bedsWithDrafts() const {
    QSet<QString> beds;
    for (auto draft = drafts_.begin(); draft != drafts_.end(); ++draft)
        if (draft.key().first == QString::fromStdString(writer_.id))
            beds.insert(draft.key().second);
    return beds;
}

VisitFacts BedsideForm::facts() const {
    VisitFacts facts;
    facts.writer = writer_;
    facts.ward = wardId_.toStdString();
    facts.bed = bed_.id.toStdString();
    facts.stay = bed_.stayId.toStdString();
    facts.outcome = outcomeCodes[static_cast<std::size_t>(draft_.outcome)];
    facts.filledBy = draft_.filledBy.toStdString();
    facts.careLink = draft_.careLink.toStdString();
    facts.opinions = draft_.opinions.trimmed().toStdString();
    facts.suggestions = draft_.suggestions.trimmed().toStdString();
    facts.language = language_.toStdString();
    facts.cardHanded = draft_.cardHanded && !bed_.cardGivenAt.isValid();
    return facts;
}

void BedsideForm::save() {
    if (saving_.busy() || lack() != NoLack)
        return;
    saving_.begin();
    store_.ask(
        this,
        [facts = facts()](store::Device& device) {
            const auto saved = device.save(recordsOf(facts, device));
            return saved ? Saving::NoFault : Saving::faultOf(saved.error());
        },
        [this, key = key(), draft = draft_, label = bed_.label](Saving::Fault fault) {
            if (key != this->key()) { // somebody went on to another bed meanwhile; this one's form is kept
                if (fault == Saving::NoFault && drafts_.value(key) == draft)
                    drafts_.remove(key);
                return;
            }
            saving_.end(fault);
            if (fault != Saving::NoFault)
                return;
            discard();
            emit saved(label);
        });
}

} // namespace lianxin::ward
