// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ui/uiservices.h"
#include "ui/wizard/remedies.h"

#include <QtWidgets/QDialog>

#include <optional>

class QLabel;
class QLayout;
class QPushButton;
class QStackedWidget;

namespace zoodock
{

class PageList;
class ViewStates;
class WizardDraft;
class WizardPage;

/// Makes a new cluster in five pages: What, Image, Network, Settings, Review. Enter goes on, and on the last
/// page creates; Alt+Left goes back, Ctrl+Enter goes to the last page. Remembers its size and what was
/// chosen.
class ClusterWizard : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterWizard)
public:
    /// Opens with what was chosen last time, under this name.
    ClusterWizard(const UiServices &services, const QString &name, QWidget *parent);
    /// Opens filled in: members, image, network and settings of `start`; the name as it is, ports that are
    /// free.
    ClusterWizard(const UiServices &services, const Ensemble &start, QWidget *parent);
    ~ClusterWizard() override;
    /// The same as `ensemble` once more: its title says so.
    [[nodiscard]] static ClusterWizard *duplicating(const Ensemble &ensemble, const UiServices &services,
                                                    QWidget *parent);

    enum class Ports { Proposed, Kept };
    /// What could not be made, as it was asked for, to be changed. Kept: its ports are as if entered.
    [[nodiscard]] static ClusterWizard *changing(const Ensemble &wish, Ports ports,
                                                 const UiServices &services, QWidget *parent);

    /// The same once more, under a name that no cluster has.
    [[nodiscard]] static Ensemble duplicateOf(const Ensemble &ensemble, const UiServices &services);

    [[nodiscard]] const Ensemble &ensemble() const;
    [[nodiscard]] WizardStep step() const;
    void setStep(WizardStep step);

    void done(int result) override;
    /// Escape and the window's close button: asks first if something was entered.
    void reject() override;

Q_SIGNALS:
    /// Create was chosen, and nothing speaks against it. Its ports are as the person saw them. `toRemember`:
    /// what the next wizard begins with, once this is made (SettingKey::LastWish).
    void wanted(const zoodock::Ensemble &ensemble, const zoodock::Ensemble &toRemember);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void makePages();
    [[nodiscard]] QLayout *makeButtons();
    void addPage(WizardPage *page);
    void goOn();
    void create();
    void finish();
    void refresh();
    void showStep();
    [[nodiscard]] WizardPage *page() const;

    UiServices m_services;
    WizardDraft *m_draft;
    ViewStates *m_viewStates = nullptr;
    bool m_creating = false;         ///< the engine is looked at a last time
    std::optional<Ensemble> m_shown; ///< when that began; none while the engine was not known yet
    PageList *m_steps = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_explanation = nullptr;
    QStackedWidget *m_pages = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace zoodock
