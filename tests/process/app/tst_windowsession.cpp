// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "ensemble/ensemblejson.h"
#include "fakes/fakedocker.h"
#include "ui/activity/activitybar.h"
#include "ui/look/labels.h"
#include "ui/look/translations.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

MainWindow *shownWindow()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            return window;
    }
    return nullptr;
}

QStringList menuTitles()
{
    QStringList titles;
    if (const MainWindow *window = shownWindow()) {
        for (const QAction *action : window->menuBar()->actions())
            titles += action->text();
    }
    return titles;
}

template <typename Field>
Field *field(QWidget *dialog, const QString &accessibleName)
{
    for (Field *candidate : dialog->findChildren<Field *>()) {
        if (candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

SettingsDialog *openSettings()
{
    MainWindow *window = shownWindow();
    if (!window)
        return nullptr;
    window->findChild<QAction *>(u"settings"_s)->trigger();
    return window->findChild<SettingsDialog *>();
}

void accept(SettingsDialog *dialog)
{
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
}

/// An engine that answers, and refuses to make anything.
void refuseNetworks(FakeDocker &docker)
{
    playFarEngine(docker);
    docker.rule({u"events"_s}).hang();
    docker.rule({u"network"_s, u"create"_s}).err("Error: no more networks today\n").exit(1);
    docker.ruleMatching(u"."_s);
}

void writeCluster(const QString &name)
{
    const QDir folder(qEnvironmentVariable("XDG_DATA_HOME") + u"/zoodock/clusters"_s);
    folder.mkpath(u"."_s);
    QFile file(folder.filePath(name + u".json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(toJson(makeEnsemble(name, 1, 0, NetworkMode::Bridge, u"zoodock/zookeeper:3.8"_s)));
}

QString activityLine()
{
    const MainWindow *window = shownWindow();
    const auto *line = window ? window->findChild<ElidedLabel *>(u"activitySentence"_s) : nullptr;
    return line ? line->fullText() : QString();
}

QToolButton *startButton()
{
    for (auto *button : shownWindow()->findChildren<QToolButton *>()) {
        if (button->accessibleName() == "Start the cluster"_L1 && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

/// What the settings dialog says has its effect while the program runs.
class TestWindowSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        for (const char *kind : {"DATA", "CONFIG", "STATE", "CACHE"})
            qputenv(qPrintable(u"XDG_%1_HOME"_s.arg(QLatin1StringView(kind))), m_home->path().toUtf8());
        m_docker = std::make_unique<FakeDocker>();
        m_docker->ruleMatching(u"."_s);
        Settings settings;
        QVERIFY(settings.setValue(SettingKey::DockerExecutable, m_docker->program()));
    }
    void cleanup() { m_docker.reset(); }
    void anotherLanguageAndBack();
    void anotherDockerCommand();
    void anotherDockerCommandKeepsTheFailures();
    void anotherLanguageWaitsForWhatRuns();
    void anotherContext();

private:
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<FakeDocker> m_docker;
};

void TestWindowSession::anotherLanguageAndBack()
{
    WindowSession session({});
    session.open();
    QTRY_VERIFY(menuTitles().contains(u"&Cluster"_s));
    const QRect place = shownWindow()->geometry();
    QPointer<MainWindow> old = shownWindow();

    SettingsDialog *dialog = openSettings();
    QVERIFY(dialog);
    auto *language = field<QComboBox>(dialog, u"Language"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    accept(dialog);
    QTRY_VERIFY(!old);
    QTRY_VERIFY(!menuTitles().isEmpty());
    QTest::qWait(100); // the moment without a window is not the program's end
    QVERIFY2(!menuTitles().contains(u"&Cluster"_s), qPrintable(menuTitles().join(u' ')));
    QCOMPARE(shownWindow()->geometry(), place);

    dialog = openSettings();
    QVERIFY(dialog);
    language = nullptr;
    for (QComboBox *box : dialog->findChildren<QComboBox *>()) {
        if (box->findData(u"zh_CN"_s) >= 0)
            language = box;
    }
    QVERIFY(language);
    QCOMPARE(language->currentData().toString(), u"zh_CN"_s);
    language->setCurrentIndex(language->findData(u"en"_s));
    accept(dialog);
    QTRY_VERIFY(menuTitles().contains(u"&Cluster"_s));
}

void TestWindowSession::anotherDockerCommand()
{
    FakeDocker other;
    other.ruleMatching(u"."_s);
    {
        WindowSession session({});
        session.open();
        QTRY_VERIFY(!m_docker->calls().isEmpty());
        QPointer<MainWindow> old = shownWindow();
        SettingsDialog *dialog = openSettings();
        QVERIFY(dialog);
        field<QLineEdit>(dialog, u"Docker command"_s)->setText(other.program());
        accept(dialog);
        QTRY_VERIFY(!old);
        QTRY_VERIFY(shownWindow());
        QTRY_VERIFY(!other.calls().isEmpty());
    }
    QVERIFY(!shownWindow());
}

/// What failed stays until it is read, and can be tried again with the new command.
void TestWindowSession::anotherDockerCommandKeepsTheFailures()
{
    FakeDocker first;
    refuseNetworks(first);
    FakeDocker second;
    refuseNetworks(second);
    Settings().setValue(SettingKey::DockerExecutable, first.program());
    writeCluster(u"orders"_s);
    WindowSession session({});
    session.open();
    QTRY_VERIFY_WITH_TIMEOUT(startButton() && startButton()->isEnabled(), 20'000);
    startButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(activityLine(), u"Finish orders: failed"_s, 20'000);

    SettingsDialog *dialog = openSettings();
    field<QLineEdit>(dialog, u"Docker command"_s)->setText(second.program());
    accept(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!second.calls().isEmpty(), 20'000);
    QTRY_VERIFY(shownWindow());
    QCOMPARE(activityLine(), u"Finish orders: failed"_s);
    const auto networks = [&second] {
        return second.callLines().filter(QRegularExpression(u"network create"_s)).size();
    };
    QCOMPARE(networks(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(startButton() && startButton()->isEnabled(), 20'000);
    auto *again = shownWindow()->findChild<QPushButton *>(u"activityRetry"_s);
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_COMPARE_WITH_TIMEOUT(networks(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(activityLine(), u"Finish orders: failed"_s, 20'000);
}

/// A task is told of in one language from its first word to its last.
void TestWindowSession::anotherLanguageWaitsForWhatRuns()
{
    FakeDocker docker;
    const QString goOn = docker.file("go-on");
    docker.rule({u"network"_s, u"create"_s}).waitForFile(goOn).err("Error: no more networks today\n").exit(1);
    refuseNetworks(docker);
    Settings().setValue(SettingKey::DockerExecutable, docker.program());
    writeCluster(u"orders"_s);
    WindowSession session({});
    session.open();
    QTRY_VERIFY_WITH_TIMEOUT(startButton() && startButton()->isEnabled(), 20'000);
    startButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!docker.callLines().filter(QRegularExpression(u"network create"_s)).isEmpty(),
                             20'000);
    const QPointer<MainWindow> old = shownWindow();
    SettingsDialog *dialog = openSettings();
    auto *language = field<QComboBox>(dialog, u"Language"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    accept(dialog);
    QVERIFY(old->statusBar()->currentMessage().contains(u"as soon as what runs now has ended"_s));
    QTest::qWait(200); // nothing comes of it yet
    QVERIFY(old);
    QVERIFY(menuTitles().contains(u"&Cluster"_s));

    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(!old, 20'000);
    QTRY_VERIFY(!menuTitles().isEmpty());
    QVERIFY(!menuTitles().contains(u"&Cluster"_s));
    QCOMPARE(activityLine(), u"Finish orders: failed"_s);
    QVERIFY(Settings().setValue(SettingKey::Language, QString())); // the next test finds the same file
    QVERIFY(installTranslations(*qApp, u"en"_s));
}

void TestWindowSession::anotherContext()
{
    WindowSession session({});
    session.open();
    QTRY_VERIFY(!m_docker->calls().isEmpty());
    SettingsDialog *dialog = openSettings();
    QVERIFY(dialog);
    field<QComboBox>(dialog, u"Docker context"_s)->setCurrentText(u"remote-1"_s);
    accept(dialog);
    QTRY_VERIFY(!m_docker->callLines().filter(QRegularExpression(u"^--context remote-1 "_s)).isEmpty());
}

QTEST_MAIN(TestWindowSession)
#include "tst_windowsession.moc"
