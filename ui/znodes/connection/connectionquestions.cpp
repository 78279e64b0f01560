// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/connectionquestions.h"

#include "ui/znodes/connection/connectiondialog.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QMessageBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// "/" is no chroot.
QString rootOf(const QString &chroot)
{
    return chroot == "/"_L1 ? QString() : chroot;
}

/// Nothing speaks against it any more.
void agree(const QMessageBox &box)
{
    const QList<QAbstractButton *> buttons = box.buttons();
    for (QAbstractButton *button : buttons) {
        if (box.isVisible() && box.buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
}

} // namespace

ConnectionQuestions::ConnectionQuestions(ZnodeSession &session, const LastingWork &work, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_work(work)
    , m_window(window)
{
}

void ConnectionQuestions::askForConnection()
{
    auto *dialog =
        new ConnectionDialog(m_session.connection().target(), m_session.credentialsNote(), m_window);
    connect(dialog, &ConnectionDialog::wanted, this,
            [this](const QString &chroot, const QList<ZnodeCredential> &credentials) {
                const bool isSameRoot = rootOf(chroot) == m_session.view().chroot;
                if (m_session.endsSession(chroot, credentials))
                    endSession(isSameRoot ? LastingWork::Undo::Stays : LastingWork::Undo::Goes,
                               [this, chroot, credentials] { setTarget(chroot, credentials); });
                else
                    setTarget(chroot, credentials);
            });
    dialog->open();
}

void ConnectionQuestions::connectToWholeTree()
{
    endSession(LastingWork::Undo::Goes,
               [this] { setTarget({}, m_session.connection().target().credentials); });
}

void ConnectionQuestions::setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials)
{
    if (rootOf(chroot) != m_session.view().chroot) {
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
    endSession(
        LastingWork::Undo::Stays, [this, memberId] { m_session.chooseMember(memberId); },
        [this] { Q_EMIT memberKept(); });
}

/// What waits for a connection does not end with one that is not there.
bool ConnectionQuestions::cutsOff() const
{
    return m_session.connection().state() == ZnodeConnection::State::Connected && !m_work.isNone();
}

void ConnectionQuestions::endSession(LastingWork::Undo undo, const std::function<void()> &go,
                                     const std::function<void()> &stay)
{
    const int lost = int(m_session.connection().ephemeralCount());
    const bool stopsWork = cutsOff();
    if (lost == 0 && !stopsWork) {
        go();
        return;
    }
    QStringList paragraphs;
    if (stopsWork)
        paragraphs += m_work.consequence(undo);
    if (lost > 0)
        paragraphs +=
            tr("%Ln ephemeral znode(s) that you created belong to the present connection: ZooKeeper "
               "deletes them when it ends.",
               nullptr, lost);
    QMessageBox *box =
        askFirst({tr("Connection"),
                  stopsWork ? tr("Connect anew while something is being done through this connection?")
                            : tr("Connect anew, and lose ephemeral znodes?"),
                  paragraphs.join(u"\n\n"_s), tr("Connect &Anew")},
                 m_window, go, stay);
    connect(this, &ConnectionQuestions::forgotten, box, &QDialog::reject);
    if (lost == 0)
        connect(&m_work, &LastingWork::ended, box, [box] { agree(*box); });
}

} // namespace zoodock
