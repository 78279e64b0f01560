// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/changedialog.h"

#include "core/sentences.h"
#include "ui/look/banner.h"
#include "ui/look/labels.h"
#include "ui/wizard/findinglist.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostRowsShown = 7;

void fill(QTableWidget &table, const QList<QStringList> &rows)
{
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column) {
            const QString text = rows.at(row).at(column);
            auto *item = new QTableWidgetItem(QString(text).replace(u'\n', u" ⏎ "_s));
            item->setToolTip(text);
            table.setItem(row, column, item);
        }
    }
}

QTableWidget *makeTable(const QStringList &headers, const QList<QStringList> &rows, QWidget *parent)
{
    auto *table = new QTableWidget(int(rows.size()), int(headers.size()), parent);
    table->setHorizontalHeaderLabels(headers);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(parent->fontMetrics().height() + 10);
    table->horizontalHeader()->setHighlightSections(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    fill(*table, rows);
    table->resizeColumnsToContents();
    const int widest = parent->fontMetrics().averageCharWidth() * 44;
    for (int column = 0; column < headers.size(); ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), widest));
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int line = table->verticalHeader()->defaultSectionSize();
    const int shown = std::clamp(int(rows.size()), 1, mostRowsShown) + 1;
    table->setMinimumHeight(line * std::min(shown, 4) + table->frameWidth() * 2);
    table->setMaximumHeight(line * (shown + 1));
    if (!rows.isEmpty())
        table->setCurrentCell(0, 0, QItemSelectionModel::NoUpdate); // nothing is to be chosen there
    return table;
}

QLabel *makeLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    return label;
}

} // namespace

ChangeDialog::ChangeDialog(const EnsembleChange &change, const ClusterStatus &status, bool pulls,
                           QWidget *parent)
    : QDialog(parent)
    , m_change(change)
    , m_status(status)
    , m_pulls(pulls)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change the Settings of %1").arg(status.ensemble.shownName()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    if (!change.values.isEmpty()) {
        layout->addWidget(makeLabel(tr("This changes:"), this));
        layout->addWidget(makeValues(), 1);
    }
    if (!change.members.isEmpty()) {
        layout->addWidget(makeLabel(change.together
                                        ? tr("These members are made anew, with their data, all at once:")
                                        : tr("These members are made anew, with their data, in this order:"),
                                    this));
        m_members = makeMembers();
        layout->addWidget(m_members, 1);
    }
    if (change.interruption)
        layout->addWidget(new Banner({Glyph::Warning, Meaning::Looking},
                                     tr("There is no quorum for a while: programs that use the cluster have "
                                        "to wait until it is back."),
                                     this));
    for (const Finding &warning : change.warnings()) {
        auto *banner = new Banner(lookOf(warning.severity), warning.sentence, this);
        banner->setDetails(warning.remedy);
        layout->addWidget(banner);
    }
    m_what = makeLabel(consequences(), this);
    m_what->setObjectName(u"changeConsequences"_s);
    layout->addWidget(m_what);
    m_reason = new Banner({Glyph::Warning, Meaning::Looking}, {}, this);
    m_reason->hide();
    layout->addWidget(m_reason);
    auto *buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(tr("&Apply"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"changeApply"_s);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    (change.interruption ? cancel : m_apply)->setDefault(true);
    (change.interruption ? m_apply : cancel)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 140, sizeHint().height());
    (change.interruption ? cancel : m_apply)->setFocus();
}

void ChangeDialog::setStatus(const ClusterStatus &status)
{
    const QList<QStringList> before = memberRows();
    m_status = status;
    if (const QList<QStringList> rows = memberRows(); m_members && rows != before)
        fill(*m_members, rows);
    m_what->setText(consequences());
}

void ChangeDialog::setReason(const QString &reason)
{
    m_reason->setSentence(reason);
    m_reason->setHidden(reason.isEmpty());
    m_apply->setEnabled(reason.isEmpty());
    m_apply->setToolTip(reason);
}

QTableWidget *ChangeDialog::makeValues()
{
    QList<QStringList> rows;
    for (const ChangedValue &value : std::as_const(m_change.values))
        rows.append({value.title, value.before, value.after});
    auto *table = makeTable({tr("Setting"), tr("Now"), tr("Then")}, rows, this);
    table->setObjectName(u"changeValues"_s);
    table->setAccessibleName(tr("What changes"));
    return table;
}

/// The values that are this member's, or everybody's.
QList<ChangedValue> ChangeDialog::wishedOf(int memberId) const
{
    QList<ChangedValue> own = m_change.values;
    own.removeIf([memberId](const ChangedValue &value) {
        return value.field.startsWith("members/"_L1) &&
               !value.field.startsWith(u"members/%1/"_s.arg(memberId));
    });
    return own;
}

/// A member was made with other settings than the file's: the table of values does not tell what changes.
bool ChangeDialog::isMixed() const
{
    return std::any_of(m_change.members.cbegin(), m_change.members.cend(),
                       [this](int id) { return m_change.valuesOf(id) != wishedOf(id); });
}

QString ChangeDialog::changesOf(int memberId, bool mixed) const
{
    QStringList changes;
    for (const ChangedValue &value : m_change.valuesOf(memberId))
        changes += mixed ? tr("%1: %2 → %3", "setting, now, then").arg(value.title, value.before, value.after)
                         : value.title;
    if (mixed && !changes.isEmpty())
        return changes.join(u"; "_s);
    return changes.isEmpty() ? tr("the settings of the cluster's file") : listOf(changes);
}

QList<QStringList> ChangeDialog::memberRows() const
{
    QList<QStringList> rows;
    const bool mixed = isMixed();
    for (const int id : rollingOrder(m_change.members, m_status)) {
        const Member *member = m_change.after.member(id);
        if (!member)
            continue;
        QStringList volumes;
        for (const VolumeKind kind : {VolumeKind::Data, VolumeKind::DataLog})
            volumes += volumeName(m_change.after, *member, kind);
        const QString name =
            id == m_status.quorum.leaderId ? tr("%1 (leader)").arg(member->name) : member->name;
        rows.append({name, changesOf(id, mixed), containerName(m_change.after, *member), listOf(volumes)});
    }
    return rows;
}

QTableWidget *ChangeDialog::makeMembers()
{
    auto *table =
        makeTable({tr("Member"), tr("Changes"), tr("Container that is made anew"), tr("Volumes that stay")},
                  memberRows(), this);
    table->setObjectName(u"changeMembers"_s);
    table->setAccessibleName(tr("Members that are made anew"));
    return table;
}

QString ChangeDialog::consequences() const
{
    if (m_change.members.isEmpty())
        return tr("No container has to be made anew; only the cluster's file is written.");
    QStringList sentences;
    if (m_pulls)
        sentences += tr("The image %1 is pulled first.").arg(m_change.after.image.reference);
    const bool starts = std::any_of(m_change.members.cbegin(), m_change.members.cend(), [this](int id) {
        const MemberStatus *member = m_status.member(id);
        return member && member->container.life != ContainerLife::Running;
    });
    if (starts)
        sentences += tr("Members that do not run are started.");
    if (m_change.together)
        sentences += tr("Cancelling on the way puts all of them back to what they were.");
    else if (m_change.members.size() > 1)
        sentences += tr("Each member has to serve again before the next one goes. Cancelling on the way "
                        "puts the member in hand back to what it was and stops there.");
    else
        sentences += tr("Cancelling on the way puts the member back to what it was.");
    return paragraphOf(sentences);
}

QList<int> rollingOrder(const QList<int> &members, const ClusterStatus &status)
{
    QList<int> order = members;
    const auto rank = [&status](int id) {
        const MemberStatus *member = status.member(id);
        if (id == status.quorum.leaderId)
            return 2;
        return member && isServing(member->state) ? 1 : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&rank](int a, int b) { return rank(a) < rank(b); });
    return order;
}

} // namespace zoodock
