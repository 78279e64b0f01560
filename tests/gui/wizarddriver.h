// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stage.h"
#include "ui/wizard/clusterwizard.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>

#include <memory>

namespace zoodock::test
{

/// Works the wizard by keys, as a person would, before an engine that only pretends.
class WizardDriver
{
protected:
    void begin();
    void end();
    void open();
    void open(const Ensemble &start);
    void present(ClusterWizard *wizard);
    /// The engine has answered.
    void known() const;
    void type(const QString &text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void goTo(WizardStep step) const;
    /// Tab until this widget has the keyboard.
    void tabTo(const QString &name) const;
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_wizard->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QStringList sentences() const;
    [[nodiscard]] const Ensemble &wish() const { return m_wizard->ensemble(); }

    std::unique_ptr<Stage> m_stage;
    QPointer<ClusterWizard> m_wizard;
    std::unique_ptr<QSignalSpy> m_wanted;
    Ensemble m_result;
    Ensemble m_toRemember;
};

} // namespace zoodock::test
