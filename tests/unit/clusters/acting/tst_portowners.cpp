// SPDX-License-Identifier: GPL-3.0-or-later
#include "portowners.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <algorithm>

#include <unistd.h>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestPortOwners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourOwn();
    void playedProcesses();

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestPortOwners::ourOwn()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QList<PortHolder> listeners =
        withOwners(listenersFromProc(contents(u"/proc/net/tcp"_s), contents(u"/proc/net/tcp6"_s)));
    const auto ours = std::find_if(listeners.cbegin(), listeners.cend(), [&](const PortHolder &holder) {
        return holder.port == server.serverPort();
    });
    QVERIFY(ours != listeners.cend());
    QCOMPARE(ours->process, QCoreApplication::applicationPid());
    QCOMPARE(ours->program, u"tst_portowners"_s);
    QCOMPARE(ours->user, int(::getuid()));
}

void TestPortOwners::playedProcesses()
{
    const QTemporaryDir proc;
    const auto play = [&](const QString &name, const QString &program, const QStringList &open, int start) {
        QVERIFY(QDir(proc.path()).mkpath(name + u"/fd"_s));
        QFile comm(proc.filePath(name + u"/comm"_s));
        QVERIFY(comm.open(QIODevice::WriteOnly) && comm.write(program.toUtf8() + '\n') > 0);
        QFile stat(proc.filePath(name + u"/stat"_s));
        const QByteArray line = name.toUtf8() + " (" + program.toUtf8() + ") S" +
                                QByteArray(" 0").repeated(18) + ' ' + QByteArray::number(start) + " 0\n";
        QVERIFY(stat.open(QIODevice::WriteOnly) && stat.write(line) > 0);
        for (qsizetype i = 0; i < open.size(); ++i)
            QVERIFY(::symlink(qPrintable(open.at(i)),
                              qPrintable(proc.filePath(u"%1/fd/%2"_s.arg(name).arg(i)))) == 0);
    };
    play(u"17"_s, u"sshd"_s, {u"/dev/null"_s, u"socket:[5]"_s}, 3);
    play(u"4711"_s, u"my (server)"_s, {u"pipe:[77]"_s, u"socket:[77]"_s, u"socket:[78]"_s}, 900);
    // Its child has it, too, and a smaller number: they begin anew at some time.
    play(u"300"_s, u"my (server)"_s, {u"socket:[77]"_s}, 1000);
    play(u"self"_s, u"nobody"_s, {u"socket:[79]"_s}, 1);
    QVERIFY(QDir(proc.path()).mkpath(u"18"_s)); // has ended meanwhile

    QList<PortHolder> listeners;
    for (const quint64 socket : {77, 78, 79, 0}) {
        PortHolder holder;
        holder.socket = socket;
        listeners.append(holder);
    }
    listeners[3].user = 0;
    listeners = withOwners(listeners, proc.path());
    QCOMPARE(listeners.at(0).program, u"my (server)"_s);
    QCOMPARE(listeners.at(0).process, 4711);
    QCOMPARE(listeners.at(1).program, u"my (server)"_s);
    QCOMPARE(listeners.at(2).program, QString());
    QCOMPARE(listeners.at(2).owner, QString());
    QCOMPARE(listeners.at(3).owner, u"root"_s);
}

QTEST_GUILESS_MAIN(TestPortOwners)
#include "tst_portowners.moc"
