// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/logs/logspage.h"
#include "ui/look/theme.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/start/enginepage.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTreeView>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

template <typename Field>
Field *field(const QWidget &dialog, const QString &accessibleName)
{
    for (Field *candidate : dialog.findChildren<Field *>()) {
        if (candidate->accessibleName() == accessibleName)
            return candidate;
    }
    return nullptr;
}

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->docker.rule({u"context"_s, u"ls"_s})
            .out("{\"Current\":true,\"DockerEndpoint\":\"unix:///a.sock\",\"Name\":\"default\"}\n"
                 "{\"Current\":false,\"DockerEndpoint\":\"ssh://far\",\"Name\":\"far\"}\n");
        m_stage->settings.setValue(SettingKey::DockerExecutable, m_stage->docker.program());
        m_dialog = new SettingsDialog(m_stage->settings, m_stage->monitor);
        m_dialog->open();
    }
    void cleanup()
    {
        delete m_dialog.data();
        m_stage.reset();
    }
    void storesWhatWasChanged();
    void byKeyboard();
    void cancelStoresNothing();
    void restoresDefaults();
    void refusesWhatCannotBe();
    void knowsTheContexts();
    void logLimitHasItsEffect();
    void enginePageLeadsHere();
    void foldedClustersAreRemembered();
    void openQuestionsFollowTheTheme();

private:
    QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] QVariant stored(SettingKey key) const { return m_stage->settings.value(key); }

    std::unique_ptr<Stage> m_stage;
    QPointer<SettingsDialog> m_dialog;
};

void TestSettingsDialog::storesWhatWasChanged()
{
    QList<SettingKey> told;
    QObject::connect(&m_stage->settings, &Settings::changed, m_dialog->window(),
                     [&](SettingKey key) { told += key; });
    field<QLineEdit>(*m_dialog, u"Image of new clusters"_s)->setText(u" zookeeper:3.8 "_s);
    field<QSpinBox>(*m_dialog, u"First client port"_s)->setValue(4000);
    field<QSpinBox>(*m_dialog, u"Pause between two questions to a settled member"_s)->setValue(5000);
    auto *theme = field<QComboBox>(*m_dialog, u"Theme"_s);
    theme->setCurrentIndex(theme->findData(u"dark"_s));
    m_dialog->findChild<QCheckBox *>()->setChecked(false);
    QCOMPARE(told, QList<SettingKey>{});
    button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(stored(SettingKey::DefaultImage).toString(), u"zookeeper:3.8"_s);
    QCOMPARE(stored(SettingKey::FirstClientPort).toInt(), 4000);
    QCOMPARE(stored(SettingKey::SettledPace).toInt(), 5000);
    QCOMPARE(stored(SettingKey::UnsettledPace).toInt(), 250);
    QCOMPARE(stored(SettingKey::Theme).toString(), u"dark"_s);
    QCOMPARE(stored(SettingKey::Notifications).toBool(), false);
    QCOMPARE(told.size(), 5); // nothing of what stayed as it was
}

void TestSettingsDialog::byKeyboard()
{
    auto *image = field<QLineEdit>(*m_dialog, u"Image of new clusters"_s);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    for (int step = 0; step < 20 && QApplication::focusWidget() != image; ++step)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), image);
    QTest::keyClicks(image, u"zookeeper:3.7"_s);
    QTest::keyClick(image, Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(stored(SettingKey::DefaultImage).toString(), u"zookeeper:3.7"_s);
}

void TestSettingsDialog::cancelStoresNothing()
{
    field<QSpinBox>(*m_dialog, u"First client port"_s)->setValue(4000);
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(stored(SettingKey::FirstClientPort).toInt(), 2181);
}

void TestSettingsDialog::restoresDefaults()
{
    auto *port = field<QSpinBox>(*m_dialog, u"First client port"_s);
    port->setValue(4000);
    button(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(port->value(), 2181);
    QCOMPARE(field<QLineEdit>(*m_dialog, u"Docker command"_s)->text(), u"docker"_s);
    QCOMPARE(stored(SettingKey::DockerExecutable).toString(), m_stage->docker.program()); // until OK
}

void TestSettingsDialog::refusesWhatCannotBe()
{
    auto *image = field<QLineEdit>(*m_dialog, u"Image of new clusters"_s);
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    image->setText(u"--privileged"_s);
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(readable(*m_dialog).contains(u"zookeeper:3.9"_s));
    image->clear();
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    auto *docker = field<QLineEdit>(*m_dialog, u"Docker command"_s);
    docker->setText(u"no-such-docker"_s); // may come later: said, and accepted
    QVERIFY(readable(*m_dialog).contains(u"There is no program “no-such-docker” here."_s));
    QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
    docker->clear();
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    docker->setText(m_stage->docker.program());
    field<QComboBox>(*m_dialog, u"Docker context"_s)->setCurrentText(u"a b"_s);
    QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
    QVERIFY(readable(*m_dialog).contains(u"A context's name"_s));
}

void TestSettingsDialog::knowsTheContexts()
{
    auto *context = field<QComboBox>(*m_dialog, u"Docker context"_s);
    QTRY_COMPARE(context->count(), 2);
    QCOMPARE(context->currentText(), QString());
    QCOMPARE(context->itemText(1), u"far"_s);
    context->setCurrentText(u"nowhere"_s);
    QVERIFY(readable(*m_dialog).contains(u"Docker has no context “nowhere”"_s));
    context->setCurrentText(u"far"_s);
    QVERIFY(!readable(*m_dialog).contains(u"Docker has no context"_s));
    context->setCurrentIndex(1);
    button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(stored(SettingKey::DockerContext).toString(), u"far"_s);
}

void TestSettingsDialog::logLimitHasItsEffect()
{
    LogsPage page(m_stage->services);
    QCOMPARE(page.book().rings().limit(), 100'000);
    field<QSpinBox>(*m_dialog, u"Log lines kept of each member"_s)->setValue(2000);
    button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(page.book().rings().limit(), 2000);
}

void TestSettingsDialog::foldedClustersAreRemembered()
{
    m_stage->engine(EngineStatus::Reach::Answers);
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"search"_s);
    const auto treeOf = [](const MainWindow &window) {
        return window.findChild<QTreeView *>(u"clusterTree"_s);
    };
    {
        MainWindow window(m_stage->services);
        window.show();
        QTreeView *tree = treeOf(window);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QTest::keyClick(tree, Qt::Key_Left);
        window.close();
    }
    MainWindow window(m_stage->services);
    window.show();
    QTreeView *tree = treeOf(window);
    QVERIFY(!tree->isExpanded(tree->model()->index(0, 0)));
    QVERIFY(tree->isExpanded(tree->model()->index(1, 0)));
}

void TestSettingsDialog::enginePageLeadsHere()
{
    m_dialog->reject();
    EnginePage page(m_stage->services);
    page.show();
    EngineStatus engine;
    engine.reach = EngineStatus::Reach::Silent;
    engine.problem = Error(ErrorKind::ProgramMissing, u"“/nope/docker” could not be started."_s);
    auto *change = page.findChild<QPushButton *>(u"engineSettings"_s);
    auto *copy = page.findChild<QPushButton *>(u"engineCopy"_s);

    m_stage->settings.setValue(SettingKey::DockerExecutable, u"docker"_s);
    page.setEngine(engine);
    QVERIFY(!change->isVisible());
    QVERIFY(copy->isVisible()); // how to install it

    m_stage->settings.setValue(SettingKey::DockerExecutable, u"/nope/docker"_s);
    page.setEngine(engine);
    QVERIFY(page.findChild<QLabel *>(u"engineTitle"_s)->text().contains(u"settings"_s));
    QVERIFY(readable(page).contains(u"/nope/docker"_s));
    QVERIFY(!readable(page).contains(u"not installed"_s));
    QVERIFY(!copy->isVisible());
    QVERIFY(change->isVisible());
    QTest::mouseClick(change, Qt::LeftButton);
    const auto *dialog = page.findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
}

void TestSettingsDialog::openQuestionsFollowTheTheme()
{
    applyTheme(u"light"_s);
    QMessageBox box(QMessageBox::Question, {}, u"Sure?"_s);
    box.show();
    const auto sign = [&box] { return box.iconPixmap().toImage(); };
    const QImage light = sign();
    QVERIFY(!light.isNull());
    applyTheme(u"dark"_s);
    QVERIFY(sign() != light);
    applyTheme(u"light"_s);
    QCOMPARE(sign(), light);
    applyTheme(u"system"_s);
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
