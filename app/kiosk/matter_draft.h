// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is about to raise at the kiosk. It lives in memory for one sitting and is destroyed with it;
// only a whole one is ever saved.
#pragma once

#include "app/store/device.h"

#include <QDate>
#include <QObject>

namespace lianxin::kiosk {

class MatterDraft : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString kind MEMBER kind_ NOTIFY changed)
    Q_PROPERTY(QString departmentId READ departmentId NOTIFY changed)
    Q_PROPERTY(QString departmentName READ departmentName NOTIFY changed)
    Q_PROPERTY(bool departmentAnswered READ departmentAnswered NOTIFY changed)
    Q_PROPERTY(QString content MEMBER content_ NOTIFY changed)
    Q_PROPERTY(int daysAgo MEMBER daysAgo_ NOTIFY changed)
    Q_PROPERTY(int partOfDay MEMBER partOfDay_ NOTIFY changed)
    Q_PROPERTY(QString wish MEMBER wish_ NOTIFY changed)
    Q_PROPERTY(Contact contact MEMBER contact_ NOTIFY changed)
    Q_PROPERTY(QString complainantType MEMBER complainantType_ NOTIFY changed)
    Q_PROPERTY(QString name MEMBER name_ NOTIFY changed)
    Q_PROPERTY(QString phone MEMBER phone_ NOTIFY changed)
    Q_PROPERTY(bool nameWithheld MEMBER nameWithheld_ NOTIFY changed)
    Q_PROPERTY(bool unitWithheld MEMBER unitWithheld_ NOTIFY changed)
    Q_PROPERTY(QString receiverNumber MEMBER receiverNumber_ NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(int missingDigits READ missingDigits NOTIFY changed)

public:
    /// Nothing is chosen beforehand.
    enum Contact { Unsaid, Anonymous, WithContact };
    Q_ENUM(Contact)

    explicit MatterDraft(QObject* parent = nullptr) : QObject(parent) {}

    QString departmentId() const { return departmentId_; }
    QString departmentName() const { return departmentName_; }
    const QString& receiverNumber() const { return receiverNumber_; }
    /// An empty id: not about a department, or not known which.
    Q_INVOKABLE void chooseDepartment(const QString& id, const QString& name);
    bool departmentAnswered() const { return departmentAnswered_; }
    bool isEmpty() const;
    /// How many digits a mobile number that begins like one still lacks; 0 for anything else that can be
    /// dialled.
    int missingDigits() const;
    void clear();

    /// What is saved, and under which lookup code. Called on the device's thread with a copy of the facts.
    struct Facts {
        std::string kind, departmentId, content, wish, complainantType, name, phone, receiverNumber, language;
        std::optional<sync::WallTime> happenedAt;
        bool withContact = false, nameWithheld = false, unitWithheld = false;
    };
    Facts facts(const QString& language, const QDate& today) const;

signals:
    void changed();

private:
    QString kind_, departmentId_, departmentName_, content_, wish_, complainantType_, name_, phone_;
    QString receiverNumber_; ///< of the member of staff who writes for the person (R-112); empty: nobody
    bool departmentAnswered_ = false;
    int daysAgo_ = -1;   ///< before today; negative: not said
    int partOfDay_ = -1; ///< 0 morning, 1 afternoon, 2 evening; negative: not said
    Contact contact_ = Unsaid;
    bool nameWithheld_ = false;
    bool unitWithheld_ = false;
};

/// The matter and its first step, ready to be saved together.
std::vector<sync::Record> recordsOf(const MatterDraft::Facts& facts, const std::string& lookupCode,
                                    store::Device& device);

} // namespace lianxin::kiosk
