// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quitquestion.h"

#include "ui/mainwindow.h"

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace zoodock
{

void askToQuit(QWidget &window, const QuitRisks &risks)
{
    auto *box = new QMessageBox(QMessageBox::Question, MainWindow::tr("Quit ZooDock"),
                                risks.running ? MainWindow::tr("Quit while something is being changed?")
                                              : MainWindow::tr("Quit without saving what you changed?"),
                                QMessageBox::Cancel, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList consequences;
    if (risks.running)
        consequences += MainWindow::tr(
            "What is half made then stays so. ZooDock offers to finish or to remove it when it is "
            "started again.");
    if (risks.znodes)
        consequences += MainWindow::tr("The unsaved changes of znodes' values are lost.");
    if (risks.settings)
        consequences += MainWindow::tr("The changed settings of clusters that were not applied are lost.");
    box->setInformativeText(consequences.join(u' '));
    const QPushButton *quit = box->addButton(MainWindow::tr("&Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(quit, &QAbstractButton::clicked, &window, &QWidget::close);
    box->open();
}

} // namespace zoodock
