// SPDX-License-Identifier: GPL-3.0-or-later
// `zoodock --quickstart --screenshot FILE`, as ./run calls it: on a display of its own, and on an engine of
// its own, since the cluster's name is "quickstart" and nothing else, and the machine's engine may have one.
#include "engine/cli/outcome.h"
#include "engine/loss/privateengine.h"
#include "engine/realengine.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;
constexpr int runMs = 240'000; // the program gives up after two minutes by itself

/// A row of the table that is printed.
struct Row
{
    QString member;
    QString role;
    QString address;
};

std::vector<Row> rowsOf(const QString &table)
{
    static const QRegularExpression pattern(u"^(zoo\\d+) +running +(\\w+) +(127\\.0\\.0\\.1:\\d+)\\b"_s,
                                            QRegularExpression::MultilineOption);
    std::vector<Row> rows;
    for (auto match = pattern.globalMatch(table); match.hasNext();) {
        const QRegularExpressionMatch row = match.next();
        rows.push_back({row.captured(1), row.captured(2), row.captured(3)});
    }
    return rows;
}

QString srvr(const QString &address)
{
    QTcpSocket socket;
    socket.connectToHost(address.section(u':', 0, 0), quint16(address.section(u':', 1).toInt()));
    if (!socket.waitForConnected(patienceMs))
        return socket.errorString();
    socket.write("srvr");
    while (socket.waitForReadyRead(patienceMs)) {
    }
    return QString::fromUtf8(socket.readAll());
}

int differentColours(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7)
            colours.insert(image.pixel(x, y));
    }
    return int(colours.size());
}

} // namespace

class TestEngineQuickstart : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Outcome zoodock(const QStringList &arguments) const;
    /// Which containers run, and since when.
    [[nodiscard]] QString incarnations() const;
    [[nodiscard]] QStringList objects(const QString &filter = {}) const;
    /// The picture, the table and the servers behind it.
    void quickstart(const QString &picture);

    std::unique_ptr<PrivateEngine> m_engine;
    QTemporaryDir m_home;
    QProcess m_display;
    QString m_displayName;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void creates();
    void adopts();
    void isRemovedAsSaid();
};

void TestEngineQuickstart::initTestCase()
{
    m_display.setStandardErrorFile(QProcess::nullDevice());
    // Numbers are free in a network namespace of our own, and socket files are everybody's: it would take
    // away that of a display outside. Abstract names are the namespace's.
    m_display.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s,
                                u"-nolisten"_s, u"tcp"_s, u"-nolisten"_s, u"unix"_s});
    (void) QTest::qWaitFor([this] { return m_display.canReadLine(); }, patienceMs);
    m_displayName = QString::fromUtf8(m_display.readLine()).trimmed();
    ZOODOCK_NEEDS(m_displayName.isEmpty() ? u"Xvfb does not start: "_s + m_display.errorString() : QString());
    m_engine = std::make_unique<PrivateEngine>();
    QString problem = m_engine->start();
    if (problem.isEmpty())
        problem = m_engine->loadImage(testImage());
    ZOODOCK_NEEDS(problem);
}

void TestEngineQuickstart::cleanupTestCase()
{
    m_engine.reset();
    m_display.terminate();
    m_display.waitForFinished();
}

Outcome TestEngineQuickstart::zoodock(const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name :
         {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1StringView(name), m_home.path());
    for (const char *name : {"DOCKER_CONTEXT", "DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "XAUTHORITY"})
        environment.remove(QLatin1StringView(name));
    environment.insert(u"DOCKER_HOST"_s, m_engine->endpoint());
    environment.insert(u"DISPLAY"_s, u':' + m_displayName);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"ZOODOCK_TEST_RUN"_s, ownRun(u"quickstart"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ZOODOCK_EXECUTABLE), arguments);
    return outcomeOf(process, runMs);
}

QString TestEngineQuickstart::incarnations() const
{
    return m_engine->docker({u"inspect"_s, u"--format"_s, u"{{.Name}} {{.Id}} {{.State.StartedAt}}"_s,
                             u"quickstart-zoo1"_s, u"quickstart-zoo2"_s, u"quickstart-zoo3"_s});
}

QStringList TestEngineQuickstart::objects(const QString &filter) const
{
    QStringList names;
    for (const QString &kind : objectKinds()) {
        QStringList arguments{kind, u"ls"_s, u"--format"_s,
                              kind == u"container" ? u"{{.Names}}"_s : u"{{.Name}}"_s};
        if (kind == u"container")
            arguments += u"--all"_s;
        if (!filter.isEmpty())
            arguments += {u"--filter"_s, filter};
        names += m_engine->docker(arguments).split(u'\n', Qt::SkipEmptyParts);
    }
    names.removeIf([](const QString &name) {
        return name == "bridge"_L1 || name == "host"_L1 || name == "none"_L1; // docker's own networks
    });
    names.sort();
    return names;
}

void TestEngineQuickstart::quickstart(const QString &picture)
{
    const Outcome outcome = zoodock({u"--quickstart"_s, u"--screenshot"_s, picture});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err + outcome.out));

    const std::vector<Row> rows = rowsOf(outcome.out);
    QVERIFY2(rows.size() == 3, qPrintable(outcome.out));
    QStringList members;
    QStringList roles;
    for (const Row &row : rows) {
        members += row.member;
        roles += row.role;
        const QString answer = srvr(row.address);
        QVERIFY2(answer.contains(u"\nMode: "_s + row.role), qPrintable(row.address + u": "_s + answer));
    }
    QCOMPARE(members, QStringList({u"zoo1"_s, u"zoo2"_s, u"zoo3"_s}));
    roles.sort();
    QCOMPARE(roles, QStringList({u"follower"_s, u"follower"_s, u"leader"_s}));

    const QImage image(picture, "PNG");
    QVERIFY2(image.width() >= 800 && image.height() >= 500 && image.width() <= 1600 && image.height() <= 1000,
             qPrintable(u"%1x%2"_s.arg(image.width()).arg(image.height())));
    QVERIFY2(differentColours(image) > 20, "there is nothing in the picture");
}

void TestEngineQuickstart::creates()
{
    QCOMPARE(objects(), QStringList());
    quickstart(m_home.filePath(u"first.png"_s));
    if (QTest::currentTestFailed())
        return;
    // It goes on running, and everything with a name of ours carries the label of this run. The engine itself
    // names the volumes that the image asks for and the cluster does not.
    QVERIFY(!incarnations().isEmpty());
    static const QRegularExpression byEngine(u"^[0-9a-f]{64}$"_s);
    QStringList named = objects();
    named.removeIf([](const QString &name) { return byEngine.match(name).hasMatch(); });
    QCOMPARE(named.filter(u"quickstart"_s), named);
    QCOMPARE(objects(u"label=org.zoodock.test="_s + ownRun(u"quickstart"_s)), named);
}

void TestEngineQuickstart::adopts()
{
    const QString before = incarnations();
    QVERIFY(!before.isEmpty());
    quickstart(m_home.filePath(u"second.png"_s));
    QCOMPARE(incarnations(), before);
    // Also where nobody knows it but its containers, as another user does.
    QVERIFY(QDir(m_home.filePath(u"zoodock/clusters"_s)).removeRecursively());
    quickstart(m_home.filePath(u"third.png"_s));
    QCOMPARE(incarnations(), before);
}

/// What ./run says at its end (packaging.run).
void TestEngineQuickstart::isRemovedAsSaid()
{
    const Outcome outcome = zoodock({u"rm"_s, u"quickstart"_s, u"--volumes"_s});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(objects(), QStringList());
}

QTEST_GUILESS_MAIN(TestEngineQuickstart)
#include "tst_engine_quickstart.moc"
