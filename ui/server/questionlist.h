// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTreeWidget>

namespace zoodock
{

/// What a server can be asked: the four-letter words, and the pages of its AdminServer where it has one.
class QuestionList : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuestionList)
public:
    struct Question
    {
        QString name; ///< the word, or the page; empty: nothing is chosen
        QString title;
        bool isPage = false;
    };

    explicit QuestionList(QWidget *parent = nullptr);

    [[nodiscard]] Question chosen() const;
    /// Those that change something in the server are left out. Where the chosen one goes, the first word is
    /// chosen.
    void setPages(const QStringList &pages);
    /// Those that are listed cannot be asked just now.
    void disablePages(const QString &reason);
    [[nodiscard]] bool hasPages() const { return m_pages->childCount() > 0; }

Q_SIGNALS:
    void chosenChanged();

private:
    QTreeWidgetItem *m_words;
    QTreeWidgetItem *m_pages;
};

} // namespace zoodock
