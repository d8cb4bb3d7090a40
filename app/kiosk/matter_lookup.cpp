// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/matter_lookup.h"

#include "app/domain/lookup_code.h"

namespace lianxin::kiosk {

MatterLookup::~MatterLookup() {
    pool_.waitForDone();
}

void MatterLookup::setCode(const QString& code) {
    if (std::exchange(code_, code) == code)
        return;
    forgetAnswer();
    emit changed();
}

void MatterLookup::ask() {
    if (outcome_ == Asking)
        return;
    const auto code = domain::readLookupCode(code_.toStdString());
    outcome_ = code ? Asking : NotACode;
    emit changed();
    if (!code)
        return;
    pool_.start([this, settings = settings_, code = *code, asked = ++asked_] {
        auto reply = store::askHub(settings, "/v1/lookup", {{"code", code}});
        QMetaObject::invokeMethod(
            this,
            [this, asked, reply = std::move(reply)] {
                if (asked == asked_)
                    take(reply);
            },
            Qt::QueuedConnection);
    });
}

void MatterLookup::take(const store::HubReply& reply) {
    switch (reply.said) {
    case store::HubSaid::NoNetwork:
        outcome_ = NoNetwork;
        break;
    case store::HubSaid::NotNow:
    case store::HubSaid::Refused:
        outcome_ = NotNow;
        break;
    case store::HubSaid::Answer:
        outcome_ = reply.answer.value("found", false) ? Found : NotFound;
        stage_ = QString::fromStdString(reply.answer.value("stage", std::string()));
        answer_ = QString::fromStdString(reply.answer.value("answer", std::string()));
        for (const auto& step : reply.answer.value("steps", nlohmann::json::array())) {
            steps_.push_back(QString::fromStdString(step.value("step", std::string())));
            times_.push_back(step.value("at", 0.0));
        }
        break;
    }
    emit changed();
}

void MatterLookup::forgetAnswer() {
    ++asked_;
    outcome_ = Unasked;
    stage_.clear();
    answer_.clear();
    steps_.clear();
    times_.clear();
}

void MatterLookup::clear() {
    code_.clear();
    forgetAnswer();
    emit changed();
}

} // namespace lianxin::kiosk
