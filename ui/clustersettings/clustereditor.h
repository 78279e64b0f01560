// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/ensemblechange.h"
#include "core/result.h"
#include "ui/uiservices.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace zoodock
{

class Banner;
class ChangeDialog;
class EditorFooter;
class FindingList;
class PageList;
class PortsPage;
class WizardDraft;
class WizardPage;
struct ClusterStatus;

/// What a person calls the cluster and notes about it, which is no setting.
void takeDescription(Ensemble &wish, const Ensemble &from);

/// The settings of one cluster that there is: what is wanted beside what is, as a draft. Nothing happens
/// before applyWanted().
class ClusterEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterEditor)
public:
    ClusterEditor(const UiServices &services, const Ensemble &ensemble, QWidget *parent);
    ~ClusterEditor() override;

    [[nodiscard]] const QString &cluster() const { return m_base.name; }
    [[nodiscard]] bool isModified() const;
    /// Modified, and not to what is being applied just now.
    [[nodiscard]] bool hasUnapplied() const;
    void showPorts();
    /// As a draft; what was edited here already stays instead.
    void offer(const Ensemble &wish);
    /// A task that applies settings to the cluster has begun, or ended.
    void beginApplying(const Ensemble &wish);
    void endApplying();
    [[nodiscard]] const WizardDraft &draft() const { return *m_draft; }

Q_SIGNALS:
    /// The difference was shown, and a person said yes.
    void applyWanted(const zoodock::Ensemble &wish);
    void duplicateWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addPage(WizardPage *page);
    void connectStore();
    void showSection();
    void refresh();
    void refreshPages();
    void refreshFooter();
    void takeFile();
    void look();
    void findChange();
    void takeMade(const Result<EnsembleChange> &now);
    void askToApply();
    void onCompared(const Result<EnsembleChange> &change);
    void ask(const EnsembleChange &change, const ClusterStatus &status);
    void followQuestion();
    /// The file has changed since the question was begun.
    [[nodiscard]] bool isAboutAnotherFile() const;
    void discard();
    /// Why nothing can be edited, and why what is edited cannot be applied now; empty: it can.
    [[nodiscard]] QString reasonAgainstEditing() const;
    [[nodiscard]] QString reasonAgainstApplying() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString namesOf(const QList<int> &members) const;

    UiServices m_services;
    Ensemble m_base; ///< the cluster's file
    WizardDraft *m_draft;
    EnsembleChange m_change;    ///< from there to the draft
    QMap<int, Ensemble> m_made; ///< what the members were really made with; empty: not known
    QList<int> m_unlike;        ///< those made with other settings than the file's: a change was cancelled
    int m_generation = 0;       ///< of questions about them
    bool m_comparing = false;
    std::optional<Ensemble> m_applying; ///< the wish of a task that runs
    bool m_wasBusy = false;
    QString m_problem; ///< why the difference could not be found
    QPointer<ChangeDialog> m_question;
    Ensemble m_questionBase; ///< the file when that was begun
    QTimer m_soon;
    PageList *m_sections = nullptr;
    QLabel *m_explanation = nullptr;
    QList<WizardPage *> m_sectionPages; ///< as in m_pages, where each can be scrolled
    QStackedWidget *m_pages = nullptr;
    PortsPage *m_ports = nullptr;
    FindingList *m_findings = nullptr;
    Banner *m_locked = nullptr;
    QVBoxLayout *m_layout = nullptr;
    EditorFooter *m_footer = nullptr;
};

} // namespace zoodock
