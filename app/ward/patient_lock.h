// SPDX-License-Identifier: GPL-3.0-or-later
// The tablet in a patient's hands: staff pages are gone until a member of staff types the PIN. The PIN is
// chosen at the first hand-over of this run and stands in memory only.
#pragma once

#include <QObject>
#include <QTimer>

namespace lianxin::ward {

class PatientLock : public QObject {
    Q_OBJECT
    Q_PROPERTY(Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(bool withPatient READ isWithPatient NOTIFY changed)
    Q_PROPERTY(bool handedIn READ isHandedIn NOTIFY changed)
    Q_PROPERTY(bool wrong READ isWrong NOTIFY changed)
    Q_PROPERTY(int secondsToWait READ secondsToWait NOTIFY changed)

public:
    enum Stage {
        WithStaff,
        ChoosingPin, ///< a member of staff chooses the PIN, then hands the tablet over
        Filling,     ///< the patient writes
        Locked,      ///< handed in, or left alone: nothing but giving it back
        AskingPin,
    };
    Q_ENUM(Stage)
    static constexpr int pinDigits = 4;

    PatientLock();

    Stage stage() const { return stage_; }
    /// Nothing of the staff's may be seen.
    bool isWithPatient() const { return stage_ != WithStaff && stage_ != ChoosingPin; }
    bool isHandedIn() const { return handedIn_; }
    bool isWrong() const { return wrongTries_ > 0; }
    /// After several wrong PINs.
    int secondsToWait() const { return secondsToWait_; }

    Q_INVOKABLE void handOver();
    /// Four digits, or nothing happens.
    Q_INVOKABLE void choosePin(const QString& pin);
    Q_INVOKABLE void cancelChoosing();
    /// What the patient wrote is saved.
    void handIn();
    Q_INVOKABLE void askPin();
    /// Back to what the patient had before.
    Q_INVOKABLE void cancelAsking();
    Q_INVOKABLE void enterPin(const QString& pin);
    /// Nobody touched it for long enough; the timer calls it.
    void lock();
    /// A second of waiting passed; the timer calls it.
    void tick();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed();
    /// The tablet is back with the staff.
    void returned();

private:
    void setStage(Stage stage);

    Stage stage_ = WithStaff;
    Stage before_ = Filling; ///< AskingPin
    QString pin_;
    bool handedIn_ = false;
    int wrongTries_ = 0;
    int secondsToWait_ = 0;
    QTimer alone_;
    QTimer second_;
};

} // namespace lianxin::ward
