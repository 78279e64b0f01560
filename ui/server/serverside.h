// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/server/questionlist.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;

namespace zoodock
{

struct ClusterStatus;

/// Who is asked, and what: beside the answers.
class ServerSide : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerSide)
public:
    explicit ServerSide(QWidget *parent = nullptr);

    /// nullptr: none. The member that was chosen stays so; nobody is told.
    void setMembers(const ClusterStatus *cluster);
    void chooseMember(int memberId);
    /// 0: there is none.
    [[nodiscard]] int member() const;
    [[nodiscard]] QuestionList::Question question() const { return m_list->chosen(); }
    /// Of the AdminServer; `problem` says why there are none.
    void setPages(const QStringList &pages, const QString &problem = {});
    void disablePages(const QString &reason) { m_list->disablePages(reason); }
    [[nodiscard]] bool hasPages() const { return m_list->hasPages(); }

Q_SIGNALS:
    void memberChosen();
    void questionChosen();

private:
    QComboBox *m_members;
    QuestionList *m_list;
    QLabel *m_noPages;
};

} // namespace zoodock
