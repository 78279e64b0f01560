// SPDX-License-Identifier: GPL-3.0-or-later
// From the wizard's first page to a cluster that runs on a real engine, by keys alone.
#include "engine/acting/actingparts.h"

#include "clusters/imagetask.h"
#include "core/settings.h"
#include "ui/mainwindow.h"
#include "ui/wizard/clusterwizard.h"

#include <QtCore/QPointer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestEngineWizard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void enterEnterEnter();
    void imageThatNoRegistryHas();
    void pullsLayerByLayer();
    void cancelledPullLeavesNoImage();
    void tagThatTheRegistryHasNot();

private:
    /// A registry on this machine; the name of its image, without a tag.
    QString registry(QProcess &process, const QString &hold);

    QString m_run;
};

void TestEngineWizard::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_run = u"wizard-%1"_s.arg(QCoreApplication::applicationPid());
    qputenv("ZOODOCK_TEST_RUN", test::ownRun(m_run).toUtf8());
}

void TestEngineWizard::cleanupTestCase()
{
    if (!m_run.isEmpty())
        removeLabelled(test::runLabel());
}

void TestEngineWizard::enterEnterEnter()
{
    constexpr int patienceMs = 90'000;
    QTemporaryDir folder;
    ActingParts parts(folder.filePath(u"clusters"_s));
    Settings settings(folder.filePath(u"settings.ini"_s));
    settings.setValue(SettingKey::FirstClientPort, test::ownPorts());
    const UiServices services{parts.store,    parts.service, parts.monitor, parts.repository,
                              parts.activity, settings,      parts.engines};
    MainWindow window(services);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    QPointer<ClusterWizard> wizard = window.findChild<ClusterWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QTest::keyClicks(wizard->focusWidget(), m_run);
    for (int pages = 0; pages < 4; ++pages)
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QCOMPARE(wizard->step(), WizardStep::Review);
    QTRY_VERIFY_WITH_TIMEOUT(wizard->findChild<QPushButton *>(u"wizardNext"_s)->isEnabled(), patienceMs);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(parts.activity.tasks().size(), 1, patienceMs);
    ClusterTask *task = parts.activity.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), qPrintable(task->error().toString()));
    const ClusterStatus *cluster = parts.store.cluster(m_run);
    QVERIFY(cluster);
    QVERIFY(cluster->quorum.established);
    QCOMPARE(cluster->members.size(), 3);
    QVERIFY(cluster->ensemble.members.constFirst().client.hostPort >= test::ownPorts());
}

/// A pull that really fails says why in plain words, and leaves nothing running.
void TestEngineWizard::imageThatNoRegistryHas()
{
    QTemporaryDir folder;
    ActingParts parts(folder.filePath(u"clusters"_s));
    ImageTask *task = parts.service.pullImage({}, u"127.0.0.1:9/zookeeper:3.9"_s);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 60'000);
    QVERIFY(!task->succeeded());
    QCOMPARE(task->error().kind(), ErrorKind::RegistryUnreachable);
    QVERIFY(task->error().message().contains(u"cannot reach the image's registry"_s));
}

QString TestEngineWizard::registry(QProcess &process, const QString &hold)
{
    process.start(u"python3"_s, {QStringLiteral(TINYREGISTRY), hold});
    [&] { QVERIFY(process.waitForStarted() && process.waitForReadyRead()); }();
    return u"127.0.0.1:%1/%2"_s.arg(QString::fromUtf8(process.readLine()).trimmed(), m_run);
}

void TestEngineWizard::pullsLayerByLayer()
{
    QTemporaryDir folder;
    ActingParts parts(folder.filePath(u"clusters"_s));
    QProcess process;
    const QString image = registry(process, u"0.5"_s) + u":1"_s;
    ImageTask *task = parts.service.pullImage({}, image);
    QList<double> progress;
    connect(task, &ClusterTask::stepChanged, this, [&] { progress.append(task->progress()); });
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 60'000);
    QVERIFY2(task->succeeded(), qPrintable(task->error().toString()));
    QCOMPARE(task->steps().size(), 4); // the registry, and three layers
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
    QCOMPARE(progress.constLast(), 1.0);
    QVERIFY(!docker({u"image"_s, u"inspect"_s, image}).isEmpty());
    (void) docker({u"rmi"_s, image});
    process.kill();
    process.waitForFinished();
}

void TestEngineWizard::cancelledPullLeavesNoImage()
{
    QTemporaryDir folder;
    ActingParts parts(folder.filePath(u"clusters"_s));
    QProcess process;
    const QString image = registry(process, u"30"_s) + u":1"_s;
    ImageTask *task = parts.service.pullImage({}, image);
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(task->steps().size(), 4, 60'000);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000); // long before the layers would come
    QCOMPARE(task->error().kind(), ErrorKind::Cancelled);
    QVERIFY(docker({u"image"_s, u"inspect"_s, image}).isEmpty());
    process.kill();
    process.waitForFinished();
}

void TestEngineWizard::tagThatTheRegistryHasNot()
{
    QTemporaryDir folder;
    ActingParts parts(folder.filePath(u"clusters"_s));
    QProcess process;
    ImageTask *task = parts.service.pullImage({}, registry(process, u"0"_s) + u":2"_s);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 60'000);
    QCOMPARE(task->error().kind(), ErrorKind::ImageMissing);
    process.kill();
    process.waitForFinished();
}

QTEST_MAIN(TestEngineWizard)
#include "tst_engine_wizard.moc"
