// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wizarddriver.h"

#include "ui/wizard/findinglist.h"
#include "ui/wizard/wizarddraft.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace zoodock::test
{

void WizardDriver::begin()
{
    m_stage = std::make_unique<Stage>();
    m_result = {};
}

void WizardDriver::end()
{
    if (m_wizard)
        known();
    delete m_wizard;
    m_wanted.reset();
    m_stage.reset();
}

void WizardDriver::open()
{
    present(new ClusterWizard(m_stage->services, u"orders"_s, nullptr));
}

void WizardDriver::open(const Ensemble &start)
{
    present(new ClusterWizard(m_stage->services, start, nullptr));
}

void WizardDriver::present(ClusterWizard *wizard)
{
    m_wizard = wizard;
    m_wanted = std::make_unique<QSignalSpy>(wizard, &ClusterWizard::wanted);
    QObject::connect(wizard, &ClusterWizard::wanted, wizard,
                     [this](const Ensemble &ensemble, const Ensemble &toRemember) {
                         m_result = ensemble;
                         m_toRemember = toRemember;
                     });
    wizard->open();
    QVERIFY(QTest::qWaitForWindowExposed(wizard));
    wizard->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    known();
}

void WizardDriver::known() const
{
    const auto *draft = m_wizard->findChild<WizardDraft *>();
    QTRY_VERIFY_WITH_TIMEOUT(!draft->isAsking(), patience);
}

void WizardDriver::type(const QString &text) const
{
    for (const QChar character : text) // the first one may open an editor
        QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
}

void WizardDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_wizard.data(), key, modifiers);
    QCoreApplication::processEvents(); // an editor in a table closes a turn later
}

void WizardDriver::goTo(WizardStep step) const
{
    while (m_wizard->step() < step)
        press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_wizard->step(), step);
    known(); // a page looks again if it is long ago
}

void WizardDriver::tabTo(const QString &name) const
{
    for (int presses = 0; presses < 60; ++presses) {
        if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == name)
            return;
        press(Qt::Key_Tab);
    }
    QFAIL(qPrintable(name + u" is not reached by Tab"_s));
}

QStringList WizardDriver::sentences() const
{
    QStringList all;
    for (const FindingList *list : m_wizard->findChildren<FindingList *>()) {
        for (const Finding &finding : list->isVisible() ? list->findings() : QList<Finding>())
            all += finding.sentence;
    }
    return all;
}

} // namespace zoodock::test
