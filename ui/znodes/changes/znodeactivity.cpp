// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/znodeactivity.h"

#include "clusters/activitylog.h"
#include "clusters/operationtask.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <utility>

namespace zoodock
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeActivity)
};

constexpr std::chrono::seconds connectionPatience{30};

class ConnectionWait : public Operation
{
public:
    ConnectionWait(ZnodeSession &session, QString cluster, QString chroot, QObject *parent)
        : Operation(parent)
        , m_session(session)
        , m_cluster(std::move(cluster))
        , m_chroot(std::move(chroot))
    {
        setDeadline(connectionPatience);
    }

protected:
    void begin() override
    {
        connect(&m_session.connection(), &ZnodeConnection::stateChanged, this, &ConnectionWait::look);
        m_session.lookAt();
        look();
    }
    void abort(const Error &why) override
    {
        fail(why.kind() == ErrorKind::Timeout
                 ? Error(ErrorKind::NotServing,
                         Words::tr("There was no connection to %1 within half a minute. "
                                   "See on the page “Znodes” why, then try again.")
                             .arg(m_cluster))
                 : why);
    }

private:
    void look()
    {
        if (isSettled())
            return;
        const bool isAnother = m_session.cluster() != m_cluster;
        if (!isAnother && m_session.connection().state() != ZnodeConnection::State::Connected)
            return;
        if (isConnected(m_session, m_cluster, m_chroot))
            succeed();
        else
            fail(Error(
                ErrorKind::InvalidInput,
                Words::tr("The page “Znodes” is connected to something else by now. Choose the cluster %1 "
                          "and the root %2 there, then try again.")
                    .arg(m_cluster, m_chroot.isEmpty() ? QString(u'/') : legibleName(m_chroot))));
    }

    ZnodeSession &m_session;
    QString m_cluster;
    QString m_chroot;
};

} // namespace

ZnodeActivity::ZnodeActivity(ZnodeSession &session)
    : m_session(session)
{
}

QString ZnodeActivity::clusterName() const
{
    return m_session.services().shownName(m_session.cluster());
}

QStringList ZnodeActivity::shown(QStringList names)
{
    for (QString &name : names)
        name = legibleName(name);
    return names;
}

OperationTask *ZnodeActivity::begin(const TaskTitle &title, const QStringList &steps, Row row)
{
    m_row = new OperationTask(m_session.cluster(), title, steps, nullptr);
    m_row->setFailureOnPage(true); // ChangeNotice
    m_row->setNeedsServers();
    if (row == Row::Always)
        m_session.services().activity.add(m_row);
    else
        m_session.services().activity.addIfItLasts(m_row);
    return m_row;
}

OperationTask *ZnodeActivity::row() const
{
    return m_row;
}

const OperationTask *ZnodeActivity::underWay() const
{
    const bool isSeen = m_row && m_session.services().activity.tasks().contains(m_row);
    return isSeen && !m_row->isFinished() ? m_row.data() : nullptr;
}

void ZnodeActivity::cancelRow(const QString &words)
{
    if (!m_row)
        return;
    m_row->setWhenCancelled([words] { return words; });
    m_row->cancel();
}

void ZnodeActivity::sayThatItIsGone()
{
    if (m_row) // VersionConflict: others' doing
        m_row->endWith(Error(ErrorKind::VersionConflict,
                             Words::tr("The cluster was removed before this came to its end.")));
}

void ZnodeActivity::sayThatItWasLeft()
{
    cancelRow(
        Words::tr("The connection to its cluster was left. What was changed until then stays; no file was "
                  "written."));
}

QString ZnodeActivity::progressWords(qint64 done, qint64 total)
{
    const QLocale locale;
    return total > 0 ? Words::tr("%1 of %2 znodes").arg(locale.toString(done), locale.toString(total))
                     : QString();
}

bool isConnected(ZnodeSession &session, const QString &cluster, const QString &chroot)
{
    const ZnodeConnection &connection = session.connection();
    return session.cluster() == cluster && connection.state() == ZnodeConnection::State::Connected &&
           connection.target().chroot == chroot;
}

Operation *awaitConnection(ZnodeSession &session, const QString &cluster, const QString &chroot,
                           QObject *parent)
{
    return new ConnectionWait(session, cluster, chroot, parent);
}

} // namespace zoodock
