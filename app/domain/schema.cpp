// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/schema.h"

namespace lianxin::domain {

namespace {

using enum sync::FieldType;
using sync::Field;
using sync::FieldType;
using sync::MergeRule;
using sync::RecordType;

Field once(std::string name, FieldType type) {
    return {std::move(name), type, MergeRule::Once, false};
}
Field latest(std::string name, FieldType type) {
    return {std::move(name), type, MergeRule::Latest, false};
}
Field versions(std::string name) {
    return {std::move(name), Text, MergeRule::Versions, false};
}
Field setOf(std::string name) {
    return {std::move(name), Text, MergeRule::Set, false};
}
Field fromHub(std::string name, FieldType type) {
    return {std::move(name), type, MergeRule::Once, true};
}

// 医院: what stands on every page and on the contact card (R-298, P-05).
RecordType hospital() {
    return RecordType("hospital",
                      {
                          latest("name", Text),
                          latest("short_name", Text),
                          latest("institution_level", Text), // decides the survey quota
                          latest("address", Text),
                          latest("complaint_department", Reference),
                          latest("complaint_phone", Text),
                          latest("complaint_mail", Text),
                          // Coloured faces may lead; a hospital can have them colourless until one is chosen.
                          latest("faces_neutral", Boolean),
                      },
                      {});
}

// 科室: the contact card (医患连心卡) lists the phone of every clinical one; receivers call its head
//
RecordType department() {
    return RecordType("department",
                      {
                          latest("name", Text),
                          latest("kind", Text),
                          latest("phone", Text),
                          latest("head_phone", Text),
                          latest("location", Text),
                          latest("list_position", Integer),
                          latest("out_of_use", Boolean),
                      },
                      {});
}

// 病区
RecordType ward() {
    return RecordType("ward",
                      {
                          latest("name", Text),
                          latest("department", Reference),
                          latest("phone", Text),
                          latest("location", Text),
                          latest("list_position", Integer),
                          latest("out_of_use", Boolean),
                      },
                      {});
}

// 床位: may be moved to another ward, so the ward is no parent.
RecordType bed() {
    return RecordType("bed",
                      {
                          latest("ward", Reference),
                          latest("label", Text),
                          latest("list_position", Integer),
                          latest("out_of_use", Boolean),
                      },
                      {});
}

// 工作人员: known by job number and title; the role is one of P-01.
RecordType staff() {
    return RecordType("staff",
                      {
                          latest("job_number", Text),
                          latest("display_name", Text),
                          latest("title", Text),
                          latest("role", Text),
                          latest("department", Reference),
                          latest("ward", Reference),
                          latest("out_of_use", Boolean),
                      },
                      {});
}

// 值班表: who is on duty where and when (R-211, D-24).
RecordType rosterEntry() {
    return RecordType("roster_entry",
                      {
                          latest("duty", Text),
                          latest("staff", Reference),
                          latest("department", Reference),
                          latest("ward", Reference),
                          latest("starts_at", Time),
                          latest("ends_at", Time),
                          latest("phone", Text),
                      },
                      {});
}

// 住院: one patient's stay at a bed; the round list of a ward is made of them. Patients change beds
// and wards.
RecordType stay() {
    return RecordType(
        "stay",
        {
            once("patient_ref", Text), // the hospital's own opaque key; says nothing about the person
            latest("ward", Reference),
            latest("bed", Reference),
            once("admitted_at", Time),
            latest("discharged_at", Time),
        },
        {});
}

// 分类: the lists a person chooses from. A published code keeps its meaning, only its words may change.
RecordType category() {
    return RecordType("category",
                      {
                          once("tree", Text),
                          once("code", Text),
                          latest("name", Text),
                          latest("broader", Reference),
                          latest("list_position", Integer),
                          latest("out_of_use", Boolean),
                      },
                      {});
}

// 满意度调查问卷: one record is one version of a form, and what was asked never changes (P-04).
RecordType questionnaire() {
    return RecordType("questionnaire",
                      {
                          once("url", Text),
                          once("version", Text),
                          once("name", Text),
                          once("survey_kind", Text),
                          once("content", Json), // a FHIR R4 Questionnaire
                          latest("status", Text),
                      },
                      {});
}

// 制度参数 (P-12): one record is one version; a matter keeps the version under which it was registered.
RecordType policyProfile() {
    return RecordType("policy_profile",
                      {
                          once("profile", Text),
                          once("version", Integer),
                          once("name", Text),
                          once("content", Json),
                          latest("status", Text),
                      },
                      {});
}

// 满意度调查: answers are never changed after submission.
RecordType surveyResponse() {
    return RecordType("survey_response",
                      {
                          once("questionnaire", Reference),
                          once("questionnaire_version", Text),
                          once("survey_kind", Text),
                          once("channel", Text),
                          once("source", Text),
                          once("department", Reference),
                          once("ward", Reference),
                          once("stay", Reference),
                          once("filled_by", Text),
                          once("language", Text),
                          once("device_kind", Text),
                          once("started_at", Time),
                          once("submitted_at", Time),
                          once("duration_ms", Integer),
                          once("score", Real),
                          once("answers", Json), // a FHIR R4 QuestionnaireResponse
                          once("free_text", Text),
                      },
                      {});
}

// 事项: whatever a person raised; the complaint register (医院投诉登记表, D-01) is a view of these and their
// events. What the office completes at registration is not written once, since the person at
// the kiosk did not write it. What a step decides (class, due time, handling department) stands in that
// step's event and nowhere here.
RecordType matter() {
    return RecordType(
        "matter",
        {
            once("kind", Text),    // as raised; classifying it is an event
            once("subject", Text), // as raised
            versions("content"),
            versions("problem"), // 反映问题
            versions("opinion"),
            versions("suggestion"),
            versions("demand"),                    // 要求
            latest("respondent", Text),            // 投诉对象
            latest("respondent_unnamed", Boolean), // the person named nobody, and that is on record
            latest("complaint_time", Time),
            once("complainant_type", Text),
            latest("complainant_name", Sealed),
            latest("complainant_phone", Sealed),
            latest("anonymous", Boolean),
            latest("name_withheld", Boolean), // two choices of their own
            latest("unit_withheld", Boolean),
            latest("identity_sealed", Boolean), // at any time
            once("contact_mode", Text),
            once("channel", Text),
            once("source", Text),
            latest("external_order_no", Text),
            latest("department", Reference),
            setOf("departments_involved"),
            setOf("tags"),
            once("ward", Reference),
            once("first_receiver", Reference), // 首接人员, R-112
            // The number they go by, where a device knows no staff: at a kiosk they write for those who
            // cannot.
            once("first_receiver_number", Text),
            once("source_record", Reference), // the survey or visit it was drawn from (P-31)
            once("lookup_code", Text),
            once("language", Text),
            once("device_kind", Text),
            once("raised_at", Time),
            fromHub("number", Text),
        },
        {});
}

// 事项经过: one step of a matter (P-10, P-11). The hub judges it once, at admission, and never again.
RecordType matterEvent() {
    return RecordType("matter_event",
                      {
                          once("matter", Reference),
                          once("step", Text),
                          once("occurred_at", Time), // as the actor's device claims
                          once("actor", Reference),
                          once("actor_role", Text),
                          once("text", Text), // the answer, the note, the opinion in detail
                          once("reason", Text),
                          once("department", Reference),
                          once("due_at", Time),
                          once("phone_given", Text),
                          once("kind", Text),                // classified as
                          once("nature", Text),              // 问题性质
                          once("direction", Text),           // 处理方向
                          once("severity", Text),
                          once("feedback_form", Text),       // spoken or written
                          once("addressee", Text),           // to whom
                          once("policy_profile", Reference), // P-11
                          fromHub("place", Integer),         // the event's number within its matter
                          fromHub("effective", Boolean),
                          fromHub("without_effect_because", Text),
                      },
                      "matter");
}

// 证据: a photo, a recording or a paper that belongs to a matter. Its bytes are a blob, which the record
// names.
RecordType evidence() {
    return RecordType("evidence",
                      {
                          once("matter", Reference),
                          once("kind", Text),
                          once("media_type", Text),
                          once("file_name", Text),   // as it was called where it came from
                          once("description", Text), // what it shows, in a line
                          once("content", Text),     // hash and size
                          once("taken_at", Time),    // as whoever added it says
                          once("added_at", Time),
                          once("added_by", Reference),
                      },
                      "matter", "content");
}

// 住院查房随访 with the opinion and suggestion form (征求意见建议表, R-080, D-04).
RecordType visit() {
    return RecordType("visit",
                      {
                          once("ward", Reference),
                          once("bed", Reference),
                          once("stay", Reference),
                          once("visited_at", Time),
                          once("visited_by", Reference),
                          once("outcome", Text),
                          once("filled_by", Text),
                          once("care_link", Text), // 看病就医环节, R-058
                          once("survey_response", Reference),
                          versions("opinions"),
                          versions("suggestions"),
                          versions("note"),
                      },
                      {});
}

// 医患连心卡 handed out. The card itself is made from the departments.
RecordType cardHandout() {
    return RecordType("card_handout",
                      {
                          once("ward", Reference),
                          once("stay", Reference),
                          once("visit", Reference),
                          once("given_by", Reference),
                          once("given_at", Time),
                          once("card_version", Text),
                      },
                      {});
}

} // namespace

sync::Schema makeHospitalSchema() {
    return sync::Schema(hospitalSchemaVersion,
                        {hospital(), department(), ward(), bed(), staff(), rosterEntry(), stay(), category(),
                         questionnaire(), policyProfile(), surveyResponse(), matter(), matterEvent(),
                         evidence(), visit(), cardHandout()});
}

} // namespace lianxin::domain
