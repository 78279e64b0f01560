// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/serverinspector.h"

#include <QtCore/QPointer>

namespace zoodock
{

/// The questions to one member's server that are under way: one about what is chosen, one for the list of
/// AdminServer's pages. A new question takes the place of the one before, of which nothing is heard any more.
class ServerQuestions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerQuestions)
public:
    ServerQuestions(EngineRegistry &engines, ClusterStore &store, QObject *parent);
    ~ServerQuestions() override;

    /// Who is asked from now on; what is under way is forgotten.
    void setMember(const QString &cluster, int memberId);
    void askWord(const QString &word);
    void askPage(const QString &page);
    void askForPages();
    /// As ServerInspector::adminUrl().
    [[nodiscard]] QUrl adminUrl() const;
    void forget();

Q_SIGNALS:
    void answered(const zoodock::ServerAnswer &answer);
    void notAnswered(const zoodock::Error &why);
    void pagesKnown(const QStringList &pages);
    void noPages(const zoodock::Error &why);

private:
    void ask(ValueOperation<ServerAnswer> *question);

    ServerInspector m_inspector;
    QString m_cluster;
    int m_member = 0;
    QPointer<Operation> m_question;
    QPointer<Operation> m_pagesQuestion;
};

} // namespace zoodock
