// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/bedside_form.h"

#include "app/domain/survey/plain_answers.h"
#include "app/ward/draft_keeper.h"

#include <algorithm>
#include <array>

namespace lianxin::ward {

namespace {

constexpr std::array<std::string_view, 4> outcomeCodes{"", "visited", "refused", "absent"};

/// Questions that the page beside the form answers: who fills it in, and, for staff, the card.
const std::string fillerQuestion = "filled_by";
const std::string cardQuestion = "card";

bool isOfStaff(const QString& writer) {
    return writer != QStringLiteral("patient") && writer != QStringLiteral("family");
}

} // namespace

BedsideForm::BedsideForm(window::StoreLink& store, const BedList& beds) : store_(store), beds_(beds) {
    connect(&sitting_, &window::FormSitting::answersChanged, this, &BedsideForm::changed);
}

bool BedsideForm::isEmpty() const {
    return draft_.outcome == Unsaid && !draft_.cardHanded && !sitting_.hasAnswers();
}

BedsideForm::Lack BedsideForm::lack() const {
    if (writerRequired_ && writer_.id.empty())
        return LacksWriter;
    const bool onlyCard = draft_.cardHanded && !bed_.stayId.isEmpty() && !sitting_.hasAnswers();
    if (draft_.outcome == Unsaid && !onlyCard)
        return LacksOutcome;
    if (draft_.outcome != Unsaid && draft_.outcome != Visited && sitting_.hasAnswers())
        return AnswersOfTheUnseen;
    return sitting_.hasFaults() ? LacksRightAnswers : NoLack;
}

void BedsideForm::setForm(const window::ActiveForm& form) {
    form_ = form;
    if (bed_.id.isEmpty() || sitting_.hasAnswers())
        return;
    putAway();
    takeOut();
}

void BedsideForm::setWriter(const Writer& writer) {
    close();
    if (writer_.id.empty()) {
        std::map<Key, Draft> drafts;
        for (auto& [key, draft] : drafts_)
            drafts[{key.writer.isEmpty() ? QString::fromStdString(writer.id) : key.writer, key.bed,
                    key.stay}] = std::move(draft);
        drafts_ = std::move(drafts);
    }
    writer_ = writer;
    emit changed();
}

void BedsideForm::setWriterRequired(bool required) {
    change(writerRequired_, required);
}

void BedsideForm::setLanguage(const QString& code) {
    language_ = code;
    sitting_.setLanguage(code);
}

void BedsideForm::open(const QString& bedId) {
    close();
    if (const Bed* bed = beds_.find(bedId))
        bed_ = *bed;
    takeOut();
    emit bedChanged();
}

void BedsideForm::close() {
    if (bed_.id.isEmpty())
        return;
    putAway();
    bed_ = {};
    draft_ = {};
    sitting_.clear();
    saving_.end(Saving::NoFault);
    emit bedChanged();
    emit changed();
}

BedsideForm::Draft BedsideForm::current() const {
    Draft draft = draft_;
    draft.answers = nlohmann::json::object();
    if (sitting_.hasAnswers())
        draft.answers = domain::plainAnswersOf(sitting_.answers());
    else
        draft.form.reset();
    return draft;
}

void BedsideForm::putAway() {
    Draft draft = current();
    if (draft.isEmpty())
        drafts_.erase(key());
    else
        drafts_[key()] = std::move(draft);
}

void BedsideForm::takeOut() {
    const auto kept = drafts_.find(key());
    draft_ = kept == drafts_.end() ? Draft() : kept->second;
    if (isHandedOver())
        draft_.filledBy = handedTo_;
    if (!draft_.form)
        draft_.form = form_;
    sitting_.setOnePage(!isHandedOver());
    sitting_.leaveOut(isHandedOver() ? std::vector{fillerQuestion}
                                     : std::vector{fillerQuestion, cardQuestion});
    if (draft_.form) {
        sitting_.open(draft_.form->form, language_);
        sitting_.answer(draft_.answers);
    } else {
        sitting_.clear();
    }
    emit changed();
}

void BedsideForm::handOver(const QString& filledBy) {
    putAway();
    handedTo_ = filledBy;
    takeOut();
}

void BedsideForm::takeBack() {
    if (!isHandedOver())
        return;
    // Where nobody knows who lies here, the next one in this bed must not read what this one wrote.
    if (bed_.stayId.isEmpty())
        drafts_.erase(key());
    else
        putAway();
    handedTo_.clear();
    takeOut();
}

void BedsideForm::followBeds() {
    const Bed* bed = beds_.find(bed_.id);
    if (!bed || *bed == bed_)
        return;
    // Somebody else lies here now: what was taken down belongs to who lay here.
    const bool another = !bed_.stayId.isEmpty() && bed->stayId != bed_.stayId && !isHandedOver();
    if (another)
        putAway();
    bed_ = *bed;
    if (another)
        takeOut();
    emit bedChanged();
    emit changed();
}

void BedsideForm::discard() {
    drafts_.erase(key());
    saving_.end(Saving::NoFault);
    takeOut();
}

QSet<QString> BedsideForm::bedsWithDrafts() const {
    QSet<QString> beds;
    for (const auto& [key, draft] : drafts_) {
        const Bed* bed = beds_.find(key.bed);
        if (key.writer == staffId() && bed && bed->stayId == key.stay)
            beds.insert(key.bed);
    }
    return beds;
}

int BedsideForm::draftsOf(const QString& staffId) const {
    return static_cast<int>(std::count_if(drafts_.begin(), drafts_.end(), [&staffId](const auto& draft) {
        return draft.first.writer == staffId;
    }));
}

VisitFacts BedsideForm::facts() {
    VisitFacts facts;
    facts.writer = writer_;
    facts.ward = wardId_.toStdString();
    facts.bed = bed_.id.toStdString();
    facts.stay = bed_.stayId.toStdString();
    facts.outcome = outcomeCodes[static_cast<std::size_t>(draft_.outcome)];
    facts.filledBy = draft_.filledBy.toStdString();
    facts.language = language_.toStdString();
    facts.cardHanded = draft_.cardHanded && !bed_.cardGivenAt.isValid();
    if (isHandedOver()) { // the card in the staff's own form goes along, since that form ends with this visit
        const auto own = drafts_.find({staffId(), bed_.id, bed_.stayId});
        facts.cardHanded = own != drafts_.end() && own->second.cardHanded && !bed_.cardGivenAt.isValid();
    }
    if (draft_.outcome == Visited && draft_.form && sitting_.hasAnswers()) {
        facts.form = draft_.form;
        facts.answers = sitting_.answers();
        nlohmann::json known{{fillerQuestion, facts.filledBy}};
        if (!isHandedOver())
            known[cardQuestion] = draft_.cardHanded || bed_.cardGivenAt.isValid();
        domain::putPlainAnswers(*facts.answers, known);
    }
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
        [this, key = key(), answers = current().answers, label = bed_.label](Saving::Fault fault) {
            if (key != this->key()) { // somebody went on to another bed meanwhile; this one's form is kept
                const auto draft = drafts_.find(key);
                if (fault == Saving::NoFault && draft != drafts_.end() && draft->second.answers == answers)
                    drafts_.erase(draft);
                emit changed();
                return;
            }
            saving_.end(fault);
            if (fault != Saving::NoFault)
                return;
            wasSaved(key);
            emit saved(label);
        });
}

/// Of the staff's own form only what was written remains when the patient was seen without them.
void BedsideForm::wasSaved(const Key& key) {
    discard();
    const auto own = drafts_.find({staffId(), key.bed, key.stay});
    if (!isHandedOver() || own == drafts_.end())
        return;
    own->second.cardHanded = false;
    own->second.outcome = Unsaid;
    if (own->second.isEmpty())
        drafts_.erase(own);
}

nlohmann::json BedsideForm::drafts() const {
    std::map<Key, Draft> all = drafts_;
    if (!bed_.id.isEmpty()) {
        all.erase(key());
        if (const Draft draft = current(); !draft.isEmpty())
            all[key()] = draft;
    }
    nlohmann::json list = nlohmann::json::array();
    for (const auto& [key, draft] : all) {
        if (!isOfStaff(key.writer) && key.stay.isEmpty())
            continue;
        list.push_back({{"writer", key.writer.toStdString()},
                        {"bed", key.bed.toStdString()},
                        {"stay", key.stay.toStdString()},
                        {"outcome", outcomeCodes[static_cast<std::size_t>(draft.outcome)]},
                        {"filled_by", draft.filledBy.toStdString()},
                        {"card", draft.cardHanded ? "handed" : ""},
                        {"form", draft.form ? draft.form->record.toString() : std::string()},
                        {"answers", draft.answers}});
    }
    return list;
}

void BedsideForm::takeDrafts(const nlohmann::json& drafts,
                             const std::map<std::string, window::ActiveForm>& forms) {
    for (const nlohmann::json& kept : drafts) {
        const auto text = [&kept](const char* name) { return textOf(kept, name); };
        Draft draft;
        const auto outcome =
            std::find(outcomeCodes.begin(), outcomeCodes.end(), text("outcome").toStdString());
        draft.outcome =
            static_cast<Outcome>(outcome == outcomeCodes.end() ? 0 : outcome - outcomeCodes.begin());
        draft.filledBy = text("filled_by");
        draft.cardHanded = !text("card").isEmpty();
        if (kept.contains("answers") && kept["answers"].is_object())
            draft.answers = kept["answers"];
        if (const auto form = forms.find(text("form").toStdString()); form != forms.end())
            draft.form = form->second;
        drafts_.insert({{text("writer"), text("bed"), text("stay")}, std::move(draft)});
    }
    if (!bed_.id.isEmpty() && isEmpty())
        takeOut();
    emit changed();
}

} // namespace lianxin::ward
