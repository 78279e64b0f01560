// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/remedies.h"
#include "ui/wizard/wizarddraft.h"

#include <QtWidgets/QWidget>

namespace zoodock
{

/// One page of the wizard. Shows the draft, changes it, and keeps nothing itself: Back loses nothing.
class WizardPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WizardPage)
public:
    WizardPage(WizardDraft &draft, QWidget *parent)
        : QWidget(parent)
        , m_draft(draft)
    {
    }

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString explanation() const = 0;
    /// The draft has changed, or the page is shown.
    virtual void refresh() = 0;
    /// Who gets the keyboard when the page is shown.
    [[nodiscard]] virtual QWidget *firstField() const = 0;

protected:
    [[nodiscard]] WizardDraft &draft() const { return m_draft; }
    /// The draft's findings whose field begins so.
    [[nodiscard]] QList<Finding> findingsOf(const QString &fieldPrefix) const
    {
        QList<Finding> some;
        for (const Finding &finding : m_draft.findings()) {
            if (finding.field.startsWith(fieldPrefix))
                some.append(finding);
        }
        return some;
    }
    [[nodiscard]] QList<Finding> findingsOf(WizardStep step) const
    {
        QList<Finding> some;
        for (const Finding &finding : m_draft.findings()) {
            if (stepOf(finding) == step)
                some.append(finding);
        }
        return some;
    }

private:
    WizardDraft &m_draft;
};

} // namespace zoodock
