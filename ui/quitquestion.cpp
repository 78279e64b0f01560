// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quitquestion.h"

#include "clusters/activitylog.h"
#include "clusters/clustertask.h"
#include "core/sentences.h"
#include "ui/mainwindow.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <chrono>

namespace zoodock
{

namespace
{

constexpr qsizetype mostListed = 10;
constexpr std::chrono::milliseconds anotherLookAfter{500};

QString questionOf(const QuitRisks &risks)
{
    if (risks.running)
        return MainWindow::tr("Quit while something is being changed?");
    if (!risks.work.isEmpty())
        return MainWindow::tr("Quit while something is being done?");
    return risks.losesText() ? MainWindow::tr("Quit without saving what you changed?")
                             : MainWindow::tr("Quit, and lose your ephemeral znodes?");
}

QString sentenceOn(const QStringList &ephemerals)
{
    const auto count = int(ephemerals.size());
    QStringList lines{MainWindow::tr("%Ln ephemeral znode(s) that you created belong to ZooDock's "
                                     "connections: ZooKeeper deletes them when these end.",
                                     nullptr, count)};
    lines += ephemerals.first(std::min(mostListed, ephemerals.size()));
    if (ephemerals.size() > mostListed)
        lines += MainWindow::tr("… and %Ln more", nullptr, count - int(mostListed));
    return lines.join(u'\n');
}

QString sentenceOnValues(const QStringList &znodes)
{
    constexpr qsizetype mostNamed = 5;
    if (znodes.isEmpty())
        return MainWindow::tr("The unsaved changes of znodes' values are lost.");
    QStringList named = znodes.first(std::min(mostNamed, znodes.size()));
    if (const auto more = int(znodes.size() - named.size()); more > 0)
        named += MainWindow::tr("%Ln more", "znodes", more);
    return MainWindow::tr("The unsaved changes of znodes' values are lost: those of %1.").arg(listOf(named));
}

QStringList consequencesOf(const QuitRisks &risks)
{
    QStringList consequences;
    if (risks.halfMade)
        consequences += MainWindow::tr(
            "What is half made then stays so. ZooDock offers to finish or to remove it when it is "
            "started again.");
    if (risks.halfApplied)
        consequences += MainWindow::tr(
            "Some members then have the new settings, and others those before. ZooDock offers to finish "
            "that when it is started again.");
    if (risks.running && !risks.halfMade && !risks.halfApplied)
        consequences += MainWindow::tr("What is half done then stays so.");
    consequences += risks.work.first(std::min(mostListed, risks.work.size()));
    if (risks.work.size() > mostListed)
        consequences += MainWindow::tr("%Ln other piece(s) of work are cut off, too.", nullptr,
                                       int(risks.work.size() - mostListed));
    if (risks.znodes)
        consequences += sentenceOnValues(risks.values);
    if (!risks.settings.isEmpty())
        consequences += MainWindow::tr("Changed settings that were not applied are lost: those of %1.")
                            .arg(listOf(risks.settings));
    return consequences;
}

void fill(QMessageBox &box, const QuitRisks &risks)
{
    if (const QString question = questionOf(risks); question != box.text())
        box.setText(question);
    QStringList paragraphs;
    if (const QStringList consequences = consequencesOf(risks); !consequences.isEmpty())
        paragraphs += paragraphOf(consequences);
    if (!risks.ephemerals.isEmpty())
        paragraphs += sentenceOn(risks.ephemerals);
    if (const QString text = paragraphs.join(u"\n\n"); text != box.informativeText())
        box.setInformativeText(text);
}

} // namespace

void askToQuit(QWidget &window, const std::function<QuitRisks()> &risks, const ActivityLog &activity,
               const std::function<void()> &quit, const std::function<void()> &moot)
{
    auto *box = new QMessageBox(QMessageBox::Question, MainWindow::tr("Quit ZooDock"), {},
                                QMessageBox::Cancel, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names of znodes are anything
    fill(*box, risks());
    const auto follow = [box, risks, moot] {
        if (!box->isVisible())
            return;
        const QuitRisks now = risks();
        if (!now.none()) {
            fill(*box, now);
            return;
        }
        box->reject();
        moot();
    };
    // Queued: who has begun or ended it takes note of that first.
    QObject::connect(&activity, &ActivityLog::taskAdded, box, follow, Qt::QueuedConnection);
    QObject::connect(&activity, &ActivityLog::taskFinished, box, follow, Qt::QueuedConnection);
    // What is typed, and what a task leaves half made, comes and goes without a word.
    auto *again = new QTimer(box);
    QObject::connect(again, &QTimer::timeout, box, follow);
    again->start(anotherLookAfter);
    const QPushButton *yes = box->addButton(MainWindow::tr("&Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QAbstractButton::clicked, &window, [quit] { quit(); });
    box->open();
}

} // namespace zoodock
