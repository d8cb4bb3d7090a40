// SPDX-License-Identifier: GPL-3.0-or-later
// Home, as this kiosk stands.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

HomePage {
    id: view

    required property Kiosk kiosk

    hospitalName: kiosk.hospital.name
    complaintPhone: kiosk.hospital.complaintPhone
    shortOfRoom: kiosk.store.shortOfRoom
    isConnected: kiosk.store.link === StoreLink.Connected
    now: kiosk.now
    languageIndex: kiosk.language.index
    surveyQuestions: kiosk.shelf.questions
    onSurveyAsked: kiosk.begin(Kiosk.Survey)
    onMatterAsked: kiosk.begin(Kiosk.Matter)
    onCardAsked: kiosk.begin(Kiosk.Card)
    onLookupAsked: kiosk.begin(Kiosk.Lookup)
    onTextSizeChosen: size => Theme.textSize = size
    onLanguageChosen: index => kiosk.language.index = index
}
