// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/clustersettingspage.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "ui/clustersettings/clustereditor.h"
#include "ui/look/banner.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace zoodock
{

namespace
{

/// Why the settings are not even shown; empty: they are.
QString reasonAgainstShowing(const ClusterStatus *status)
{
    if (!status)
        return ClusterSettingsPage::tr("No cluster is selected.");
    if (!status->isManaged())
        return ClusterSettingsPage::tr(
            "Others started this cluster, so ZooDock does not know how its "
            "containers were made. The configuration that its servers use is on the page "
            "“Server” (conf).");
    if (status->damage)
        return ClusterSettingsPage::tr("The cluster's file cannot be read. The page “Overview” tells what "
                                       "can be done.");
    if (status->ensemble.adopted && !status->ensemble.composeProject.isEmpty())
        return ClusterSettingsPage::tr(
                   "The compose project “%1” made these containers. Change its compose "
                   "file, and let compose make them anew. The configuration that the servers use "
                   "now is on the page “Server” (conf).")
            .arg(status->ensemble.composeProject);
    if (status->ensemble.adopted)
        return ClusterSettingsPage::tr("This cluster was adopted: how its containers were made is not known, "
                                       "so ZooDock cannot make them anew with other settings. The "
                                       "configuration that the servers use is on the page “Server” (conf).");
    return status->members.isEmpty() ? ClusterSettingsPage::tr("Nothing is known about its members yet.")
                                     : QString();
}

} // namespace

ClusterSettingsPage::ClusterSettingsPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_pages(new QStackedWidget(this))
    , m_refusal(new QWidget(this))
    , m_refusalLayout(new QVBoxLayout(m_refusal))
{
    m_refusalLayout->setContentsMargins(20, 16, 20, 12);
    m_refusalLayout->addStretch(1);
    m_pages->addWidget(m_refusal);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    const auto ifShown = [this](const QString &name) {
        if (name == m_cluster)
            refresh();
    };
    const ClusterStore &store = services.store;
    connect(&store, &ClusterStore::clusterAdded, this, ifShown);
    connect(&store, &ClusterStore::clusterReset, this, ifShown);
    connect(&store, &ClusterStore::clusterChanged, this, ifShown);
    connect(&store, &ClusterStore::clusterRemoved, this, [this, ifShown](const QString &name) {
        drop(name);
        ifShown(name);
    });
}

ClusterSettingsPage::~ClusterSettingsPage() = default;

void ClusterSettingsPage::showCluster(const QString &name)
{
    if (name == m_cluster)
        return;
    if (const ClusterEditor *left = m_editors.value(m_cluster); left && !left->isModified())
        drop(m_cluster);
    m_cluster = name;
    refresh();
}

void ClusterSettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// An editor asks the engine: it is made once somebody looks.
void ClusterSettingsPage::refresh()
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    const QString reason = reasonAgainstShowing(status);
    if (!reason.isEmpty())
        refuse(reason);
    else if (isVisible())
        m_pages->setCurrentWidget(editor(*status));
    setFocusProxy(reason.isEmpty() ? m_pages->currentWidget() : nullptr);
}

void ClusterSettingsPage::refuse(const QString &reason)
{
    m_pages->setCurrentWidget(m_refusal);
    if (reason == m_reason)
        return;
    m_reason = reason;
    while (m_refusalLayout->count() > 1) {
        QLayoutItem *item = m_refusalLayout->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_refusalLayout->insertWidget(0, new Banner({Glyph::Info, Meaning::Observer}, reason, m_refusal));
}

ClusterEditor *ClusterSettingsPage::editor(const ClusterStatus &status)
{
    const QString name = status.ensemble.name;
    ClusterEditor *&editor = m_editors[name];
    if (editor)
        return editor;
    editor = new ClusterEditor(m_services, status.ensemble, m_pages);
    m_pages->addWidget(editor);
    connect(editor, &ClusterEditor::applyWanted, this, [this](const Ensemble &wish) { apply(wish); });
    connect(editor, &ClusterEditor::duplicateWanted, this, [this, name] { Q_EMIT duplicateWanted(name); });
    return editor;
}

void ClusterSettingsPage::drop(const QString &cluster)
{
    ClusterEditor *editor = m_editors.take(cluster);
    if (!editor)
        return;
    m_pages->removeWidget(editor);
    editor->deleteLater();
}

void ClusterSettingsPage::showPorts()
{
    refresh();
    if (ClusterEditor *shown = m_editors.value(m_cluster))
        shown->showPorts();
}

QStringList ClusterSettingsPage::unsavedClusters() const
{
    QStringList names;
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        if (editor.value()->hasUnapplied())
            names += m_services.shownName(editor.key());
    }
    names.sort();
    return names;
}

void ClusterSettingsPage::apply(const Ensemble &wish, std::chrono::milliseconds quorumDeadline)
{
    ClusterTask *task = m_services.service.apply(wish, quorumDeadline);
    const ClusterStatus *status = m_services.store.cluster(wish.name);
    task->setAgain([wish, base = status ? status->ensemble : wish, quorumDeadline](QObject &window) {
        if (auto *page = window.findChild<ClusterSettingsPage *>())
            page->applyAgain(wish, base, quorumDeadline * 2);
    });
    if (ClusterEditor *editor = m_editors.value(wish.name)) {
        editor->beginApplying(wish);
        connect(task, &Operation::finished, editor, &ClusterEditor::endApplying);
    }
    task->start();
}

/// Where the settings have changed since, the old wish would take that back: the difference is shown anew.
void ClusterSettingsPage::applyAgain(Ensemble wish, const Ensemble &base,
                                     std::chrono::milliseconds quorumDeadline)
{
    const ClusterStatus *status = m_services.store.cluster(wish.name);
    if (status)
        takeDescription(wish, status->ensemble);
    if (!status || changeBetween(base, status->ensemble).values.isEmpty()) {
        apply(wish, quorumDeadline);
        return;
    }
    Q_EMIT attentionWanted(wish.name);
    refresh();
    if (ClusterEditor *shown = m_editors.value(wish.name))
        shown->offer(wish);
    Q_EMIT said(
        tr("The settings of “%1” have been changed since. Look at what would be changed now, and apply "
           "it here.")
            .arg(status->ensemble.shownName()));
}

} // namespace zoodock
