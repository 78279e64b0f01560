// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quitquestion.h"

#include "core/sentences.h"
#include "ui/mainwindow.h"

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qsizetype mostListed = 10;

QString questionOf(const QuitRisks &risks)
{
    if (risks.running)
        return MainWindow::tr("Quit while something is being changed?");
    if (risks.work)
        return MainWindow::tr("Quit while something is being done?");
    return risks.losesText() ? MainWindow::tr("Quit without saving what you changed?")
                             : MainWindow::tr("Quit, and lose your ephemeral znodes?");
}

QString sentenceOn(const QStringList &ephemerals)
{
    const auto count = int(ephemerals.size());
    QStringList lines{MainWindow::tr("%n ephemeral znode(s) that you created belong to ZooDock's "
                                     "connections: ZooKeeper deletes them when these end.",
                                     nullptr, count)};
    lines += ephemerals.first(std::min(mostListed, ephemerals.size()));
    if (ephemerals.size() > mostListed)
        lines += MainWindow::tr("… and %n more", nullptr, count - int(mostListed));
    return lines.join(u'\n');
}

} // namespace

void askToQuit(QWidget &window, const QuitRisks &risks)
{
    auto *box = new QMessageBox(QMessageBox::Question, MainWindow::tr("Quit ZooDock"), questionOf(risks),
                                QMessageBox::Cancel, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QStringList consequences;
    if (risks.running)
        consequences += MainWindow::tr(
            "What is half made then stays so. ZooDock offers to finish or to remove it when it is "
            "started again.");
    if (risks.work)
        consequences += MainWindow::tr(
            "Work on znodes, images and files is cut off: what it has changed by then stays so and can no "
            "longer be taken back with Undo, and a file that is not whole yet is not written.");
    if (risks.znodes)
        consequences += MainWindow::tr("The unsaved changes of znodes' values are lost.");
    if (risks.settings)
        consequences += MainWindow::tr("The changed settings of clusters that were not applied are lost.");
    QStringList paragraphs;
    if (!consequences.isEmpty())
        paragraphs += paragraphOf(consequences);
    if (!risks.ephemerals.isEmpty())
        paragraphs += sentenceOn(risks.ephemerals);
    box->setTextFormat(Qt::PlainText); // names of znodes are anything
    box->setInformativeText(paragraphs.join(u"\n\n"));
    const QPushButton *quit = box->addButton(MainWindow::tr("&Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(quit, &QAbstractButton::clicked, &window, &QWidget::close);
    box->open();
}

} // namespace zoodock
