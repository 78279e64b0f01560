// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/removaldialog.h"

#include "core/sentences.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QScreen>
#include <QtGui/QTextBlock>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <cmath>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostLines = 18;
constexpr int fewestLines = 4;
constexpr int mostCharacters = 110;
constexpr int fewestCharacters = 60;

/// With room for that many lines at most; Chinese ones are higher than the font says.
int heightOf(const QPlainTextEdit &list, int lines)
{
    const double spare = list.fontMetrics().lineSpacing() + 4;
    double height = spare;
    for (QTextBlock block = list.document()->begin(); block.isValid() && lines-- > 0; block = block.next())
        height += list.document()->documentLayout()->blockBoundingRect(block).height();
    return int(std::ceil(height));
}

/// As wide as its longest line, within reason.
int widthOf(const QPlainTextEdit &list)
{
    const QFontMetrics metrics = list.fontMetrics();
    int width = 0;
    for (QTextBlock block = list.document()->begin(); block.isValid(); block = block.next())
        width = std::max(width, metrics.horizontalAdvance(block.text()));
    const int character = metrics.averageCharWidth();
    const int beside = list.style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 4 * character;
    return std::clamp(width + beside, character * fewestCharacters, character * mostCharacters);
}

/// A heading, and below it each name on a line of its own.
QStringList section(const QString &heading, const QStringList &names)
{
    QStringList lines{heading};
    for (const QString &name : names)
        lines.append(u"    "_s + name);
    return lines;
}

/// By the cluster's file; what is really there may be less, or more.
RemovalExtent extentOf(const Ensemble &ensemble)
{
    RemovalExtent extent;
    extent.cluster = ensemble.name;
    for (const Member &member : ensemble.members) {
        extent.containers += containerName(ensemble, member);
        if (ensemble.volumes != VolumePolicy::Named)
            continue;
        for (const VolumeKind kind : {VolumeKind::Data, VolumeKind::DataLog})
            extent.volumes.append({volumeName(ensemble, member, kind), {}});
    }
    if (ensemble.network.mode == NetworkMode::Bridge && ensemble.network.existing.isEmpty() &&
        !ensemble.members.isEmpty())
        extent.networks += networkName(ensemble);
    return extent;
}

/// Of the volumes whose size was not asked this time.
void takeSizes(RemovalExtent &extent, const RemovalExtent &known)
{
    for (RemovalExtent::Volume &volume : extent.volumes) {
        const auto same = std::find_if(known.volumes.cbegin(), known.volumes.cend(),
                                       [&volume](const auto &one) { return one.name == volume.name; });
        if (!volume.bytes && same != known.volumes.cend())
            volume.bytes = same->bytes;
    }
}

} // namespace

RemovalDialog::RemovalDialog(const QList<ClusterStatus> &clusters, QWidget *parent)
    : QDialog(parent)
{
    for (const ClusterStatus &status : clusters) {
        m_shownNames.insert(status.ensemble.name, bothNamesOf(status.ensemble));
        m_extents.insert(status.ensemble.name, extentOf(status.ensemble));
    }
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remove Cluster"));
    build();
    ask();
    describe();
}

void RemovalDialog::ask()
{
    const QStringList names = m_shownNames.values();
    m_question->setText(
        names.size() == 1 ? tr("Remove the cluster “%1”?").arg(names.constFirst())
                          : tr("Remove %Ln cluster(s): %1?", nullptr, int(names.size())).arg(listOf(names)));
}

void RemovalDialog::drop(const QString &cluster)
{
    if (m_extents.remove(cluster) == 0)
        return;
    m_shownNames.remove(cluster);
    if (m_extents.isEmpty()) {
        reject();
        return;
    }
    ask();
    describe();
}

void RemovalDialog::setExtent(const RemovalExtent &extent)
{
    RemovalExtent sorted = extent;
    sorted.containers.sort();
    const auto known = m_extents.find(extent.cluster);
    if (known == m_extents.end())
        return;
    takeSizes(sorted, *known);
    if (*known == sorted)
        return;
    *known = sorted;
    describe();
}

RemovalExtent RemovalDialog::total() const
{
    RemovalExtent all;
    for (const RemovalExtent &extent : m_extents) {
        all.containers += extent.containers;
        all.networks += extent.networks;
        all.volumes += extent.volumes;
    }
    return all;
}

void RemovalDialog::setWork(const QStringList &sentences)
{
    const QString text = paragraphOf(sentences);
    m_work->setText(text);
    m_work->setHidden(text.isEmpty());
    fit();
}

void RemovalDialog::build()
{
    auto *glyph = new GlyphLabel(2.2, this);
    glyph->setLook({Glyph::Warning, Meaning::Down});
    m_question = new QLabel(this);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    setTextScale(m_question, 1.2, true);
    auto *label = new QLabel(tr("&This goes, and cannot be brought back:"), this);
    m_list = new QPlainTextEdit(this);
    m_list->setReadOnly(true);
    m_list->setAccessibleName(tr("What will be removed"));
    m_list->setTabChangesFocus(true);
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    label->setBuddy(m_list);
    m_volumesToo = new QCheckBox(this);
    m_volumesToo->setToolTip(
        tr("Docker counts what ZooKeeper keeps ready for its logs, too: far less may be stored."));
    m_kept = new QLabel(this);
    m_kept->setTextFormat(Qt::PlainText);
    m_kept->setWordWrap(true);
    setQuietText(m_kept);
    m_work = new QLabel(this);
    m_work->setObjectName(u"removalWork"_s);
    m_work->setTextFormat(Qt::PlainText);
    m_work->setWordWrap(true);
    m_work->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::DestructiveRole);
    remove->setObjectName(u"removalRemove"_s);
    remove->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_question), static_cast<QWidget *>(label),
                            static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_volumesToo),
                            static_cast<QWidget *>(m_kept), static_cast<QWidget *>(m_work)})
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

QStringList RemovalDialog::volumeLines() const
{
    QStringList lines;
    for (const RemovalExtent::Volume &volume : total().volumes)
        lines += volume.bytes
                     ? tr("%1 (up to %2)", "volume, size").arg(volume.name, memoryText(*volume.bytes))
                     : volume.name;
    return lines;
}

void RemovalDialog::describe()
{
    const RemovalExtent all = total();
    QStringList lines;
    if (!all.containers.isEmpty())
        lines += section(tr("%Ln container(s)", nullptr, int(all.containers.size())), all.containers);
    if (!all.networks.isEmpty())
        lines += section(tr("%Ln network(s)", nullptr, int(all.networks.size())), all.networks);
    QStringList files = m_extents.keys();
    for (QString &file : files)
        file += u".json"_s;
    lines += section(tr("%Ln cluster file(s)", nullptr, int(files.size())), files);
    if (withVolumes())
        lines += section(
            tr("%Ln data volume(s), with everything stored in them", nullptr, int(all.volumes.size())),
            volumeLines());
    if (const QString text = lines.join(u'\n'); text != m_list->toPlainText())
        m_list->setPlainText(text);
    m_list->setMinimumWidth(widthOf(*m_list));
    m_volumesToo->setText(
        tr("&Also delete the data: %1", "6 volumes with up to 384.0 MiB of data").arg(all.volumesPhrase()));
    m_volumesToo->setHidden(all.volumes.isEmpty());
    m_kept->setText(withVolumes()
                        ? tr("The data will be gone.")
                        : tr("The data volumes stay. A new cluster of the same name takes them up again."));
    m_kept->setHidden(all.volumes.isEmpty());
    fit();
}

/// adjustSize() takes two thirds of the screen at most, and what does not fit then is painted over the list:
/// here the list gives way, and scrolls.
void RemovalDialog::fit()
{
    const int room = screen()->availableGeometry().height() * 9 / 10;
    for (int lines = mostLines; lines >= fewestLines; --lines) {
        m_list->setFixedHeight(heightOf(*m_list, lines));
        layout()->activate();
        const int width = std::max(this->width(), layout()->totalMinimumSize().width());
        const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                         : layout()->totalSizeHint().height();
        if (height > room && lines > fewestLines)
            continue;
        setMinimumHeight(height);
        resize(width, height);
        return;
    }
}

} // namespace zoodock
