// SPDX-License-Identifier: GPL-3.0-or-later
// Subtrees to files and back.
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/importdialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"

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
    auto *dialog = new QFileDialog(m_window, tr("Export %1").arg(top.text()));
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
    auto *reading = ZnodeTransfer(&m_session.connection(), nullptr).exportSubtree(top, this);
    connect(reading, &ZnodeExport::progress, this, [this, reading, top](qint64 read, qint64 known) {
        if (m_running != reading)
            return;
        const QLocale locale;
        m_notice.showProgress(tr("Reading %1 and everything below: %2 of %3 znodes known so far.")
                                  .arg(top.text(), locale.toString(read), locale.toString(known)),
                              read, known);
    });
    prepare(reading, tr("Reading %1 and everything below.").arg(top.text()),
            [this, reading, file] { write(reading->value(), file); });
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
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, at](const QString &file) { readImport(at, file); });
    ask(dialog);
}

void ZnodeChanger::readImport(const ZnodePath &at, const QString &file)
{
    if (isBusy())
        return;
    auto *reading = readDumpFile(file, this);
    prepare(reading, tr("Reading %1.").arg(file),
            [this, reading, at, file] { confirmImport(at, file, reading->value()); });
}

void ZnodeChanger::confirmImport(const ZnodePath &at, const QString &file, const ZnodeDump &dump)
{
    auto *dialog =
        new ImportDialog(m_session, dump, QFileInfo(file).fileName(), proposedPlace(at, dump), m_window);
    connect(
        dialog, &ImportDialog::wanted, this,
        [this, dump](const ZnodePath &under, ImportConflict onConflict) { import(dump, under, onConflict); });
    ask(dialog);
}

void ZnodeChanger::import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict)
{
    if (isBusy())
        return;
    ZnodeTransfer transfer(&m_session.connection(), nullptr);
    transfer.setPacketLimit(m_session.editor().packetLimit());
    run(transfer.import(dump, under, onConflict, this),
        {tr("Importing into %1.").arg(under.text()), {}, tr("Comparing: %1 of %2 znodes.")},
        [this, under](ZnodeChange *change) {
            const QLocale locale;
            m_notice.showResult(tr("Imported into %1: %2 created, %3 overwritten.")
                                    .arg(under.text(), locale.toString(change->undo().created.size()),
                                         locale.toString(change->undo().records.size())),
                                !change->undo().isEmpty());
            Q_EMIT created(under);
        });
}

} // namespace zoodock
