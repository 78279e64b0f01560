// SPDX-License-Identifier: GPL-3.0-or-later
// The walls of the house (docs/architecture.md), read off the sources. Each rule is first shown a planted
// violation: a check that cannot fail is no check.
#include "sourcerules.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;

class TestArchitecture : public QObject
{
    Q_OBJECT

private:
    struct Source
    {
        QString path;
        QString text;
    };
    QList<Source> m_sources; ///< product code
    QList<Source> m_tests;

    static QList<Source> read(const QStringList &folders);

private Q_SLOTS:
    void initTestCase();
    void plantedInclude_data();
    void plantedInclude();
    void plantedCall_data();
    void plantedCall();
    void plantedForm();
    void includes();
    void calls();
    void form();
    void folders();
    void testsLiveInTheirFolders();
};

QList<TestArchitecture::Source> TestArchitecture::read(const QStringList &folders)
{
    const QDir root(QStringLiteral(ZOODOCK_SOURCE_DIR));
    QList<Source> sources;
    for (const QString &folder : folders) {
        QDirIterator files(root.filePath(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                sources.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return sources;
}

void TestArchitecture::initTestCase()
{
    m_sources = read({u"app"_s, u"ui"_s, u"models"_s});
    m_tests = read({u"tests"_s});
    QVERIFY(m_sources.size() > 50);
    QVERIFY(m_tests.size() > 5);
}

void TestArchitecture::plantedInclude_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("rule"); // empty: allowed
    const auto row = [](const char *name, const QString &path, const QString &header, const QString &rule) {
        QTest::newRow(name) << path << header << rule;
    };
    row("ui sees docker", u"ui/a.cpp"_s, u"docker/dockerengine.h"_s, u"ui/ may not use docker/"_s);
    row("ui sees zookeeper", u"ui/a.cpp"_s, u"zookeeper/srvr.h"_s, u"ui/ may not use zookeeper/"_s);
    row("ui sees clusters", u"ui/a.cpp"_s, u"clusters/clusterstore.h"_s, {});
    row("core sees ensemble", u"models/core/a.cpp"_s, u"ensemble/ensemble.h"_s,
        u"core/ may not use ensemble/"_s);
    row("ensemble sees docker", u"models/ensemble/a.cpp"_s, u"docker/dockerobjects.h"_s,
        u"may not use docker/"_s);
    row("docker sees clusters", u"models/docker/a.cpp"_s, u"clusters/plan.h"_s, u"may not use clusters/"_s);
    row("clusters' public header shows docker", u"models/clusters/include/clusters/a.h"_s,
        u"docker/dockerobjects.h"_s, u"shows nothing of docker/"_s);
    row("clusters' private header", u"models/clusters/a.h"_s, u"docker/dockerobjects.h"_s, {});
    row("the C client elsewhere", u"models/clusters/a.cpp"_s, u"zookeeper/zookeeper.h"_s,
        u"zookeeper/ alone"_s);
    row("the C client in a header", u"models/zookeeper/a.h"_s, u"zookeeper/zookeeper.h"_s,
        u"zookeeper/ alone"_s);
    row("the C client at home", u"models/zookeeper/a.cpp"_s, u"zookeeper/zookeeper.h"_s, {});
    row("a widget in models", u"models/itemmodels/a.cpp"_s, u"QtWidgets/QTreeView"_s, u"no widget"_s);
    row("a process in ui", u"ui/a.cpp"_s, u"QtCore/QProcess"_s, u"no process"_s);
    row("a process in docker", u"models/docker/a.cpp"_s, u"QtCore/QProcess"_s, u"wrapped in core/"_s);
    row("a path", u"ui/a.cpp"_s, u"../models/core/x.h"_s, u"by name"_s);
}

void TestArchitecture::plantedInclude()
{
    QFETCH(QString, path);
    QFETCH(QString, header);
    QFETCH(QString, rule);
    const QStringList found = sourcerules::includeViolations(path, u"\n#include \"%1\"\n"_s.arg(header));
    QCOMPARE(found.size(), rule.isEmpty() ? 0 : 1);
    if (!rule.isEmpty())
        QVERIFY2(found.first().contains(rule), qPrintable(found.first()));
}

void TestArchitecture::plantedCall_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("violates");
    QTest::newRow("waitForFinished") << u"process.waitForFinished(100);"_s << true;
    QTest::newRow("processEvents") << u"QCoreApplication::processEvents();"_s << true;
    QTest::newRow("event loop") << u"QEventLoop loop;"_s << true;
    QTest::newRow("dialog.exec") << u"dialog.exec();"_s << true;
    QTest::newRow("menu->exec") << u"menu->exec ( );"_s << true;
    QTest::newRow("static box") << u"QMessageBox::question(this, a, b);"_s << true;
    QTest::newRow("string connect") << u"connect(a, SIGNAL(b()), c, SLOT(d()));"_s << true;
    QTest::newRow("comment") << u"// no waitForFinished here"_s << false;
    QTest::newRow("string") << u"text = u\"processEvents\"_s;"_s << false;
    QTest::newRow("open") << u"dialog->open();"_s << false;
    QTest::newRow("QApplication::exec") << u"return QApplication::exec();"_s << false;
}

void TestArchitecture::plantedCall()
{
    QFETCH(QString, line);
    QFETCH(bool, violates);
    QCOMPARE(!sourcerules::callViolations(u"ui/a.cpp"_s, line).isEmpty(), violates);
}

void TestArchitecture::plantedForm()
{
    QCOMPARE(sourcerules::formViolations(u"ui/Bad.h"_s, u"int x;"_s).size(), 4);
    QCOMPARE(sourcerules::formViolations(
                 u"ui/a.h"_s, u"// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n\nint x;\n"_s),
             QStringList());
    const auto counted = [](const QString &sentence) {
        return sourcerules::formViolations(
            u"ui/a.cpp"_s,
            u"// SPDX-License-Identifier: GPL-3.0-or-later\ntr(\"%1 line(s)\", nullptr, many);\n"_s.arg(
                sentence));
    };
    QCOMPARE(counted(u"Saved %Ln"_s), QStringList());
    QCOMPARE(counted(u"Saved %n"_s).size(), 1);
    QVERIFY(counted(u"Saved %n"_s).constFirst().startsWith("ui/a.cpp:2:"_L1));
}

void TestArchitecture::includes()
{
    QStringList violations;
    for (const Source &source : m_sources)
        violations += sourcerules::includeViolations(source.path, source.text);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void TestArchitecture::calls()
{
    QStringList violations;
    for (const Source &source : m_sources)
        violations += sourcerules::callViolations(source.path, source.text);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void TestArchitecture::form()
{
    QStringList violations;
    for (const Source &source : m_sources + m_tests)
        violations += sourcerules::formViolations(source.path, source.text);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void TestArchitecture::folders()
{
    constexpr int most = 50; // .cpp and .h together: some 25 pairs
    QHash<QString, int> counts;
    for (const Source &source : m_sources)
        ++counts[source.path.section(u'/', 0, -2)];
    for (auto folder = counts.cbegin(); folder != counts.cend(); ++folder)
        QVERIFY2(folder.value() <= most,
                 qPrintable(u"%1 has %2 files"_s.arg(folder.key()).arg(folder.value())));
}

void TestArchitecture::testsLiveInTheirFolders()
{
    static const QStringList known{u"unit"_s,      u"models"_s, u"process"_s, u"gui"_s,   u"engine"_s,
                                   u"bench"_s,     u"fakes"_s,  u"static"_s,  u"image"_s, u"pch.cpp"_s,
                                   u"packaging"_s, u"fuzz"_s,   u"chaos"_s};
    for (const Source &source : m_tests) {
        const QString folder = source.path.section(u'/', 1, 1);
        QVERIFY2(known.contains(folder), qPrintable(source.path));
    }
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
