// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changenotice.h"
#include "ui/znodes/znodechanger.h"
#include "ui/znodes/znodesession.h"
#include "znodes/znodetransfer.h"

#include <QtCore/QSaveFile>
#include <QtWidgets/QFileDialog>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

void ZnodeChanger::askToExport(const ZnodePath &top)
{
    auto *dialog = new QFileDialog(m_window, tr("Export %1").arg(top.text()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile((top.isRoot() ? u"znodes"_s : top.name()) + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, top](const QString &file) { exportTo(top, file); });
    dialog->open();
}

void ZnodeChanger::exportTo(const ZnodePath &top, const QString &file)
{
    if (isBusy())
        return;
    auto *transfer = new ZnodeTransfer(&m_session.connection(), this);
    auto *reading = transfer->exportSubtree(top, transfer);
    setRunning(reading);
    m_notice.showProgress(tr("Reading %1 and everything below.").arg(top.text()), 0, 0);
    connect(reading, &Operation::finished, this, [this, transfer, reading, top, file] {
        transfer->deleteLater();
        setRunning(nullptr);
        if (!reading->succeeded()) {
            if (reading->error().kind() == ErrorKind::Cancelled)
                m_notice.hide();
            else
                m_notice.showFailure(reading->error().message(), false);
            return;
        }
        QSaveFile target(file);
        const QByteArray json = toJson(reading->value());
        const bool written =
            target.open(QIODevice::WriteOnly) && target.write(json) == json.size() && target.commit();
        if (written)
            m_notice.showResult(
                tr("Exported %n znodes to %1.", nullptr, int(reading->value().records.size())).arg(file),
                false);
        else
            m_notice.showFailure(
                tr("%1 could not be written: %2. Choose another place.").arg(file, target.errorString()),
                false);
    });
    reading->start();
}

} // namespace zoodock
