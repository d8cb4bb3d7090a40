// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/hospital_face.h"

#include "app/domain/matter.h"
#include "app/window/record_text.h"

namespace lianxin::window {

HospitalFace::HospitalFace(StoreLink& store) : store_(store) {
    connect(&store_, &StoreLink::recordsChanged, this, &HospitalFace::read);
    read();
}

void HospitalFace::read() {
    store_.ask(
        this,
        [](store::Device& device) {
            Facts facts;
            device.visitAll("hospital", [&facts](const sync::Record& record) {
                facts = {textOf(record, "name"), textOf(record, "short_name"),
                         textOf(record, "complaint_phone"), domain::isTrue(record, "faces_neutral")};
            });
            return facts;
        },
        [this](Facts facts) {
            facts_ = std::move(facts);
            emit changed();
        });
}

} // namespace lianxin::window
