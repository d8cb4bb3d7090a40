// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/kiosk/traces.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QJSValue>
#include <QMetaProperty>
#include <QMimeData>
#include <QQuickItem>
#include <QSet>

namespace lianxin::tests {

namespace {

class Search {
public:
    Search(const QStringList& texts, Undo undo) : texts_(texts), undo_(undo) {}

    void add(QObject* object) {
        if (object && !seen_.contains(object)) {
            seen_.insert(object);
            waiting_.append(object);
        }
    }

    void run() {
        while (!waiting_.isEmpty())
            look(waiting_.takeFirst());
    }

    /// Texts, and whatever holds texts or objects.
    void lookInto(const QVariant& value, const QString& place) {
        if (value.canConvert<QObject*>())
            add(value.value<QObject*>());
        else if (value.metaType() == QMetaType::fromType<QJSValue>())
            lookInto(value.value<QJSValue>().toVariant(), place);
        else if (value.metaType().id() == QMetaType::QVariantMap)
            for (const QVariant& one : value.toMap())
                lookInto(one, place);
        else if (value.metaType().id() == QMetaType::QVariantList ||
                 value.metaType().id() == QMetaType::QStringList)
            for (const QVariant& one : value.toList())
                lookInto(one, place);
        else if (value.canConvert<QString>())
            compare(value.toString(), place);
    }

    const QStringList& found() const { return found_; }

private:
    void compare(const QString& held, const QString& place) {
        for (const QString& text : texts_)
            if (held.contains(text))
                found_.append(place + QStringLiteral(" holds ") + text);
    }

    void look(QObject* object) {
        const QMetaObject* meta = object->metaObject();
        const QString name = QString::fromUtf8(meta->className());
        if (name.endsWith(u"ValueType"))
            return; // a font or a colour lent to a binding: it holds no text, and what it belonged to may be
                    // gone
        for (QObject* child : object->children())
            add(child);
        if (const auto* item = qobject_cast<QQuickItem*>(object))
            for (QQuickItem* child : item->childItems())
                add(child);
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty property = meta->property(i);
            lookInto(property.read(object), name + QLatin1Char('.') + QString::fromUtf8(property.name()));
        }
        for (const QByteArray& property : object->dynamicPropertyNames())
            lookInto(object->property(property), name + QLatin1Char('.') + QString::fromUtf8(property));
        if (const auto* model = qobject_cast<QAbstractItemModel*>(object))
            lookAtRows(*model, name);
        if (undo_ == Undo::Yes)
            lookAtUndo(object, name);
    }

    void lookAtRows(const QAbstractItemModel& model, const QString& name) {
        const auto roles = model.roleNames();
        for (int row = 0; row < model.rowCount(); ++row)
            for (const int role : roles.keys())
                lookInto(model.index(row, 0).data(role), name + QStringLiteral(" row"));
    }

    /// A control whose text was taken away may still know it: undo brings it back.
    void lookAtUndo(QObject* object, const QString& name) {
        if (!object->property("canUndo").toBool())
            return;
        constexpr int mostSteps = 100;
        for (int step = 0; step < mostSteps && object->property("canUndo").toBool(); ++step) {
            QMetaObject::invokeMethod(object, "undo");
            compare(object->property("text").toString(), name + QStringLiteral(" undone"));
        }
    }

    const QStringList& texts_;
    const Undo undo_;
    QSet<QObject*> seen_;
    QList<QObject*> waiting_;
    QStringList found_;
};

} // namespace

QStringList tracesOf(const QStringList& texts, const QList<QObject*>& roots, Undo undo) {
    Search search(texts, undo);
    for (QObject* root : roots)
        search.add(root);
    search.run();
    const QClipboard& clipboard = *QGuiApplication::clipboard();
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection, QClipboard::FindBuffer})
        if (const QMimeData* data = clipboard.mimeData(mode))
            search.lookInto(data->text(), QStringLiteral("clipboard"));
    return search.found();
}

} // namespace lianxin::tests
