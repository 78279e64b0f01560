// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/connectionquestions.h"

#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"

#include <QtWidgets/QMessageBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ConnectionQuestions::ConnectionQuestions(ZnodeSession &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
{
}

void ConnectionQuestions::askForConnection()
{
    auto *dialog =
        new ConnectionDialog(m_session.connection().target(), m_session.credentialsNote(), m_window);
    connect(dialog, &ConnectionDialog::wanted, this,
            [this](const QString &chroot, const QList<ZnodeCredential> &credentials) {
                if (m_session.endsSession(chroot, credentials))
                    endSession([this, chroot, credentials] { setTarget(chroot, credentials); });
                else
                    setTarget(chroot, credentials);
            });
    dialog->open();
}

void ConnectionQuestions::connectToWholeTree()
{
    setTarget({}, m_session.connection().target().credentials);
}

void ConnectionQuestions::setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials)
{
    const QString root = chroot == "/"_L1 ? QString() : chroot;
    if (root != m_session.view().chroot) {
        Q_EMIT rootLeft();
        m_session.view().path.clear();
    }
    m_session.setTarget(chroot, credentials);
    Q_EMIT targetSet();
}

void ConnectionQuestions::chooseMember(int memberId)
{
    if (memberId == m_session.member())
        return;
    endSession([this, memberId] { m_session.chooseMember(memberId); }, [this] { Q_EMIT memberKept(); });
}

void ConnectionQuestions::endSession(const std::function<void()> &go, const std::function<void()> &stay)
{
    const int lost = int(m_session.connection().ephemeralCount());
    if (lost == 0) {
        go();
        return;
    }
    QMessageBox *box = askFirst(
        {tr("Connection"), tr("Connect anew, and lose ephemeral znodes?"),
         tr("%n ephemeral znode(s) that you created belong to the present connection: ZooKeeper deletes them "
            "when it ends.",
            nullptr, lost),
         tr("Connect &Anew")},
        m_window, go, stay);
    connect(this, &ConnectionQuestions::forgotten, box, &QDialog::reject);
}

} // namespace zoodock
