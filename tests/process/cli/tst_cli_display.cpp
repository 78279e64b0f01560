// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/cli/cliscene.h"

#include <QtCore/QLibraryInfo>
#include <QtNetwork/QLocalServer>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestCliDisplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silentDisplayIsSaid_data();
    void silentDisplayIsSaid();
    void missingPluginIsSaid();
    void wrongUsageNeedsNoDisplay_data();
    void wrongUsageNeedsNoDisplay();
    void optionsOfQtAreNotWrong();
};

void TestCliDisplay::silentDisplayIsSaid_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<QString>("sentence");
    const QString x = u"DISPLAY=:65123"_s;
    const QString wayland = u"WAYLAND_DISPLAY=nobody-there"_s;
    QTest::newRow("none") << QStringList() << u"There is no display to open the window on."_s;
    QTest::newRow("X") << QStringList{x} << u"The display “:65123” cannot be used:"_s;
    QTest::newRow("X, named") << QStringList{x, wayland, u"QT_QPA_PLATFORM=xcb"_s}
                              << u"The display “:65123” cannot be used:"_s;
    QTest::newRow("Wayland") << QStringList{wayland}
                             << u"The Wayland display “nobody-there” cannot be used:"_s;
    QTest::newRow("Wayland, named") << QStringList{x, wayland, u"QT_QPA_PLATFORM=wayland"_s}
                                    << u"The Wayland display “nobody-there” cannot be used:"_s;
    QTest::newRow("both") << QStringList{x, wayland}
                          << u"Neither the Wayland display “nobody-there” nor the display “:65123” can"_s;
}

/// Where Qt would abort.
void TestCliDisplay::silentDisplayIsSaid()
{
    QFETCH(QStringList, environment);
    QFETCH(QString, sentence);
    Scene scene;
    const Outcome outcome = scene.run(
        {u"--quickstart"_s}, environment + QStringList{u"XDG_RUNTIME_DIR="_s + scene.engine.docker.folder()});
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("`zoodock --help`"_L1), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

/// A Wayland desktop without Xwayland.
void TestCliDisplay::missingPluginIsSaid()
{
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s);
    if (!plugins.entryList({u"*qwayland*"_s}).isEmpty())
        QSKIP("qt6-wayland is installed here.");
    Scene scene;
    QLocalServer desktop;
    QVERIFY(desktop.listen(scene.engine.docker.folder() + u"/wayland-7"_s));
    const Outcome outcome =
        scene.run({u"--quickstart"_s}, {u"WAYLAND_DISPLAY=wayland-7"_s, u"DISPLAY=:65123"_s,
                                        u"XDG_RUNTIME_DIR="_s + scene.engine.docker.folder()});
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains("Install qt6-wayland"_L1), qPrintable(outcome.err));
}

void TestCliDisplay::wrongUsageNeedsNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{u"--unknown-option"_s} << u"unknown-option"_s;
    QTest::newRow("unknown beside known")
        << QStringList{u"--quickstart"_s, u"--unknown-option"_s} << u"unknown-option"_s;
    QTest::newRow("unknown beside Qt's")
        << QStringList{u"-style"_s, u"fusion"_s, u"--unknown-option"_s} << u"unknown-option"_s;
    QTest::newRow("no value") << QStringList{u"--screenshot"_s} << u"screenshot"_s;
    QTest::newRow("stray word") << QStringList{u"--quickstart"_s, u"orders"_s} << u"orders"_s;
}

void TestCliDisplay::wrongUsageNeedsNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    Scene scene;
    for (const QStringList &environment : {QStringList(), QStringList{u"QT_QPA_PLATFORM=no-such"_s}}) {
        const Outcome outcome = scene.run(arguments, environment);
        COMPARE_CODE(outcome, 2);
        QVERIFY2(outcome.err.startsWith("zoodock: "_L1) && outcome.err.contains(named),
                 qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(u'\n'), 1);
    }
}

void TestCliDisplay::optionsOfQtAreNotWrong()
{
    Scene scene;
    const Outcome outcome =
        scene.run({u"-style=fusion"_s, u"--session"_s, u"a_b"_s, u"-reverse"_s, u"--quickstart"_s});
    COMPARE_CODE(outcome, 1);
    QVERIFY2(outcome.err.contains("There is no display"_L1), qPrintable(outcome.err));
}

QTEST_GUILESS_MAIN(TestCliDisplay)
#include "tst_cli_display.moc"
