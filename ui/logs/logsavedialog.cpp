// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsavedialog.h"

#include "clusters/activitylog.h"
#include "clusters/operationtask.h"
#include "itemmodels/logsaver.h"

#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtWidgets/QFileDialog>

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
    save({m_cluster, file, lines, names});
}

void LogSaveDialog::save(const Wish &wish)
{
    auto *saver = new LogSaver(wish.file, wish.lines, wish.names, this);
    showInActivity(saver, wish);
    connect(saver, &Operation::finished, this, [this, saver, file = wish.file] { end(saver, file); });
    saver->start();
}

void LogSaveDialog::showInActivity(LogSaver *saver, const Wish &wish)
{
    auto *row =
        new OperationTask(wish.cluster,
                          TaskTitle::of<LogSaveDialog>(QT_TR_NOOP("Save the log of %1 to %2"),
                                                       {wish.cluster, QDir::toNativeSeparators(wish.file)}),
                          {tr("Write the lines")}, nullptr);
    row->follow(saver, 0);
    row->setAgain([wish](QObject &window) {
        if (auto *dialog = window.findChild<LogSaveDialog *>())
            dialog->save(wish);
    });
    connect(row, &Operation::finished, row, [row] {
        if (!row->hasFailed())
            row->setAgain({}); // and the lines with it
    });
    connect(saver, &LogSaver::progress, row, [row](qint64 written, qint64 total) {
        const QLocale locale;
        row->tell(0, written, total,
                  tr("%1 of %2 lines").arg(locale.toString(written), locale.toString(total)));
    });
    m_activity.addIfItLasts(row, ActivityLog::Quick::Failures);
}

void LogSaveDialog::end(LogSaver *saver, const QString &file)
{
    saver->deleteLater();
    if (saver->succeeded())
        Q_EMIT saved(tr("Saved %Ln line(s) to %1.", nullptr, static_cast<int>(saver->value()))
                         .arg(QDir::toNativeSeparators(file)));
}

} // namespace zoodock
