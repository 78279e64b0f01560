// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace zoodock
{

/// What was chosen when the cluster was made and stays so, with the reason and a way to a copy.
class FixedPage : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FixedPage)
public:
    FixedPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void duplicateWanted();

private:
    QLineEdit *addField(QFormLayout &form, const QString &label, const QString &reason);

    QLineEdit *m_name = nullptr;
    QLineEdit *m_context = nullptr;
    QLineEdit *m_network = nullptr;
    QLineEdit *m_members = nullptr;
    QLineEdit *m_data = nullptr;
    QPushButton *m_duplicate = nullptr;
};

} // namespace zoodock
