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

/// A fill-in, ready to be saved: what the person answered, and nothing of who answered.
sync::Record responseRecord(const ActiveForm& form, const domain::FormAnswers& answers,
                            const std::string& language, const store::Device& device);

} // namespace lianxin::window
