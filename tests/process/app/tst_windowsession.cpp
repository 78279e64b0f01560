// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowsession.h"
#include "fakes/fakedocker.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>

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
