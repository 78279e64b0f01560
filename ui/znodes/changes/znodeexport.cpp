// SPDX-License-Identifier: GPL-3.0-or-later
// Subtrees to files and back.
#include "clusters/operationtask.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/importdialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QFileDialog>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Back to where it came from if that is here; else below where the person is, under its own name.
ZnodePath proposedPlace(const ZnodePath &at, const ZnodeDump &dump)
{
    const bool isHere = dump.exportedFrom.isRoot() || dump.exportedFrom.name() == at.name();
    return isHere ? at : at.child(dump.exportedFrom.name());
}

} // namespace

void ZnodeChanger::askToExport(const ZnodePath &top)
{
    auto *dialog = new QFileDialog(m_window, tr("Export %1").arg(legibleName(top.text())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile((top.isRoot() ? u"znodes"_s : top.name()) + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, top](const QString &file) { exportTo(top, file); });
    ask(dialog);
}

void ZnodeChanger::exportTo(const ZnodePath &top, const QString &file)
{
    if (isBusy())
        return;
    OperationTask *row =
        m_activity.begin(ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Export %1 from %2"),
                                                            {top.text(), m_activity.clusterName()}),
                         {tr("Read the znodes"), tr("Write %1").arg(QDir::toNativeSeparators(file))},
                         ZnodeActivity::Row::Always);
    setAgain(*row, [top, file](ZnodeChanger &changer) { changer.exportTo(top, file); });
    auto *reading = ZnodeTransfer(&m_session.connection(), nullptr).exportSubtree(top, this);
    connect(reading, &ZnodeExport::progress, this, [this, reading, top](qint64 read, qint64 known) {
        if (m_running != reading)
            return;
        if (OperationTask *told = m_activity.row())
            told->tell(0, read, known, ZnodeActivity::progressWords(read, known));
        const QLocale locale;
        m_notice.showProgress(
            tr("Reading %1 and everything below: %2 of %3 znodes known so far.")
                .arg(legibleName(top.text()), locale.toString(read), locale.toString(known)),
            read, known);
    });
    const QString doing = tr("Reading %1 and everything below.").arg(legibleName(top.text()));
    connect(reading, &ZnodeExport::waits, this,
            [this, reading, doing](bool waits) { tellWaiting(reading, doing, waits); });
    prepare(reading, doing, [this, reading, file] { write(reading->value(), file); });
}

void ZnodeChanger::write(const ZnodeDump &dump, const QString &file)
{
    const int count = int(dump.records.size());
    prepare(writeDumpFile(file, dump, this), tr("Writing %1.").arg(file), [this, file, count] {
        m_notice.showResult(tr("Exported %Ln znodes to %1.", nullptr, count).arg(file), false);
    });
}

void ZnodeChanger::askToImport(const ZnodePath &at)
{
    auto *dialog = new QFileDialog(m_window, tr("Import Znodes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("JSON files (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, at](const QString &file) {
        readImport([at](const ZnodeDump &dump) { return proposedPlace(at, dump); }, file);
    });
    ask(dialog);
}

void ZnodeChanger::readImport(const Place &place, const QString &file)
{
    if (isBusy())
        return;
    m_activity.begin(ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Read %1 for an import"),
                                                        {QDir::toNativeSeparators(file)}),
                     {tr("Read the file")}, ZnodeActivity::Row::IfItLasts);
    auto *reading = readDumpFile(file, this);
    prepare(reading, tr("Reading %1.").arg(file),
            [this, reading, place, file] { confirmImport(place(reading->value()), file, reading->value()); });
}

void ZnodeChanger::confirmImport(const ZnodePath &under, const QString &file, const ZnodeDump &dump)
{
    auto *dialog = new ImportDialog(m_session, dump, QFileInfo(file).fileName(), under, m_window);
    connect(
        dialog, &ImportDialog::wanted, this,
        [this, dump, file](const ZnodePath &place, ImportConflict onConflict, const ImportPreview &preview) {
            import(dump, place, onConflict, preview, file);
        });
    ask(dialog);
}

void ZnodeChanger::import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict,
                          const ImportPreview &preview, const QString &file)
{
    if (isBusy())
        return;
    ZnodeTransfer transfer(&m_session.connection(), nullptr);
    transfer.setPacketLimit(m_session.editor().packetLimit());
    const auto again = [under, file](ZnodeChanger &changer) {
        changer.readImport([under](const ZnodeDump &) { return under; }, file);
    };
    QStringList steps{tr("Create and overwrite")};
    if (onConflict == ImportConflict::Stop)
        steps.prepend(tr("Compare with what is there"));
    run(transfer.import(dump, under, onConflict, preview, this),
        {tr("Importing into %1.").arg(legibleName(under.text())),
         {},
         tr("Comparing: %1 of %2 znodes."),
         ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Import into %1 in %2"),
                                            {under.text(), m_activity.clusterName()}),
         steps,
         ZnodeActivity::Row::Always,
         again},
        [this, under](ZnodeChange *change) {
            const QLocale locale;
            m_notice.showResult(tr("Imported into %1: %2 created, %3 overwritten.")
                                    .arg(legibleName(under.text()),
                                         locale.toString(change->undo().created.size()),
                                         locale.toString(change->undo().records.size())),
                                !change->undo().isEmpty());
            Q_EMIT created(under);
        });
}

void ZnodeChanger::setAgain(OperationTask &row, const Again &again) const
{
    setAgain(row, m_session.cluster(), m_session.connection().target().chroot, again);
}

void ZnodeChanger::setAgain(OperationTask &row, const QString &cluster, const QString &chroot,
                            const Again &again)
{
    row.setAgain([again, cluster, chroot](QObject &window) {
        if (auto *changer = window.findChild<ZnodeChanger *>())
            changer->doAgain(cluster, chroot, again);
    });
}

void ZnodeChanger::doAgain(const QString &cluster, const QString &chroot, const Again &again)
{
    if (isBusy()) {
        auto *once = new QObject(this);
        // Queued: between two steps of what runs nothing seems to run.
        connect(
            this, &ZnodeChanger::busyChanged, once,
            [this, once, cluster, chroot, again] {
                if (isBusy())
                    return;
                delete once;
                doAgain(cluster, chroot, again);
            },
            Qt::QueuedConnection);
        return;
    }
    Q_EMIT clusterWanted(cluster);
    if (isConnected(m_session, cluster, chroot)) {
        again(*this);
        return;
    }
    OperationTask *row = m_activity.begin(
        ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Connect to %1"), {m_activity.clusterName()}),
        {tr("Connect")}, ZnodeActivity::Row::Always);
    setAgain(*row, cluster, chroot, again);
    prepare(awaitConnection(m_session, cluster, chroot, this), tr("Connecting."),
            [this, again] { again(*this); });
}

} // namespace zoodock
