// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use a znode: what a person enters stays theirs until it is there, or may be there.
#include "ui/znodes/changes/acldialog.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"

namespace zoodock
{

namespace
{

/// The same, whatever has become of the change.
auto saying(const QString &sentence)
{
    return [sentence](const ZnodeChange &) { return sentence; };
}

QList<QByteArray> secretsOf(const ZnodeSession &session)
{
    QList<QByteArray> secrets;
    for (const ZnodeCredential &credential : session.connection().target().credentials)
        secrets.append(credential.secret);
    return secrets;
}

/// Nothing is changed. What went without an answer may be there.
bool isRefused(const ZnodeChange &change)
{
    switch (change.error().kind()) {
    case ErrorKind::ConnectionLost:
    case ErrorKind::SessionExpired:
    case ErrorKind::Timeout:
        return change.phase() == ZnodeChange::Phase::Reading;
    default:
        return !change.succeeded() && change.undo().isEmpty();
    }
}

/// As it is now, whichever znode the page shows.
void readFor(AclDialog *dialog, ZnodeEditor &editor, const ZnodePath &path)
{
    auto *reading = editor.readAcl(path, dialog);
    QObject::connect(reading, &Operation::finished, dialog, [reading, dialog] {
        reading->deleteLater();
        if (reading->succeeded())
            dialog->noteNow(reading->value());
    });
    reading->start();
}

} // namespace

void ZnodeChanger::askForAcl(const ZnodePath &path, const AclValue &acl, bool hasChildren)
{
    const QList<QByteArray> secrets = secretsOf(m_session);
    auto *dialog = new AclDialog(path.text(), acl, hasChildren, secrets, m_window);
    m_aclDialog = dialog;
    m_aclPath = path;
    connect(dialog, &AclDialog::wanted, this,
            [this, dialog, path](const Acl &wanted, qint32 aversion, bool recursive) {
                if (isBusy())
                    dialog->reopen(
                        tr("Something else is being changed here. Set the list once that has ended."));
                else
                    setAcl(dialog, path, {wanted, aversion}, recursive);
            });
    ask(dialog);
}

void ZnodeChanger::setAcl(AclDialog *dialog, const ZnodePath &path, const AclValue &wanted, bool recursive)
{
    const QList<QByteArray> secrets = secretsOf(m_session);
    const QString shown = legibleName(path.text());
    ZnodeChange *change = m_session.editor().setAcl(path, wanted.acl, wanted.aversion, recursive, this);
    run(change,
        {tr("Changing who may use %1.").arg(shown),
         saying(tr("Changed who may use %1.").arg(shown)),
         {},
         ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Change who may use %1 in %2"),
                                            {path.text(), m_activity.clusterName()}),
         {tr("Change the access lists")},
         recursive ? ZnodeActivity::Row::Always : ZnodeActivity::Row::IfItLasts},
        [this, path, shown,
         hasUndo = mayBeAllowed(AclPermission::Admin, secrets, wanted.acl)](ZnodeChange *) {
            if (!hasUndo) {
                m_session.setLastChange({});
                m_notice.showResult(tr("Changed who may use %1.").arg(shown), false);
            }
            Q_EMIT aclChanged(path);
        });
    // What was entered is gone only once it is there, or may be so in part.
    const auto answered = connect(change, &Operation::finished, dialog, [this, change, path, dialog] {
        if (!isRefused(*change)) {
            dialog->accept();
            return;
        }
        m_notice.settle(); // the dialog says it
        const Error why = change->error();
        dialog->reopen(why.kind() == ErrorKind::Cancelled ? QString() : why.message());
        readFor(dialog, m_session.editor(), path);
        Q_EMIT aclChanged(path);
    });
    // It closes with its cluster, and does not come back.
    connect(this, &ZnodeChanger::forgotten, change, [answered] { disconnect(answered); });
}

void ZnodeChanger::noteAcl(const ZnodePath &path, const AclValue &acl)
{
    if (m_aclDialog && m_aclPath == path)
        m_aclDialog->noteNow(acl);
}

} // namespace zoodock
