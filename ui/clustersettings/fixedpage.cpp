// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/fixedpage.h"

#include "core/sentences.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString networkOf(const Ensemble &ensemble)
{
    if (ensemble.network.mode == NetworkMode::Host)
        return FixedPage::tr("The host's own network");
    if (!ensemble.network.existing.isEmpty())
        return FixedPage::tr("The existing network “%1”").arg(ensemble.network.existing);
    return FixedPage::tr("A network of its own, “%1”").arg(networkName(ensemble));
}

QString membersOf(const Ensemble &ensemble)
{
    QStringList names;
    for (const Member &member : ensemble.members)
        names += member.role == MemberRole::Observer ? FixedPage::tr("%1 (observer)").arg(member.name)
                                                     : member.name;
    return listOf(names);
}

} // namespace

FixedPage::FixedPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    m_name = addField(*form, tr("Name:"),
                      tr("Containers, network and volumes are called after it. What ZooDock shows instead of "
                         "it can be changed: “Name, Notes and Colour…” in the menu “Cluster”."));
    m_context = addField(*form, tr("Docker context:"), tr("The data lies on this engine."));
    m_network = addField(*form, tr("Network:"), tr("The members find each other by it."));
    m_members = addField(*form, tr("Members:"), tr("Each member knows all others from its start on."));
    m_data = addField(*form, tr("Data:"), tr("Where the data is was settled when the containers were made."));
    m_duplicate = new QPushButton(tr("D&uplicate Cluster…"), this);
    m_duplicate->setObjectName(u"settingsDuplicate"_s);
    m_duplicate->setToolTip(tr("Opens the wizard for a new cluster, filled in with what this one has"));
    connect(m_duplicate, &QPushButton::clicked, this, &FixedPage::duplicateWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_duplicate, 0, Qt::AlignLeft);
    layout->addStretch(1);
}

QLineEdit *FixedPage::addField(QFormLayout &form, const QString &label, const QString &reason)
{
    auto *field = new QLineEdit(this);
    field->setEnabled(false);
    field->setToolTip(reason);
    field->setAccessibleName(QString(label).remove(u':').remove(u'：'));
    field->setAccessibleDescription(reason);
    form.addRow(label, field);
    return field;
}

QString FixedPage::title() const
{
    return tr("Fixed");
}

QString FixedPage::explanation() const
{
    return tr("This can only be chosen for a new cluster. Duplicate this one and change the copy.");
}

void FixedPage::refresh()
{
    const Ensemble &ensemble = draft().ensemble();
    m_name->setText(ensemble.name);
    m_context->setText(ensemble.context.isEmpty() ? tr("(docker's current one)") : ensemble.context);
    m_network->setText(networkOf(ensemble));
    m_members->setText(membersOf(ensemble));
    m_data->setText(ensemble.volumes == VolumePolicy::Named ? tr("in named volumes") : tr("not kept"));
    for (QLineEdit *field : {m_name, m_context, m_network, m_members, m_data}) {
        field->setCursorPosition(0); // what is long shows its beginning, and the rest in the tool tip
        field->setToolTip(u"%1\n%2"_s.arg(field->text(), field->accessibleDescription()));
    }
}

QWidget *FixedPage::firstField() const
{
    return m_duplicate;
}

} // namespace zoodock
