// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/clusterwizard.h"

#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "core/settings.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/secretrules.h"
#include "ui/look/labels.h"
#include "ui/wizard/imagepage.h"
#include "ui/wizard/memberlist.h"
#include "ui/wizard/networkpage.h"
#include "ui/wizard/pagelist.h"
#include "ui/wizard/reviewpage.h"
#include "ui/look/viewstates.h"
#include "ui/wizard/settingspage.h"
#include "ui/wizard/whatpage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int lastStep = int(WizardStep::Review);

/// What was chosen last time, or a cluster of three.
Ensemble startingPoint(const UiServices &services, const QString &name)
{
    const QByteArray last = services.settings.text(SettingKey::LastWish).toUtf8();
    const Result<Ensemble> wish = ensembleFromJson(last);
    Ensemble start = !last.isEmpty() && wish && !wish->members.isEmpty()
                         ? *wish
                         : makeEnsemble(name, 3, 0, NetworkMode::Bridge, {});
    start.name = name;
    start.context = services.newClusterContext();
    return start;
}

/// What of a cluster is that one's alone does not come back.
Ensemble withoutItsOwn(Ensemble wish)
{
    wish.testRun.clear();
    wish.title.clear();
    wish.notes.clear();
    wish.colour.clear();
    wish.extra = {};
    for (Member &member : wish.members)
        member.extra = {};
    return withoutAdoption(std::move(wish));
}

/// To begin the next one with.
Ensemble remembered(Ensemble wish)
{
    wish.network.existing.clear();
    wish.context.clear();
    for (Member &member : wish.members)
        member.name = u"zoo%1"_s.arg(member.id);
    return withSecretsForgotten(withoutItsOwn(std::move(wish)));
}

} // namespace

ClusterWizard::ClusterWizard(const UiServices &services, const QString &name, QWidget *parent)
    : ClusterWizard(services, startingPoint(services, name), parent)
{
}

ClusterWizard::ClusterWizard(const UiServices &services, const Ensemble &start, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_draft(new WizardDraft(services, start, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Cluster"));
    build();
    connect(m_draft, &WizardDraft::changed, this, &ClusterWizard::refresh);
    connect(m_draft, &WizardDraft::asked, this, [this] {
        if (m_creating)
            finish();
    });
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 44);
    restorePlace(*this, services.settings.value(SettingKey::WizardGeometry).toByteArray());
    m_viewStates = new ViewStates(services.settings, this);
    setStep(WizardStep::What);
}

ClusterWizard::~ClusterWizard() = default;

ClusterWizard *ClusterWizard::duplicating(const Ensemble &ensemble, const UiServices &services,
                                          QWidget *parent)
{
    auto *wizard = new ClusterWizard(services, duplicateOf(ensemble, services), parent);
    wizard->setWindowTitle(tr("New Cluster: Duplicate of %1").arg(ensemble.shownName()));
    return wizard;
}

ClusterWizard *ClusterWizard::changing(const Ensemble &wish, Ports ports, const UiServices &services,
                                       QWidget *parent)
{
    auto *wizard = new ClusterWizard(services, wish, parent);
    wizard->setWindowTitle(tr("New Cluster: Change %1").arg(wish.shownName()));
    if (ports == Ports::Kept)
        wizard->m_draft->keepPorts(wish);
    return wizard;
}

Ensemble ClusterWizard::duplicateOf(const Ensemble &ensemble, const UiServices &services)
{
    static const QRegularExpression number(u"-[0-9]+\\z"_s);
    Ensemble copy = withoutItsOwn(ensemble);
    const QString stem = QString(ensemble.name).remove(number);
    for (int count = 2; services.store.cluster(copy.name); ++count)
        copy.name = u"%1-%2"_s.arg(stem).arg(count);
    nameAfterCluster(copy, ensemble.name);
    return copy;
}

void ClusterWizard::build()
{
    m_title = new QLabel(this);
    setTextScale(m_title, 1.3, true);
    m_steps = new PageList(this);
    m_steps->setObjectName(u"wizardSteps"_s);
    m_steps->setAccessibleName(tr("Steps"));
    makePages();
    auto *content = new QVBoxLayout;
    content->setSpacing(8);
    content->addWidget(m_title);
    content->addWidget(m_explanation);
    content->addSpacing(8);
    content->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(m_steps);
    columns->addLayout(content, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(columns, 1);
    layout->addLayout(makeButtons());
    connect(m_steps, &QListWidget::currentRowChanged, this, &ClusterWizard::showStep);
    // Shortcuts, because buttons and fields have their own use for these keys.
    const auto shortcut = [this](Qt::Key key, int step) {
        auto *keys = new QShortcut(QKeySequence(Qt::ALT | key), this);
        connect(keys, &QShortcut::activated, this,
                [this, step] { setStep(WizardStep(std::clamp(int(this->step()) + step, 0, lastStep))); });
    };
    shortcut(Qt::Key_Left, -1);
    shortcut(Qt::Key_Right, 1);
}

void ClusterWizard::makePages()
{
    m_explanation = makeExplanation(this);
    m_pages = new QStackedWidget(this);
    const QString recipe = ImageTask::recipe(QCoreApplication::applicationDirPath());
    m_draft->setRecipe(recipe);
    addPage(new WhatPage(*m_draft, m_pages));
    addPage(new ImagePage(*m_draft, recipe, m_pages));
    addPage(new NetworkPage(*m_draft, m_pages));
    addPage(new SettingsPage(*m_draft, m_pages));
    auto *review = new ReviewPage(*m_draft, m_pages);
    addPage(review);
    connect(review, &ReviewPage::stepWanted, this, &ClusterWizard::setStep);
}

QLayout *ClusterWizard::makeButtons()
{
    m_back = new QPushButton(tr("← Bac&k"), this);
    m_back->setObjectName(u"wizardBack"_s);
    m_back->setAccessibleName(tr("Back"));
    m_next = new QPushButton(this);
    m_next->setObjectName(u"wizardNext"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_back->setAutoDefault(false);
    cancel->setAutoDefault(false);
    m_next->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this,
            [this] { setStep(WizardStep(std::max(0, int(step()) - 1))); });
    connect(m_next, &QPushButton::clicked, this, &ClusterWizard::goOn);
    connect(cancel, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    return buttons;
}

void ClusterWizard::addPage(WizardPage *page)
{
    m_steps->addItem(page->title());
    m_pages->addWidget(page);
}

const Ensemble &ClusterWizard::ensemble() const
{
    return m_draft->ensemble();
}

WizardPage *ClusterWizard::page() const
{
    return static_cast<WizardPage *>(m_pages->currentWidget());
}

WizardStep ClusterWizard::step() const
{
    return WizardStep(m_pages->currentIndex());
}

void ClusterWizard::setStep(WizardStep step)
{
    m_steps->setCurrentRow(int(step));
    if (QWidget *field = page()->firstField())
        field->setFocus();
    else
        m_next->setFocus();
}

void ClusterWizard::showStep()
{
    m_pages->setCurrentIndex(std::max(0, m_steps->currentRow()));
    m_title->setText(page()->title());
    m_explanation->setText(page()->explanation());
    m_draft->refreshFacts();
    refresh();
}

void ClusterWizard::goOn()
{
    if (step() == WizardStep::Review)
        create();
    else
        setStep(WizardStep(int(step()) + 1));
}

void ClusterWizard::create()
{
    if (m_creating || m_draft->hasErrors())
        return;
    // Somebody may have taken a name or a port while this was open.
    m_creating = true;
    m_shown = m_draft->facts().known ? std::optional(ensemble()) : std::nullopt;
    m_draft->askEngine();
    refresh();
}

void ClusterWizard::finish()
{
    m_creating = false;
    refresh();
    // What nobody has seen is not made: other ports, because somebody has just taken one. Who did not even
    // wait for the first answer wants what is proposed, whatever it is.
    if (m_draft->hasErrors() || (m_shown && ensemble() != *m_shown)) {
        m_next->setFocus();
        return;
    }
    Q_EMIT wanted(m_draft->ensemble(), remembered(m_draft->rememberable()));
    accept();
}

void ClusterWizard::refresh()
{
    page()->refresh();
    m_steps->mark(m_draft->findings(), [](const Finding &finding) { return int(stepOf(finding)); });
    const bool last = int(step()) == lastStep;
    m_back->setEnabled(int(step()) > 0);
    m_next->setText(last ? m_creating ? tr("Looking at the engine …") : tr("C&reate") : tr("Ne&xt →"));
    m_next->setAccessibleName(last ? tr("Create the cluster") : tr("Next"));
    m_next->setEnabled(!last || (!m_creating && !m_draft->hasErrors()));
    m_next->setToolTip(last && m_draft->hasErrors() ? tr("First mend what stands in the way.") : QString());
}

void ClusterWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        setStep(WizardStep::Review);
    else
        QDialog::keyPressEvent(event);
}

void ClusterWizard::reject()
{
    if (!m_draft->isEdited()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Discard what you entered?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"wizardDiscard"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *goOn = box->addButton(tr("&Go On"), QMessageBox::RejectRole);
    box->setDefaultButton(goOn);
    box->setEscapeButton(goOn);
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

void ClusterWizard::done(int result)
{
    m_services.settings.setValue(SettingKey::WizardGeometry, saveGeometry());
    m_viewStates->remember();
    QDialog::done(result);
}

} // namespace zoodock
