// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/whatpage.h"

#include "ui/look/labels.h"
#include "ui/wizard/findinglist.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostMembers = 15;

QSpinBox *makeCount(int least, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(least, mostMembers);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return box;
}

} // namespace

WhatPage::WhatPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
    , m_name(new QLineEdit(this))
    , m_members(makeCount(1, this))
    , m_observers(makeCount(0, this))
    , m_quorum(new QLabel(this))
    , m_nameFindings(new FindingList(this))
    , m_memberFindings(new FindingList(this))
{
    m_name->setObjectName(u"wizardName"_s);
    m_name->setAccessibleName(tr("Name of the cluster"));
    m_name->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    m_members->setObjectName(u"wizardMembers"_s);
    m_members->setAccessibleName(tr("Participants"));
    m_observers->setObjectName(u"wizardObservers"_s);
    m_observers->setAccessibleName(tr("Observers"));
    m_observers->setToolTip(tr("Observers serve clients and do not vote."));
    m_quorum->setTextFormat(Qt::PlainText);
    m_quorum->setWordWrap(true);
    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(12);
    layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
    layout->addRow(tr("N&ame:"), m_name);
    layout->addRow(QString(), m_nameFindings);
    QWidget *members = makeMembers();
    layout->addRow(tr("&Participants:"), members);
    static_cast<QLabel *>(layout->labelForField(members))->setBuddy(m_members);
    layout->addRow(tr("&Observers:"), m_observers);
    layout->addRow(QString(), m_quorum);
    layout->addRow(QString(), m_memberFindings);
    for (FindingList *list : {m_nameFindings, m_memberFindings})
        offerRemedies(*list, draft);
    m_nameFindings->setTabAfter(m_name);
    m_memberFindings->setTabAfter(m_observers);
    QList<QWidget *> fields{m_name};
    fields.append(QList<QWidget *>(m_counts.cbegin(), m_counts.cend()));
    fields << m_members << m_observers;
    for (int index = 1; index < fields.size(); ++index)
        setTabOrder(fields.at(index - 1), fields.at(index));
    connect(m_name, &QLineEdit::textEdited, this,
            [this](const QString &text) { this->draft().setName(text.trimmed()); });
    connect(m_members, &QSpinBox::valueChanged, this, &WhatPage::takeCounts);
    connect(m_observers, &QSpinBox::valueChanged, this, &WhatPage::takeCounts);
}

QWidget *WhatPage::makeMembers()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const int count : {1, 3, 5, 7}) {
        auto *button = new QPushButton(QString::number(count), row);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setMaximumWidth(button->fontMetrics().averageCharWidth() * 7);
        button->setAccessibleName(tr("%Ln participant(s)", nullptr, count));
        connect(button, &QPushButton::clicked, m_members, [this, count] {
            m_members->setValue(count);
            showCount();
        });
        layout->addWidget(button);
        m_counts.append(button);
    }
    layout->addSpacing(8);
    m_members->setParent(row);
    layout->addWidget(m_members);
    layout->addStretch(1);
    return row;
}

QString WhatPage::title() const
{
    return tr("What");
}

QString WhatPage::explanation() const
{
    return tr("A pseudo-cluster: all members run as containers on one Docker engine.");
}

QWidget *WhatPage::firstField() const
{
    m_name->selectAll();
    return m_name;
}

void WhatPage::takeCounts()
{
    draft().setMembers(m_members->value(), m_observers->value());
}

void WhatPage::refresh()
{
    const Ensemble &ensemble = draft().ensemble();
    const int voters = ensemble.participants();
    const QSignalBlocker noMembers(m_members);
    const QSignalBlocker noObservers(m_observers);
    if (m_name->text().trimmed() != ensemble.name)
        m_name->setText(ensemble.name);
    m_members->setValue(voters);
    m_observers->setValue(int(ensemble.members.size()) - voters);
    showCount();
    const int spare = voters - ensemble.majority();
    m_quorum->setText(
        spare > 0 ? tr("%1 of %2 participants make a quorum: the cluster survives the loss of %3.")
                        .arg(ensemble.majority())
                        .arg(voters)
                        .arg(spare)
                  : tr("Every participant is needed: the cluster stops serving when one of them is lost."));
    setQuietText(m_quorum);
    m_nameFindings->setFindings(findingsOf(u"name"_s));
    QList<Finding> others;
    for (const Finding &finding : findingsOf(WizardStep::What)) {
        if (!finding.field.startsWith("name"_L1))
            others.append(finding);
    }
    m_memberFindings->setFindings(others);
}

void WhatPage::showCount()
{
    for (QPushButton *button : std::as_const(m_counts)) {
        const QSignalBlocker silent(button);
        button->setChecked(button->text() == QString::number(m_members->value()));
        QPalette colours; // a dark Fusion hardly shows what is checked
        if (button->isChecked()) {
            // The style lightens it; white has to stand out from it all the same.
            colours.setColor(QPalette::Button, palette().color(QPalette::Highlight).darker(115));
            colours.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
}

} // namespace zoodock
