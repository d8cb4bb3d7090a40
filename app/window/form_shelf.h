// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one kind of survey that is handed out at this device: the newest active version. Follows what
// comes.
#pragma once

#include "app/domain/survey/form_answers.h"
#include "app/window/store_link.h"

#include <memory>
#include <optional>

namespace lianxin::window {

/// An active questionnaire record and what it asks.
struct ActiveForm {
    sync::Uuid record;
    std::string version;
    std::string surveyKind;
    std::shared_ptr<const domain::Form> form;
};

class FormShelf : public QObject {
    Q_OBJECT
    Q_PROPERTY(int questions READ questions NOTIFY changed)

public:
    /// `surveyKind` as in records: "outpatient_satisfaction". The link outlives it.
    FormShelf(StoreLink& store, std::string surveyKind);

    /// Nothing before one has come.
    const std::optional<ActiveForm>& form() const { return form_; }
    /// Questions that everybody is asked, for the promise on home; 0: there is no form.
    int questions() const;

signals:
    void changed();

private:
    void read();

    StoreLink& store_;
    std::string surveyKind_;
    std::optional<ActiveForm> form_;
};

/// On which face a form was filled in, by codes of the domain.
struct FilledIn {
    std::string source;   ///< "outpatient_survey"
    std::string by;       ///< "patient"
    std::string language; ///< "zh-CN"
    std::string deviceKind;
};

/// A fill-in, ready to be saved: what the person answered, and nothing of who answered.
sync::Record responseRecord(const ActiveForm& form, const domain::FormAnswers& answers, const FilledIn& how,
                            const store::Device& device);

/// What was written in the person's own words: the linkId of each question and the text, in order.
std::vector<std::pair<std::string, std::string>> wordsOf(const domain::FormAnswers& answers);

/// Reads a questionnaire's record; nothing when it is not there or cannot be read.
std::optional<ActiveForm> formOf(store::Device& device, const sync::Uuid& record);

} // namespace lianxin::window
