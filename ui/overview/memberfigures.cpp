// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/memberfigures.h"

#include "ui/look/labels.h"
#include "ui/look/textformat.h"
#include "ui/look/theme.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>

#include <algorithm>
#include <memory>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QLabel *makeValueLabel(QWidget *parent)
{
    auto *label = new QLabel(nothingText(), parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setContextMenuPolicy(Qt::NoContextMenu); // the card's own
    return label;
}

} // namespace

QString addressText(const QString &host, quint16 port)
{
    return port == 0 || host.isEmpty() ? nothingText() : u"%1:%2"_s.arg(host).arg(port);
}

MemberFigures::MemberFigures(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    addValue(grid, Client, tr("Client"), 0, 0, 3);
    addValue(grid, Admin, tr("Admin"), 1, 0, 3);
    addValue(grid, Version, tr("Version"), 2, 0, 3);
    addValue(grid, Zxid, tr("Zxid"), 3, 0, 3);
    addValue(grid, Latency, tr("Latency"), 4, 0, 3);
    addValue(grid, Uptime, tr("Uptime"), 5, 0);
    addValue(grid, Cpu, tr("CPU"), 6, 0);
    addValue(grid, Memory, tr("Memory"), 7, 0);
    addValue(grid, Connections, tr("Connections"), 5, 2);
    addValue(grid, Outstanding, tr("Outstanding"), 6, 2);
    addValue(grid, Nodes, tr("Znodes"), 7, 2);
    for (const Value value : {Nodes, Connections, Outstanding})
        m_values[value]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_titles[Latency]->setToolTip(tr("Minimum, average and maximum since the server's start"));
    m_titles[Connections]->setToolTip(
        tr("Programs that are connected to the server, without ZooDock's own question. Other short questions "
           "to the server may show for a moment."));
    m_titles[Outstanding]->setToolTip(tr("Requests that are queued in the server"));
    m_titles[Cpu]->setToolTip(tr("Share of one processor core"));
    evenRows(grid);
}

/// A Chinese title or value is taller than a Latin one: without this the rows would stand unevenly, and the
/// card grow and shrink with its values.
void MemberFigures::evenRows(QGridLayout *grid)
{
    QString all;
    for (const QLabel *title : m_titles)
        all += title->text();
    std::unique_ptr<QLabel> sample(makeValueLabel(this));
    sample->setText(all);
    const int height = std::max(sample->sizeHint().height(), sample->minimumSizeHint().height());
    for (int row = 0; row < grid->rowCount(); ++row)
        grid->setRowMinimumHeight(row, height);
}

void MemberFigures::addValue(QGridLayout *grid, Value value, const QString &title, int row, int column,
                             int span)
{
    m_titles[value] = new QLabel(title, this);
    m_values[value] = makeValueLabel(this);
    grid->addWidget(m_titles[value], row, column);
    grid->addWidget(m_values[value], row, column + 1, 1, span);
}

void MemberFigures::setValue(Value value, const QString &text, const QString &toolTip)
{
    if (m_values[value]->text() != text)
        m_values[value]->setText(text);
    m_values[value]->setToolTip(toolTip);
}

void MemberFigures::setMember(const MemberStatus &member, const QString &noAdmin)
{
    setReport(member);
    setValue(Cpu, member.cpuPercent
                      ? tr("%1 %", "percent").arg(QLocale().toString(*member.cpuPercent, 'f', 1))
                      : nothingText());
    setValue(Memory, member.memoryBytes ? memoryText(*member.memoryBytes) : nothingText());
    setValue(Client, addressText(member.clientHost, member.clientPort));
    setValue(Admin, addressText(member.adminHost, member.adminPort), noAdmin);
}

void MemberFigures::setReport(const MemberStatus &member)
{
    const bool known = member.report.has_value();
    const ServerReport report = member.report.value_or(ServerReport());
    const auto number = [known](qint64 value) { return known ? QLocale().toString(value) : nothingText(); };
    setValue(Version, known ? report.version.section(u'-', 0, 0) : nothingText(), report.version);
    setValue(Zxid, known ? zxidText(report.zxid) : nothingText(),
             known ? zxidExplanation(report.zxid) : QString());
    setValue(Latency, known ? latencyText(report) : nothingText());
    setValue(Connections, number(report.connections));
    setValue(Outstanding, number(report.outstanding));
    setValue(Nodes, number(report.nodeCount));
}

void MemberFigures::setStarted(const QDateTime &started, const QDateTime &now)
{
    const bool runs = started.isValid();
    setValue(Uptime, runs ? durationText(started.secsTo(now)) : nothingText(),
             runs ? tr("Running since %1").arg(exactTimeText(started)) : QString());
}

QString MemberFigures::text(Value value) const
{
    return m_values[value]->text();
}

QStringList MemberFigures::lines() const
{
    QStringList lines;
    for (size_t value = 0; value < ValueCount; ++value)
        lines.append(u"%1: %2"_s.arg(m_titles[value]->text(), m_values[value]->text()));
    return lines;
}

void MemberFigures::tint(bool stale, bool engineSilent)
{
    const QPalette colours = QGuiApplication::palette();
    const QColor quiet = quietTextColour(colours);
    const QColor plain = colours.color(QPalette::WindowText);
    for (QLabel *title : m_titles)
        setTextColour(title, quiet);
    for (const Value value : {Version, Zxid, Latency, Connections, Outstanding, Nodes})
        setTextColour(m_values[value], stale ? quiet : plain);
    for (const Value value : {Uptime, Cpu, Memory}) // what only the engine knows
        setTextColour(m_values[value], engineSilent ? quiet : plain);
}

} // namespace zoodock
