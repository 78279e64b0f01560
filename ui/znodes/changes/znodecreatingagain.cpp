// SPDX-License-Identifier: GPL-3.0-or-later
// Making again what somebody has deleted: as it was, or as the person says.
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"

#include <QtWidgets/QMessageBox>

namespace zoodock
{

void ZnodeChanger::createAgain(const ZnodePath &path, const ZnodeStat &former, const QByteArray &bytes,
                               const std::optional<Acl> &acl)
{
    if (isBusy())
        return;
    if (acl && !hasHiddenHash(*acl)) {
        createAs(path, former, bytes, *acl);
        return;
    }
    const bool signedIn = !m_session.connection().target().credentials.isEmpty();
    const Acl wanted = acl ? withoutHidden(*acl, signedIn) : openAcl();
    const Question question{
        tr("Create Again"),
        acl ? tr("The server hides password hashes of the access list that %1 had.")
                  .arg(legibleName(path.text()))
            : tr("The access list that %1 had is not known.").arg(legibleName(path.text())),
        acl ? tr("It would be created without the users of these hashes.")
            : tr("It would be created so that everybody may do everything with it."),
        tr("&Create")};
    QMessageBox *box = askFirst(question, m_window, [this, path, former, bytes, wanted] {
        if (!isBusy())
            createAs(path, former, bytes, wanted);
    });
    connect(this, &ZnodeChanger::forgotten, box, &QDialog::reject);
}

void ZnodeChanger::createAs(const ZnodePath &path, const ZnodeStat &former, const QByteArray &bytes,
                            const Acl &acl)
{
    ZnodeSpec spec;
    spec.path = path;
    spec.value = bytes;
    spec.acl = acl;
    spec.kind = former.kind();
    spec.ttlMilliseconds = former.ttlMilliseconds();
    spec.withParents = true;
    const QString shown = legibleName(path.text());
    const QString did = spec.kind == ZnodeKind::Ephemeral
                            ? tr("Created %1 as an ephemeral znode of this connection.").arg(shown)
                            : tr("Created %1.").arg(shown);
    run(m_session.editor().create(spec, this),
        {tr("Creating %1.").arg(shown),
         [did](const ZnodeChange &) { return did; },
         {},
         ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Create %1 in %2"),
                                            {path.text(), m_activity.clusterName()}),
         {tr("Create it")}},
        [this, path, bytes](ZnodeChange *) {
            Q_EMIT saved(path, {bytes, {}});
            Q_EMIT created(path);
        });
}

} // namespace zoodock
