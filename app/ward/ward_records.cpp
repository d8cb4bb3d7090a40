// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/ward_records.h"

#include "app/domain/contact_card.h"
#include "app/domain/sealed_text.h"
#include "app/domain/time_text.h"

namespace lianxin::ward {

namespace {

using sync::Record;

/// Makes the records of one save, which share a time and a writer.
class Maker {
public:
    Maker(store::Device& device, const Writer& writer)
        : device_(device),
          writer_(writer),
          now_(device.clock().wall().time_since_epoch().count()),
          ids_(device.clock(), device.random()) {}

    std::int64_t now() const { return now_; }
    Record make(std::string_view type) {
        return sync::emptyRecord(*device_.schema().find(type), ids_.next());
    }

    static void put(Record& record, std::string_view field, sync::Value value) {
        record.shown[*record.type->indexOf(field)] = std::move(value);
    }
    static void putText(Record& record, std::string_view field, const std::string& text) {
        if (!text.empty())
            put(record, field, text);
    }
    static void putReference(Record& record, std::string_view field, const std::string& id) {
        if (const auto reference = sync::Uuid::parse(id))
            put(record, field, *reference);
    }
    static void putSealed(Record& record, std::string_view field, const std::string& text) {
        if (!text.empty())
            put(record, field, domain::sealOpenly(text));
    }

    Record step(const Record& matter, const std::string& step) {
        Record event = make("matter_event");
        put(event, "matter", matter.id);
        put(event, "step", step);
        put(event, "occurred_at", now_);
        putReference(event, "actor", writer_.id);
        putText(event, "actor_role", writer_.role);
        return event;
    }

private:
    store::Device& device_;
    const Writer& writer_;
    std::int64_t now_;
    sync::UuidGenerator ids_;
};

/// Nobody's name goes with it: who lies in the bed did not give it (P-31).
Record matterFrom(Maker& maker, const VisitFacts& facts, const Record& source, const std::string& kind,
                  const std::string& words) {
    Record matter = maker.make("matter");
    Maker::put(matter, "kind", kind);
    Maker::put(matter, "content", words);
    Maker::put(matter, kind, words);
    Maker::put(matter, "anonymous", std::int64_t{1});
    if (facts.filledBy == "patient" || facts.filledBy == "family")
        Maker::put(matter, "complainant_type", facts.filledBy);
    Maker::put(matter, "contact_mode", std::string("bedside"));
    Maker::put(matter, "channel", std::string("internal"));
    Maker::put(matter, "source", std::string("bedside_visit"));
    Maker::put(matter, "source_record", source.id);
    Maker::putReference(matter, "ward", facts.ward);
    Maker::putReference(matter, "first_receiver", facts.writer.id);
    Maker::put(matter, "language", facts.language);
    Maker::put(matter, "device_kind", std::string("ward"));
    Maker::put(matter, "raised_at", maker.now());
    return matter;
}

Record visitFrom(Maker& maker, const VisitFacts& facts) {
    Record visit = maker.make("visit");
    Maker::putReference(visit, "ward", facts.ward);
    Maker::putReference(visit, "bed", facts.bed);
    Maker::putReference(visit, "stay", facts.stay);
    Maker::put(visit, "visited_at", maker.now());
    Maker::putReference(visit, "visited_by", facts.writer.id);
    Maker::put(visit, "outcome", facts.outcome);
    if (facts.answers)
        Maker::putText(visit, "filled_by", facts.filledBy);
    return visit;
}

Record responseFrom(Maker& maker, const VisitFacts& facts, const store::Device& device) {
    Record response = window::responseRecord(
        *facts.form, *facts.answers, {"bedside_visit", facts.filledBy, facts.language, "ward"}, device);
    response.id = maker.make("survey_response").id;
    Maker::putReference(response, "ward", facts.ward);
    Maker::putReference(response, "stay", facts.stay);
    return response;
}

bool hasWords(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") != std::string::npos;
}

/// Of the card that was handed out; empty where this ward has not heard of a department yet.
std::string cardVersion(store::Device& device) {
    sync::WallTime changed{};
    device.visitAll("department", [&changed](const Record& department) {
        changed = std::max(changed, domain::cardChangedAt(department));
    });
    return changed > sync::WallTime{} ? domain::formatTime(changed) : std::string();
}

/// The filled form and, for each text in it, a matter: a suggestion where the form asks for one.
std::vector<Record> answersFrom(Maker& maker, const VisitFacts& facts, const store::Device& device) {
    std::vector<Record> records{responseFrom(maker, facts, device)};
    const Record response = records.front();
    for (const auto& [linkId, words] : window::wordsOf(*facts.answers)) {
        if (!hasWords(words))
            continue;
        Record matter =
            matterFrom(maker, facts, response, linkId == "suggestion" ? "suggestion" : "opinion", words);
        Record submitted = maker.step(matter, "submit");
        records.push_back(std::move(matter));
        records.push_back(std::move(submitted));
    }
    return records;
}

} // namespace

std::vector<Record> recordsOf(const VisitFacts& facts, store::Device& device) {
    Maker maker(device, facts.writer);
    std::vector<Record> records;
    std::optional<sync::Uuid> visitId;
    if (!facts.outcome.empty()) {
        Record visit = visitFrom(maker, facts);
        visitId = visit.id;
        if (facts.answers) {
            records = answersFrom(maker, facts, device);
            Maker::put(visit, "survey_response", records.front().id);
        }
        records.insert(records.begin(), std::move(visit));
    }
    if (facts.cardHanded) {
        Record card = maker.make("card_handout");
        Maker::putReference(card, "ward", facts.ward);
        Maker::putReference(card, "stay", facts.stay);
        if (visitId)
            Maker::put(card, "visit", *visitId);
        Maker::putReference(card, "given_by", facts.writer.id);
        Maker::put(card, "given_at", maker.now());
        Maker::putText(card, "card_version", cardVersion(device));
        records.push_back(std::move(card));
    }
    return records;
}

std::vector<Record> recordsOf(const EntryFacts& facts, store::Device& device) {
    Maker maker(device, facts.writer);
    Record matter = maker.make("matter");
    Maker::put(matter, "kind", facts.kind);
    Maker::put(matter, "content",
               facts.place.empty() ? facts.content : facts.content + "\n地点：" + facts.place);
    Maker::putText(matter, "respondent", facts.respondent);
    Maker::putText(matter, "demand", facts.wish);
    if (facts.happenedAt)
        Maker::put(matter, "complaint_time", facts.happenedAt->time_since_epoch().count());
    Maker::putReference(matter, "department", facts.department);
    Maker::putText(matter, "complainant_type", facts.complainantType);
    Maker::putSealed(matter, "complainant_name", facts.name);
    Maker::putSealed(matter, "complainant_phone", facts.phone);
    Maker::put(matter, "anonymous", std::int64_t{facts.name.empty() && facts.phone.empty()});
    Maker::put(matter, "contact_mode", std::string("visit"));
    Maker::put(matter, "channel", std::string("internal"));
    Maker::put(matter, "source", std::string("dept_direct"));
    Maker::putReference(matter, "ward", facts.ward);
    Maker::putReference(matter, "first_receiver", facts.writer.id);
    Maker::put(matter, "language", facts.language);
    Maker::put(matter, "device_kind", std::string("ward"));
    Maker::put(matter, "raised_at", maker.now());

    Record submitted = maker.step(matter, "submit");
    Record outcome = maker.step(matter, facts.settled ? "answer_on_spot" : "lead_to_office");
    Maker::putText(outcome, facts.settled ? "text" : "reason", facts.outcome);
    Maker::putText(outcome, facts.settled ? "reason" : "text", facts.callNote);
    Maker::putReference(outcome, "department", facts.calledDepartment);
    Maker::putText(outcome, "phone_given", facts.calledPhone);
    return {std::move(matter), std::move(submitted), std::move(outcome)};
}

} // namespace lianxin::ward
