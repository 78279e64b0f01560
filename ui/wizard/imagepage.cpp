// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/imagepage.h"

#include "clusters/clusterservice.h"
#include "clusters/imagetask.h"
#include "ensemble/imagefamily.h"
#include "ensemble/imagereference.h"
#include "ui/look/banner.h"
#include "ui/look/labels.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/imagework.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int barSteps = 1000;
constexpr int mostDetails = 8; ///< lines

/// Those that the engine has first; then what can be had.
QStringList choices(const HostFacts &facts, bool hasRecipe)
{
    QStringList present;
    for (const QString &reference : facts.imageReferences) {
        const bool hasTag = !reference.contains(u'@');
        if (hasTag && imageFamilyOf(reference) != nullptr &&
            !reference.startsWith("zoodock/zookeeper-base"_L1))
            present.append(reference);
    }
    present.sort();
    QStringList others{u"zookeeper:3.9"_s, u"zookeeper:3.8"_s, u"zookeeper:3.7"_s,
                       u"zookeeper:3.6"_s, u"zookeeper:3.5"_s, u"zookeeper:3.4"_s};
    if (hasRecipe)
        others.prepend(ImageTask::localImage());
    for (const QString &reference : std::as_const(others)) {
        if (!present.contains(reference))
            present.append(reference);
    }
    return present;
}

/// What was run and what docker said of it; that it failed is said above, in the person's language.
QString saidBy(const Error &error)
{
    QStringList lines = error.detail().split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith("exit code: "_L1); });
    return lines.mid(0, mostDetails).join(u'\n');
}

} // namespace

ImagePage::ImagePage(WizardDraft &draft, QString recipe, QWidget *parent)
    : WizardPage(draft, parent)
    , m_recipe(std::move(recipe))
{
    build();
    connect(m_reference, &QComboBox::editTextChanged, this,
            [this](const QString &text) { this->draft().setImage(text.trimmed()); });
    connect(m_pull, &QPushButton::clicked, this, [this] {
        const Ensemble &ensemble = this->draft().ensemble();
        run(pullAgainable(this->draft().services().service, ensemble.context, ensemble.image.reference));
    });
    connect(m_build, &QPushButton::clicked, this, [this] {
        run(buildAgainable(this->draft().services().service, this->draft().ensemble().context, m_recipe));
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_task)
            m_task->cancel();
    });
}

void ImagePage::build()
{
    m_reference = new QComboBox(this);
    m_reference->setObjectName(u"wizardImage"_s);
    m_reference->setEditable(true);
    m_reference->setInsertPolicy(QComboBox::NoInsert);
    m_reference->setCompleter(nullptr);
    m_reference->setAccessibleName(tr("Image"));
    m_reference->lineEdit()->setAccessibleName(tr("Image"));
    m_reference->setMinimumContentsLength(36);
    m_reference->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_glyph = new GlyphLabel(1.1, this);
    m_state = new QLabel(this);
    m_state->setObjectName(u"wizardImageState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_pull = new QPushButton(tr("&Pull Now"), this);
    m_pull->setObjectName(u"wizardPull"_s);
    m_build = new QPushButton(tr("B&uild Here"), this);
    m_build->setObjectName(u"wizardBuild"_s);
    m_build->setToolTip(tr("Builds %1 on this engine from a recipe that came with ZooDock; takes some "
                           "minutes where packages have to be fetched.")
                            .arg(ImageTask::localImage()));
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_glyph, 0, Qt::AlignTop);
    state->addWidget(m_state, 1);
    for (QPushButton *button : {m_pull, m_build}) {
        button->setAutoDefault(false);
        state->addWidget(button, 0, Qt::AlignTop);
    }
    m_findings = new FindingList(this);
    m_progress = makeProgress();
    auto *form = new QFormLayout;
    form->setVerticalSpacing(12);
    form->addRow(tr("&Image:"), m_reference);
    form->addRow(QString(), state);
    form->addRow(QString(), m_findings);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_progress, 1);
    layout->addStretch(0);
}

QWidget *ImagePage::makeProgress()
{
    auto *box = new QWidget(this);
    m_doing = new QLabel(box);
    m_doing->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar(box);
    m_bar->setAccessibleName(tr("Progress of the image"));
    m_steps = new QListWidget(box);
    m_steps->setObjectName(u"wizardImageSteps"_s);
    m_steps->setAccessibleName(tr("Layers and steps"));
    m_cancel = new QPushButton(tr("&Stop"), box);
    m_cancel->setObjectName(u"wizardImageStop"_s);
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_doing);
    layout->addLayout(row);
    layout->addWidget(m_steps, 1);
    box->hide();
    return box;
}

QString ImagePage::title() const
{
    return tr("Image");
}

QString ImagePage::explanation() const
{
    return tr("What the containers are made from. Its tag says which version of ZooKeeper runs.");
}

QWidget *ImagePage::firstField() const
{
    return m_reference;
}

void ImagePage::refresh()
{
    fillChoices();
    if (m_reference->currentText().trimmed() != draft().ensemble().image.reference) {
        const QSignalBlocker silent(m_reference);
        m_reference->setEditText(draft().ensemble().image.reference);
    }
    QList<Finding> findings = findingsOf(WizardStep::Image);
    findings.removeIf([](const Finding &finding) { return finding.code == "image.missing"_L1; });
    m_findings->setFindings(findings);
    showState();
    placeFailure();
}

void ImagePage::fillChoices()
{
    const QStringList wanted = choices(draft().facts(), !m_recipe.isEmpty());
    QStringList shown;
    for (int row = 0; row < m_reference->count(); ++row)
        shown.append(m_reference->itemText(row));
    if (shown == wanted)
        return;
    const QSignalBlocker silent(m_reference);
    // Somebody may be typing: the text, the cursor and the selection stay.
    QLineEdit *line = m_reference->lineEdit();
    const QString text = line->text();
    const int cursor = line->cursorPosition();
    const int selected = line->selectionStart();
    const int length = int(line->selectedText().size());
    m_reference->clear();
    m_reference->addItems(wanted);
    m_reference->setEditText(text);
    if (selected >= 0)
        line->setSelection(selected, length);
    else
        line->setCursorPosition(cursor);
}

bool ImagePage::isWorking() const
{
    return m_task && !m_task->isFinished();
}

bool ImagePage::isMissing() const
{
    const QList<Finding> &findings = draft().findings();
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const Finding &finding) { return finding.code == "image.missing"_L1; });
}

void ImagePage::showState()
{
    const QString &reference = draft().ensemble().image.reference;
    const bool isKnown = draft().facts().known;
    const bool missing = isMissing();
    const bool canBuild = missing && !m_recipe.isEmpty() && isSameImage(reference, ImageTask::localImage());
    QString sentence = tr("The engine has this image.");
    Look look{Glyph::Check, Meaning::Follower};
    if (!isKnown) {
        sentence = draft().isAsking() ? tr("Looking at the Docker engine …")
                                      : tr("Whether the engine has this image is not known.");
        look = {Glyph::Question, Meaning::Unknown};
    } else if (canBuild) {
        sentence = tr("The engine does not have this image. No registry has it either; it is built here.");
        look = {Glyph::Warning, Meaning::Looking};
    } else if (missing) {
        sentence = draft().purpose() == WizardDraft::Purpose::Change
                       ? tr("The engine does not have this image yet. It is pulled when the change is "
                            "applied, or now.")
                       : tr("The engine does not have this image yet. It is pulled when the cluster is "
                            "created, or now.");
        look = {Glyph::Info, Meaning::Leader};
    }
    m_state->setText(sentence);
    m_glyph->setLook(look);
    const QList<Finding> findings = findingsOf(u"image"_s);
    const bool isName = std::none_of(findings.cbegin(), findings.cend(), [](const Finding &finding) {
        return finding.code == "image.invalid"_L1;
    });
    m_glyph->setVisible(isName);
    m_state->setVisible(isName);
    m_pull->setVisible(missing && !canBuild && !isWorking());
    m_build->setVisible(canBuild && !isWorking());
}

void ImagePage::run(ImageTask *task)
{
    delete m_failure;
    m_failure = nullptr;
    m_tried = draft().ensemble().image.reference;
    m_task = task;
    connect(task, &ClusterTask::stepsReset, this, &ImagePage::showTask);
    connect(task, &ClusterTask::stepChanged, this, &ImagePage::showTask);
    connect(task, &Operation::finished, this, &ImagePage::onTaskFinished);
    m_steps->clear();
    m_progress->show();
    m_cancel->setFocus();
    task->start();
    showTask();
    showState();
}

void ImagePage::showTask()
{
    if (!m_task)
        return;
    m_doing->setText(m_task->title());
    const double progress = m_task->progress();
    m_bar->setRange(0, progress < 0 ? 0 : barSteps);
    if (progress >= 0)
        m_bar->setValue(int(progress * barSteps));
    const QList<TaskStep> &steps = m_task->steps();
    while (m_steps->count() < steps.size())
        m_steps->addItem(QString());
    for (int row = 0; row < steps.size(); ++row) {
        const TaskStep &step = steps.at(row);
        const QString state = step.detail.isEmpty() ? wordFor(step.state) : step.detail;
        m_steps->item(row)->setText(tr("%1: %2", "layer, state").arg(step.sentence, state));
    }
}

void ImagePage::onTaskFinished()
{
    showTask();
    if (m_cancel->hasFocus())
        m_reference->setFocus();
    m_progress->hide();
    const Error error = m_task->error();
    const bool failed = !m_task->succeeded() && error.kind() != ErrorKind::Cancelled;
    if (failed)
        showFailure(error);
    draft().askEngine();
    showState();
}

void ImagePage::showFailure(const Error &error)
{
    auto *banner = new Banner({Glyph::Cross, Meaning::Down}, error.message(), this);
    banner->setObjectName(u"wizardImageFailure"_s);
    banner->setDetails(saidBy(error));
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, banner);
    m_failure = banner;
    placeFailure();
}

/// It is of one image, and over once the engine has that.
void ImagePage::placeFailure()
{
    const bool isStill = !draft().facts().known || isMissing();
    if (m_failure)
        m_failure->setVisible(isStill && draft().ensemble().image.reference == m_tried);
}

} // namespace zoodock
