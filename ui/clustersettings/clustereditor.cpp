// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/clustereditor.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "ui/clustersettings/editorfooter.h"
#include "ui/clustersettings/fixedpage.h"
#include "ui/clustersettings/portspage.h"
#include "ui/look/banner.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/imagepage.h"
#include "ui/wizard/pagelist.h"
#include "ui/wizard/settingspage.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// The section of the editor that a finding belongs to; -1: none.
int sectionOf(const Finding &finding)
{
    switch (stepOf(finding)) {
    case WizardStep::Settings:
        return 0;
    case WizardStep::Network:
        return 1;
    case WizardStep::Image:
        return 2;
    case WizardStep::What:
    case WizardStep::Review:
        break;
    }
    return -1;
}

constexpr int portsSection = 1;

} // namespace

void takeDescription(Ensemble &wish, const Ensemble &from)
{
    wish.title = from.title;
    wish.notes = from.notes;
    wish.colour = from.colour;
    wish.extra = from.extra;
}

ClusterEditor::ClusterEditor(const UiServices &services, const Ensemble &ensemble, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_base(ensemble)
    , m_draft(new WizardDraft(services, ensemble, this, WizardDraft::Purpose::Change))
    , m_change(changeBetween(ensemble, ensemble))
{
    build();
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ClusterEditor::refresh);
    connect(m_draft, &WizardDraft::changed, this, &ClusterEditor::refreshPages);
    connectStore();
    m_sections->setCurrentRow(0);
    refresh();
}

ClusterEditor::~ClusterEditor() = default;

void ClusterEditor::connectStore()
{
    const auto soon = [this](const QString &name) {
        if (name == m_base.name && !m_soon.isActive())
            m_soon.start(0);
    };
    const ClusterStore &store = m_services.store;
    connect(&store, &ClusterStore::clusterChanged, this, soon);
    connect(&store, &ClusterStore::clusterReset, this, soon);
    connect(&store, &ClusterStore::memberChanged, this, soon);
    connect(&store, &ClusterStore::engineChanged, this, [this, soon] { soon(m_base.name); });
}

void ClusterEditor::build()
{
    m_sections = new PageList(this);
    m_sections->setObjectName(u"settingsSections"_s);
    m_sections->setAccessibleName(tr("Kinds of settings"));
    m_explanation = makeExplanation(this);
    m_pages = new QStackedWidget(this);
    const QString recipe = ImageTask::recipe(QCoreApplication::applicationDirPath());
    m_draft->setRecipe(recipe);
    m_ports = new PortsPage(*m_draft, m_pages);
    auto *fixed = new FixedPage(*m_draft, m_pages);
    addPage(new SettingsPage(*m_draft, m_pages));
    addPage(m_ports);
    addPage(new ImagePage(*m_draft, recipe, m_pages));
    addPage(fixed);
    m_findings = new FindingList(this);
    offerRemedies(*m_findings, *m_draft);
    auto *content = new QVBoxLayout;
    content->setSpacing(8);
    content->addWidget(m_explanation);
    content->addWidget(m_pages, 1);
    content->addWidget(m_findings);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(m_sections);
    columns->addLayout(content, 1);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(20, 16, 20, 12);
    m_layout->setSpacing(12);
    m_layout->addLayout(columns, 1);
    m_footer = new EditorFooter(this);
    m_layout->addWidget(m_footer);
    connect(m_footer, &EditorFooter::discardWanted, this, &ClusterEditor::discard);
    connect(m_footer, &EditorFooter::applyWanted, this, &ClusterEditor::askToApply);
    connect(m_sections, &QListWidget::currentRowChanged, this, &ClusterEditor::showSection);
    connect(fixed, &FixedPage::duplicateWanted, this, &ClusterEditor::duplicateWanted);
}

void ClusterEditor::addPage(WizardPage *page)
{
    m_sections->addItem(page->title());
    m_sectionPages.append(page);
    // Beside an open list of tasks a small window has no room for all of it.
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
}

void ClusterEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_draft->isAsking())
        m_draft->askEngine();
    look();
}

bool ClusterEditor::isModified() const
{
    return !m_change.values.isEmpty();
}

void ClusterEditor::showPorts()
{
    m_sections->setCurrentRow(portsSection);
    m_ports->firstField()->setFocus(Qt::OtherFocusReason);
}

void ClusterEditor::showSection()
{
    m_pages->setCurrentIndex(std::max(0, m_sections->currentRow()));
    refreshPages();
}

/// The store has something new.
void ClusterEditor::refresh()
{
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (!status)
        return;
    const bool isBusy = status->isBeingChanged();
    // A task may write the file first, and take that back: what stays is known when it has ended.
    if (!isBusy && !m_applying)
        takeFile();
    if (m_wasBusy && !isBusy) {
        m_draft->askEngine();
        look();
    }
    m_wasBusy = isBusy;
    refreshPages();
    followQuestion();
}

/// The file has changed: what nobody touched here follows.
void ClusterEditor::takeFile()
{
    const Ensemble &now = m_services.store.cluster(m_base.name)->ensemble;
    if (now == m_base)
        return;
    const bool wasModified = isModified();
    m_base = now;
    m_draft->edit([&now, wasModified](Ensemble &wish) {
        if (!wasModified) {
            wish = now;
            return;
        }
        takeDescription(wish, now);
    });
}

void ClusterEditor::offer(const Ensemble &wish)
{
    refresh();
    if (!isModified())
        m_draft->edit([&wish](Ensemble &draft) { draft = wish; });
}

/// Whether the containers are made as the file says.
void ClusterEditor::look()
{
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (!isVisible() || !status || status->isBeingChanged())
        return;
    const int generation = ++m_generation;
    ValueOperation<EnsembleChange> *query = m_services.service.compare(m_base, this);
    connect(query, &Operation::finished, this, [this, query, generation] {
        query->deleteLater();
        if (generation != m_generation)
            return;
        takeMade(query->result());
    });
    query->start();
}

void ClusterEditor::takeMade(const Result<EnsembleChange> &now)
{
    m_made = now ? now->made : QMap<int, Ensemble>();
    m_unlike = now ? now->members : QList<int>();
    findChange();
    refreshFooter();
}

/// From the file to the draft; members that have what is wanted already are left out.
void ClusterEditor::findChange()
{
    m_change = changeBetween(m_base, m_draft->ensemble());
    if (!m_made.isEmpty() && !m_base.adopted)
        m_change.setMade(m_made);
}

void ClusterEditor::beginApplying(const Ensemble &wish)
{
    m_applying = wish;
    refreshFooter();
}

/// At once: until the file is taken, what was applied would seem to be only wished.
void ClusterEditor::endApplying()
{
    m_applying.reset();
    m_wasBusy = true; // it is over: look again
    refresh();
}

bool ClusterEditor::hasUnapplied() const
{
    return isModified() && !(m_applying && changeBetween(*m_applying, m_draft->ensemble()).values.isEmpty());
}

void ClusterEditor::refreshPages()
{
    m_problem.clear();
    findChange();
    WizardPage *page = m_sectionPages.at(m_pages->currentIndex());
    page->refresh();
    m_explanation->setText(page->explanation());
    const QList<Finding> &findings = m_draft->findings();
    m_sections->mark(findings, sectionOf);
    QList<Finding> others = findings;
    others.removeIf([](const Finding &finding) {
        return finding.severity != Severity::Error || sectionOf(finding) >= 0;
    });
    m_findings->setFindings(others);
    const QString locked = reasonAgainstEditing();
    delete m_locked;
    m_locked = nullptr;
    if (!locked.isEmpty()) {
        m_locked = new Banner({Glyph::Info, Meaning::Looking}, locked, this);
        m_layout->insertWidget(0, m_locked);
    }
    for (int index = 0; index < m_sectionPages.size() - 1; ++index) // the last one leads to a copy
        m_sectionPages.at(index)->setEnabled(locked.isEmpty());
    refreshFooter();
}

void ClusterEditor::refreshFooter()
{
    const QString reason = reasonAgainstApplying();
    const bool hasSomething = isModified() || !m_unlike.isEmpty();
    m_footer->setReason(reason);
    m_footer->setModified(isModified() && !m_applying);
    if (!m_problem.isEmpty())
        m_footer->say({Glyph::Cross, Meaning::Down}, m_problem);
    else if (m_locked)
        m_footer->say({Glyph::Info, Meaning::Leader}, {}); // it stands above
    else if (!reason.isEmpty() && hasSomething && !m_comparing)
        m_footer->say({Glyph::Warning, Meaning::Looking}, reason);
    else
        m_footer->say({Glyph::Info, Meaning::Leader}, reason.isEmpty() ? summary() : reason);
}

void ClusterEditor::discard()
{
    m_draft->edit([this](Ensemble &wish) { wish = m_base; });
    m_sections->setFocus();
}

} // namespace zoodock
