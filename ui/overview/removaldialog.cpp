// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/removaldialog.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype namesInText = 7;

/// All names, or as many as can be read at a glance; the details always have all.
QString listed(const QStringList &names)
{
    if (names.size() <= namesInText)
        return names.join(u", "_s);
    return RemovalDialog::tr("%1 … %2", "first and last of a list of names").arg(names.first(), names.last());
}

} // namespace

RemovalDialog::RemovalDialog(const ClusterStatus &status, QWidget *parent)
    : QMessageBox(parent)
    , m_ensemble(status.ensemble)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setIcon(QMessageBox::Warning);
    setWindowTitle(tr("Remove Cluster"));
    setTextFormat(Qt::PlainText);
    setText(tr("Remove the cluster “%1”?").arg(m_ensemble.name));
    for (const Member &member : std::as_const(m_ensemble.members)) {
        m_containers.append(containerName(m_ensemble, member));
        if (m_ensemble.volumes == VolumePolicy::Named)
            m_volumes << volumeName(m_ensemble, member, VolumeKind::Data)
                      << volumeName(m_ensemble, member, VolumeKind::DataLog);
    }
    if (m_ensemble.network.mode == NetworkMode::Bridge && m_ensemble.network.existing.isEmpty())
        m_network = networkName(m_ensemble);

    if (!m_volumes.isEmpty()) {
        m_volumesToo = new QCheckBox(tr("Also delete the %n data volume(s)", nullptr, int(m_volumes.size())));
        setCheckBox(m_volumesToo);
        connect(m_volumesToo, &QCheckBox::toggled, this, &RemovalDialog::describe);
    }
    QPushButton *remove = addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    QPushButton *keep = addButton(QMessageBox::Cancel);
    setDefaultButton(keep);
    setEscapeButton(keep);
    connect(this, &QMessageBox::buttonClicked, this, [this, remove](QAbstractButton *clicked) {
        if (clicked == remove)
            Q_EMIT confirmed(withVolumes());
    });
    describe();
}

bool RemovalDialog::withVolumes() const
{
    return m_volumesToo && m_volumesToo->isChecked();
}

void RemovalDialog::describe()
{
    QStringList lines;
    QStringList all = m_containers;
    if (!m_containers.isEmpty())
        lines << tr("%n container(s): %1", nullptr, int(m_containers.size())).arg(listed(m_containers));
    if (!m_network.isEmpty()) {
        lines << tr("The network: %1").arg(m_network);
        all << m_network;
    }
    lines << tr("The cluster's file: %1.json").arg(m_ensemble.name);
    if (withVolumes()) {
        lines << tr("%n data volume(s), with everything stored in them: %1", nullptr, int(m_volumes.size()))
                     .arg(listed(m_volumes));
        all << m_volumes;
    }
    QString text = tr("This removes:");
    for (const QString &line : std::as_const(lines))
        text += u"\n  • "_s + line;
    if (!m_volumes.isEmpty() && !withVolumes())
        text += u"\n\n"_s + tr("%n data volume(s) stay(s).", nullptr, int(m_volumes.size()));
    setInformativeText(text);
    const bool cut = m_containers.size() > namesInText || (withVolumes() && m_volumes.size() > namesInText);
    setDetailedText(cut ? all.join(u'\n') : QString());
}

} // namespace zoodock
