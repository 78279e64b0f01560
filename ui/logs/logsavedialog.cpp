// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsavedialog.h"

#include "itemmodels/logsaver.h"

#include <QtCore/QDir>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogSaveDialog::LogSaveDialog(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
}

LogSaveDialog::~LogSaveDialog() = default;

void LogSaveDialog::open(const QString &cluster)
{
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
    connect(saver, &Operation::finished, this, [this, saver, file] {
        saver->deleteLater();
        if (saver->succeeded()) {
            Q_EMIT saved(tr("Saved %n line(s) to %1.", nullptr, static_cast<int>(saver->value()))
                             .arg(QDir::toNativeSeparators(file)));
            return;
        }
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
