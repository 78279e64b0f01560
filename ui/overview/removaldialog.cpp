// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/removaldialog.h"

#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostLines = 18;

/// A heading, and below it each name on a line of its own.
QStringList section(const QString &heading, const QStringList &names)
{
    QStringList lines{heading};
    for (const QString &name : names)
        lines.append(u"    "_s + name);
    return lines;
}

} // namespace

RemovalDialog::RemovalDialog(const QList<ClusterStatus> &clusters, QWidget *parent)
    : QDialog(parent)
{
    for (const ClusterStatus &status : clusters)
        collect(status);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove Cluster"));
    build();
    describe();
}

void RemovalDialog::collect(const ClusterStatus &status)
{
    const Ensemble &ensemble = status.ensemble;
    m_names += ensemble.name;
    for (const Member &member : ensemble.members) {
        m_containers.append(containerName(ensemble, member));
        if (ensemble.volumes == VolumePolicy::Named)
            m_volumes << volumeName(ensemble, member, VolumeKind::Data)
                      << volumeName(ensemble, member, VolumeKind::DataLog);
    }
    if (ensemble.network.mode == NetworkMode::Bridge && ensemble.network.existing.isEmpty() &&
        !ensemble.members.isEmpty())
        m_networks += networkName(ensemble);
}

void RemovalDialog::build()
{
    auto *glyph = new GlyphLabel(2.2, this);
    glyph->setLook({Glyph::Warning, Meaning::Down});
    const QString text = m_names.size() == 1 ? tr("Remove the cluster “%1”?").arg(m_names.constFirst())
                                             : tr("Remove %n cluster(s)?", nullptr, int(m_names.size()));
    auto *question = new QLabel(text, this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    setTextScale(question, 1.2, true);
    auto *label = new QLabel(tr("&This goes, and cannot be brought back:"), this);
    m_list = new QPlainTextEdit(this);
    m_list->setReadOnly(true);
    m_list->setAccessibleName(tr("What will be removed"));
    m_list->setTabChangesFocus(true);
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    label->setBuddy(m_list);
    m_volumesToo =
        new QCheckBox(tr("&Also delete the %n data volume(s)", nullptr, int(m_volumes.size())), this);
    m_volumesToo->setHidden(m_volumes.isEmpty());
    m_kept = new QLabel(this);
    m_kept->setTextFormat(Qt::PlainText);
    m_kept->setWordWrap(true);
    setTextColour(m_kept, quietTextColour(palette()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
    remove->setObjectName(u"removalRemove"_s);
    remove->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(question), static_cast<QWidget *>(label), static_cast<QWidget *>(m_list),
          static_cast<QWidget *>(m_volumesToo), static_cast<QWidget *>(m_kept)})
        column->addWidget(widget);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(row);
    layout->addWidget(buttons);
    connect(m_volumesToo, &QCheckBox::toggled, this, &RemovalDialog::describe);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(withVolumes());
        accept();
    });
}

bool RemovalDialog::withVolumes() const
{
    return m_volumesToo->isChecked();
}

void RemovalDialog::describe()
{
    QStringList lines;
    if (!m_containers.isEmpty())
        lines += section(tr("%n container(s)", nullptr, int(m_containers.size())), m_containers);
    if (!m_networks.isEmpty())
        lines += section(tr("%n network(s)", nullptr, int(m_networks.size())), m_networks);
    QStringList files = m_names;
    for (QString &file : files)
        file += u".json"_s;
    lines += section(tr("%n cluster file(s)", nullptr, int(files.size())), files);
    if (withVolumes())
        lines +=
            section(tr("%n data volume(s), with everything stored in them", nullptr, int(m_volumes.size())),
                    m_volumes);
    m_list->setPlainText(lines.join(u'\n'));
    m_list->setFixedHeight(
        m_list->fontMetrics().lineSpacing() * (std::min(int(lines.size()), mostLines) + 1) + 4);
    m_kept->setText(withVolumes()
                        ? tr("The data will be gone.")
                        : tr("The data volumes stay. A new cluster of the same name takes them up again."));
    m_kept->setHidden(m_volumes.isEmpty());
    adjustSize();
}

} // namespace zoodock
