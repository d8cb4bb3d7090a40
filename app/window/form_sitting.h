// SPDX-License-Identifier: GPL-3.0-or-later
// One fill-in of a form on a screen: the rows of the page that stands, and the way from page to page. It
// holds what was answered until clear(), and nothing of it is stored before the whole is saved.
#pragma once

#include "app/window/form_pages.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <optional>

namespace lianxin::window {

class FormSitting : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY pageChanged)
    Q_PROPERTY(QString title READ title NOTIFY pageChanged)
    Q_PROPERTY(QString section READ section NOTIFY pageChanged)
    Q_PROPERTY(QString lead READ lead NOTIFY pageChanged)
    Q_PROPERTY(int page READ page NOTIFY pageChanged)
    Q_PROPERTY(int number READ number NOTIFY pageChanged)
    Q_PROPERTY(int numbers READ numbers NOTIFY pageChanged)
    Q_PROPERTY(bool isLast READ isLast NOTIFY pageChanged)
    Q_PROPERTY(bool canSkip READ canSkip NOTIFY pageChanged)
    Q_PROPERTY(bool oneTask READ oneTask WRITE setOneTask NOTIFY pageChanged)
    Q_PROPERTY(bool hasAnswers READ hasAnswers NOTIFY answersChanged)
    Q_PROPERTY(int answered READ answered NOTIFY answersChanged)
    Q_PROPERTY(int asked READ asked NOTIFY answersChanged)

public:
    enum Role {
        RowKey = Qt::UserRole,
        Kind,   ///< which control: see kindOf in the source
        Words,  ///< the question
        Hint,   ///< what to type
        IsLead, ///< the first question of the page, whose words stand as the page's title
        IsRequired,
        IsMany,
        OptionWords,
        ChosenOptions, ///< one truth for each option
        Faces,         ///< how many of the options, from the first, are faces
        Typed,         ///< the answer as text
        Problem,       ///< in words of faults; empty: none
        MostCharacters,
        Least,
        Greatest,
        Step,
    };

    explicit FormSitting(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// From the next fill-in on.
    void setOnePage(bool onePage) { rules_.onePage = onePage; }
    /// Questions that are not asked from the next fill-in on, since answer() says what is known.
    void leaveOut(std::vector<std::string> linkIds) { rules_.leftOut = std::move(linkIds); }
    /// Begins a fill-in. Language as in records: "zh-CN".
    void open(std::shared_ptr<const domain::Form> form, const QString& language);
    void setLanguage(const QString& language);
    /// Puts answers in, as {linkId: value or [values]}; what the form does not know is passed over.
    void answer(const nlohmann::json& answers);
    /// Forgets every answer.
    void clear();

    bool isOpen() const { return answers_.has_value(); }
    QString title() const;
    QString section() const;
    QString lead() const;
    int page() const { return page_; }
    /// Of the question that stands, among those that have a number.
    int number() const;
    int numbers() const;
    bool isLast() const { return page_ + 1 >= static_cast<int>(pages_.size()); }
    bool canSkip() const;
    bool oneTask() const { return rules_.oneTask; }
    void setOneTask(bool oneTask);
    /// Of what is asked, something was answered.
    bool hasAnswers() const;
    int answered() const;
    int asked() const;
    /// Something that was entered cannot be an answer; it is said beside it.
    bool hasFaults() const;
    const domain::FormAnswers& answers() const { return *answers_; }

    Q_INVOKABLE void choose(int row, int option);
    Q_INVOKABLE void type(int row, const QString& text);
    Q_INVOKABLE void say(int row, bool yes);
    Q_INVOKABLE void addCopy(int row);
    /// To the next page. What is missing or wrong on this one is shown instead; false.
    Q_INVOKABLE bool next();
    Q_INVOKABLE bool back();
    /// Leaves the page without an answer, which is stored as such. True unless it was the last one.
    Q_INVOKABLE bool skip();
    /// Where an option among very many is: the first `most` that hold the text, as {index, words}.
    Q_INVOKABLE QVariantList optionsWith(int row, const QString& text, int most) const;

    int rowCount(const QModelIndex& parent) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void pageChanged();
    void answersChanged();

private:
    const FormPage& here() const { return pages_[static_cast<std::size_t>(page_)]; }
    domain::RowId rowAt(int row) const { return here().rows[static_cast<std::size_t>(row)]; }
    std::optional<domain::RowId> leadRow() const;
    QString wordsIn(const domain::TranslatedText& text) const;
    QVariantList chosenOf(domain::RowId row) const;
    QString problemOf(domain::RowId row) const;
    bool pageIsSound();
    void takeChanges();
    void layOut();
    int countAsked(bool answeredOnly) const;
    void show(int page);

    std::optional<domain::FormAnswers> answers_;
    QString language_;
    std::vector<FormPage> pages_;
    int page_ = 0;
    PageRules rules_;
    bool asked_ = false; ///< the page was to be left, so what is missing is said
};

} // namespace lianxin::window
