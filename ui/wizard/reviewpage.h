// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTabWidget;

namespace zoodock
{

class FindingList;
class TopologyPicture;

/// What speaks against it, with remedies; what it will look like; what will be run, and each member's
/// zoo.cfg.
class ReviewPage : public WizardPage
{
    Q_OBJECT
public:
    ReviewPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    /// A finding that is mended on another page.
    void stepWanted(zoodock::WizardStep step);

private:
    QWidget *makeFindings();
    QWidget *makeTexts();
    void refreshTexts();
    /// Where there are no commands but why not, there is nothing to take away.
    void refreshButtons();
    void copy();
    void save();
    [[nodiscard]] QPlainTextEdit *shownText() const;
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QStringList labelsFor(const Finding &finding) const;
    void mend(const Finding &finding, int button);

    QLabel *m_fine = nullptr;
    FindingList *m_findings = nullptr;
    TopologyPicture *m_picture = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPlainTextEdit *m_commands = nullptr;
    QComboBox *m_member = nullptr;
    QPlainTextEdit *m_zooCfg = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QLabel *m_said = nullptr;
    bool m_hasCommands = false;
};

} // namespace zoodock
