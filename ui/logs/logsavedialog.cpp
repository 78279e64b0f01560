// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsavedialog.h"

#include "clusters/activitylog.h"
#include "clusters/operationtask.h"
#include "itemmodels/logsaver.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogSaveDialog::LogSaveDialog(ActivityLog &activity, QWidget *widget)
    : QObject(widget)
    , m_activity(activity)
    , m_widget(widget)
{
}

LogSaveDialog::~LogSaveDialog() = default;

void LogSaveDialog::open(const QString &cluster)
{
    m_cluster = cluster;
    auto *dialog = new QFileDialog(m_widget->window(), tr("Save Log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.log *.txt)"));
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(cluster + u".log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogSaveDialog::fileSelected);
    dialog->open();
}

void LogSaveDialog::write(const QString &file, const QList<LogLine> &lines, const QMap<int, QString> &names)
{
    auto *saver = new LogSaver(file, lines, names, this);
    auto *row = new OperationTask(
        m_cluster, tr("Save the log of %1 to %2").arg(m_cluster, QDir::toNativeSeparators(file)),
        {tr("Write the lines")}, nullptr);
    row->follow(saver, 0);
    m_activity.addIfItLasts(row);
    connect(saver, &Operation::finished, this, [this, saver, file] {
        saver->deleteLater();
        if (saver->succeeded()) {
            Q_EMIT saved(tr("Saved %n line(s) to %1.", nullptr, static_cast<int>(saver->value()))
                             .arg(QDir::toNativeSeparators(file)));
            return;
        }
        if (saver->error().kind() == ErrorKind::Cancelled)
            return;
        Q_EMIT notSaved(saver->error().message());
        auto *box = new QMessageBox(QMessageBox::Critical, tr("Save Log"), saver->error().message(),
                                    QMessageBox::Close, m_widget->window());
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setDetailedText(saver->error().detail());
        box->open();
    });
    saver->start();
}

} // namespace zoodock
