// SPDX-License-Identifier: GPL-3.0-or-later
// bench_both NAME: the real window on a cluster, which tells what it shows, one line each, the times in
// nanoseconds of CLOCK_MONOTONIC:
//   painted member ID TIME STATE    a frame was painted in which the member's card says so for the first time
//   painted row NAME TIME there     ... in which the sidebar has the cluster, or (gone) has it no more
//   known member ID TIME STATE      the program knows so, painted or not
//   known row NAME TIME there|gone
// and does what stdin says: kill|start ID (the buttons of the member's card), create NAME (what the welcome
// page does, with one member), remove NAME (what the question of "Remove" begins). Ends with stdin.
#include "frames.h"

#include "app/composition.h"
#include "clusters/clustertask.h"
#include "itemmodels/clustertreemodel.h"
#include "ui/mainwindow.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/membercard.h"
#include "ui/sidebar/sidebar.h"

#include <QtCore/QMap>
#include <QtCore/QSocketNotifier>
#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTreeView>

#include <cstdio>
#include <unistd.h>

using namespace zoodock;
using namespace zoodock::bench;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// What can be seen: "member ID" → a state, "row NAME" → "there".
using Sight = QMap<QString, QString>;

const QString there = u"there"_s;
const QString gone = u"gone"_s;

void tell(const char *how, const QString &what, const QString &is)
{
    std::printf("%s %s %lld %s\n", how, qPrintable(what), static_cast<long long>(monotonicNanoseconds()),
                qPrintable(is));
    std::fflush(stdout);
}

QString keyOf(int member)
{
    return u"member %1"_s.arg(member);
}

QString keyOf(const QString &cluster)
{
    return u"row %1"_s.arg(cluster);
}

/// By the word that stands on it.
QString stateOn(const MemberCard &card)
{
    const QString head = card.asText().section(u'\n', 0, 0);
    for (int state = 0; state <= static_cast<int>(MemberState::Unconfirmed); ++state) {
        if (head.endsWith(u": "_s + wordFor(static_cast<MemberState>(state))))
            return nameOf(static_cast<MemberState>(state));
    }
    return {};
}

Sight sightOf(const MainWindow &window)
{
    Sight sight;
    for (const MemberCard *card : window.findChildren<MemberCard *>()) {
        if (!card->visibleRegion().isEmpty())
            sight.insert(keyOf(card->memberId()), stateOn(*card));
    }
    const auto *rows = window.findChild<Sidebar *>()->findChild<QTreeView *>();
    for (int row = 0; row < rows->model()->rowCount(); ++row) {
        const QModelIndex index = rows->model()->index(row, 0);
        if (rows->viewport()->rect().intersects(rows->visualRect(index)))
            sight.insert(keyOf(index.data(ClusterTreeModel::ClusterNameRole).toString()), there);
    }
    return sight;
}

void tellDifference(const Sight &before, const Sight &now)
{
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        if (before.value(it.key()) != it.value())
            tell("painted", it.key(), it.value());
    }
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!now.contains(it.key()))
            tell("painted", it.key(), gone);
    }
}

void press(const MainWindow &window, int member, const QString &verb)
{
    for (const MemberCard *card : window.findChildren<MemberCard *>()) {
        if (card->memberId() == member)
            (verb == u"kill" ? card->actions().kill : card->actions().start)->trigger();
    }
}

void obey(const QStringList &words, MainWindow &window, Composition &parts)
{
    if (words.size() != 2)
        std::fprintf(stderr, "not understood: %s\n", qPrintable(words.join(u' ')));
    else if (words.first() == u"create")
        window.quickstart(words.last(), 1);
    else if (words.first() == u"remove")
        parts.service.remove(words.last(), true)->start();
    else
        press(window, words.last().toInt(), words.first());
}

void tellKnowledge(const ClusterStore &store, const QString &shown, QObject *context)
{
    QObject::connect(&store, &ClusterStore::memberStateChanged, context,
                     [shown](const QString &cluster, int member, MemberState, MemberState to) {
                         if (cluster == shown)
                             tell("known", keyOf(member), nameOf(to));
                     });
    QObject::connect(&store, &ClusterStore::clusterAdded, context,
                     [](const QString &cluster) { tell("known", keyOf(cluster), there); });
    QObject::connect(&store, &ClusterStore::clusterRemoved, context,
                     [](const QString &cluster) { tell("known", keyOf(cluster), gone); });
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"zoodock"_s);
    QCoreApplication::setApplicationName(u"zoodock"_s);
    if (argc != 2)
        return 2;
    const QString shown = QString::fromLocal8Bit(argv[1]);
    Composition parts;
    MainWindow window({parts.store, parts.service, parts.monitor, parts.repository, parts.activity,
                       parts.settings, parts.engines});
    Sight told;
    QList<Sight> begun; // of frames whose end is not told yet
    const Frames frames(
        window,
        [&] {
            tellDifference(told, begun.first());
            told = begun.takeFirst();
        },
        [&] { begun.append(sightOf(window)); });
    tellKnowledge(parts.store, shown, &window);
    QByteArray typed;
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &window, [&] {
        char bytes[256];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QApplication::exit(0);
            return;
        }
        typed.append(bytes, count);
        for (qsizetype end = 0; (end = typed.indexOf('\n')) >= 0; typed.remove(0, end + 1))
            obey(QString::fromLocal8Bit(typed.first(end)).split(u' '), window, parts);
    });
    parts.open();
    window.resize(1100, 960);
    window.show();
    window.showCluster(shown);
    return QApplication::exec();
}
