// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/reviewpage.h"

#include "clusters/clusterservice.h"
#include "ensemble/secretrules.h"
#include "ensemble/serverconfig.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/topologypicture.h"

#include <QtCore/QSaveFile>
#include <QtCore/QSignalBlocker>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QPlainTextEdit *makeText(const QString &name, const QString &objectName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(objectName);
    text->setReadOnly(true);
    text->setAccessibleName(name);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    return text;
}

void setText(QPlainTextEdit *box, const QString &text)
{
    if (box->toPlainText() != text) // keeps the place where somebody reads
        box->setPlainText(text);
}

QScrollArea *scrolling(QWidget *widget, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(widget);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

ReviewPage::ReviewPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
{
    m_picture = new TopologyPicture(this);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(scrolling(makeFindings(), left), 1);
    column->addWidget(scrolling(m_picture, left), 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(left, 4);
    layout->addWidget(makeTexts(), 5);
}

QWidget *ReviewPage::makeFindings()
{
    auto *box = new QWidget(this);
    m_fine = new QLabel(tr("Nothing speaks against it."), box);
    m_findings = new FindingList(box);
    m_findings->setObjectName(u"wizardFindings"_s);
    m_findings->setLabels([this](const Finding &finding) { return labelsFor(finding); });
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fine);
    layout->addWidget(m_findings);
    layout->addStretch(1);
    connect(m_findings, &FindingList::remedyClicked, this, &ReviewPage::mend);
    return box;
}

QWidget *ReviewPage::makeTexts()
{
    auto *box = new QWidget(this);
    m_tabs = new QTabWidget(box);
    m_tabs->setAccessibleName(tr("What will be run"));
    m_commands = makeText(tr("Docker commands"), u"wizardCommands"_s, m_tabs);
    m_tabs->addTab(m_commands, tr("&Docker commands"));
    auto *configurations = new QWidget(m_tabs);
    m_member = new QComboBox(configurations);
    m_member->setObjectName(u"wizardMember"_s);
    auto *label = new QLabel(tr("&Member:"), configurations);
    label->setBuddy(m_member);
    m_zooCfg = makeText(tr("zoo.cfg of the member"), u"wizardZooCfg"_s, configurations);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_member, 1);
    auto *column = new QVBoxLayout(configurations);
    column->setContentsMargins(8, 8, 8, 8);
    column->addLayout(row);
    column->addWidget(m_zooCfg, 1);
    m_tabs->addTab(configurations, tr("&zoo.cfg"));

    m_copy = new QPushButton(actionIcon(u"copy"_s), tr("Cop&y"), box);
    m_copy->setObjectName(u"wizardCopy"_s);
    m_save = new QPushButton(tr("&Save…"), box);
    m_save->setObjectName(u"wizardSave"_s);
    m_said = new QLabel(box);
    m_said->setObjectName(u"wizardSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_said, 1);
    for (QPushButton *button : {m_copy, m_save}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    connect(m_member, &QComboBox::currentIndexChanged, this, &ReviewPage::refreshTexts);
    connect(m_tabs, &QTabWidget::currentChanged, m_said, &QLabel::clear);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ReviewPage::refreshButtons);
    connect(m_copy, &QPushButton::clicked, this, &ReviewPage::copy);
    connect(m_save, &QPushButton::clicked, this, &ReviewPage::save);
    return box;
}

QString ReviewPage::title() const
{
    return tr("Review");
}

QString ReviewPage::explanation() const
{
    return tr("What will be made. Nothing has been changed on the engine so far.");
}

QWidget *ReviewPage::firstField() const
{
    return nullptr; // the button that creates
}

void ReviewPage::refresh()
{
    m_findings->setFindings(draft().findings());
    m_fine->setVisible(draft().findings().isEmpty());
    m_picture->setEnsemble(draft().ensemble());
    QStringList names;
    for (const Member &member : draft().ensemble().members)
        names.append(member.name);
    QStringList shown;
    for (int row = 0; row < m_member->count(); ++row)
        shown.append(m_member->itemText(row));
    if (names != shown) {
        const QSignalBlocker silent(m_member);
        m_member->clear();
        m_member->addItems(names);
    }
    refreshTexts();
}

void ReviewPage::refreshTexts()
{
    const Ensemble &ensemble = draft().ensemble();
    const Result<Plan> plan = draft().services().service.plan(ensemble, draft().facts());
    m_commands->setLineWrapMode(plan ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (plan)
        setText(m_commands, plan->toScript());
    else // what the findings say is not said twice
        setText(m_commands, draft().hasErrors()
                                ? tr("There are no commands yet: first mend what stands in the way.")
                                : plan.error().message());
    m_hasCommands = bool(plan);
    refreshButtons();
    const int row = m_member->currentIndex();
    if (row >= 0 && row < ensemble.members.size())
        setText(m_zooCfg,
                QString::fromUtf8(renderZooCfg(withMaskedSecrets(ensemble), ensemble.members.at(row))));
}

void ReviewPage::refreshButtons()
{
    const bool isText = m_hasCommands || shownText() != m_commands;
    m_copy->setEnabled(isText);
    m_save->setEnabled(isText);
}

QStringList ReviewPage::labelsFor(const Finding &finding) const
{
    if (const QList<Remedy> remedies = remediesFor(finding, draft()); !remedies.isEmpty())
        return labelsOf(remedies);
    const bool isWorthIt = finding.severity != Severity::Hint || finding.code == "image.missing"_L1;
    return isWorthIt && stepOf(finding) != WizardStep::Review ? QStringList{tr("Show the Field")}
                                                              : QStringList();
}

void ReviewPage::mend(const Finding &finding, int button)
{
    const QList<Remedy> remedies = remediesFor(finding, draft());
    if (button < remedies.size())
        remedies.at(button).apply(draft());
    else if (remedies.isEmpty())
        Q_EMIT stepWanted(stepOf(finding));
}

QPlainTextEdit *ReviewPage::shownText() const
{
    return m_tabs->currentIndex() == 0 ? m_commands : m_zooCfg;
}

QString ReviewPage::fileName() const
{
    const QString name = draft().ensemble().name;
    return m_tabs->currentIndex() == 0 ? name + u".sh"_s
                                       : u"%1-%2-zoo.cfg"_s.arg(name, m_member->currentText());
}

void ReviewPage::copy()
{
    QGuiApplication::clipboard()->setText(shownText()->toPlainText());
    m_said->setText(tr("Copied."));
}

void ReviewPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(fileName());
    const QByteArray bytes = shownText()->toPlainText().toUtf8();
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        QSaveFile file(path);
        const bool saved =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_said->setText(
            saved ? tr("Saved as %1.").arg(path)
                  : tr("%1 could not be written: %2. Choose another place.").arg(path, file.errorString()));
    });
    dialog->open();
}

} // namespace zoodock
