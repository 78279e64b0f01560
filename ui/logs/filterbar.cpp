// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/filterbar.h"

#include "ui/look/cardlayout.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/logs/membercolours.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <chrono>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds filterPause = 150ms;
constexpr qsizetype mostInTheRow = 6; // more would push everything else off the screen
constexpr int mostLetters = 20;       // the tool tip has all of them
constexpr int lettersSeen = 16;       // are seen of what is typed
constexpr int betweenFields = 8;

/// Filled with a tick: on; an empty frame: off. A pressed button alone is hard to tell in the dark.
QPixmap memberSign(const QColor &colour, const QColor &tick, int side, double ratio, bool on)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(on ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(2, 2, side - 4, side - 4), 2, 2);
    if (on) {
        const double unit = side / 16.0;
        painter.setPen(QPen(tick, 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(
            QPolygonF({QPointF(5, 8) * unit, QPointF(7.2, 10.5) * unit, QPointF(11, 5.5) * unit}));
    }
    return pixmap;
}

QIcon memberIcon(const QColor &colour, const QColor &tick, int side, double ratio)
{
    QIcon icon;
    icon.addPixmap(memberSign(colour, tick, side, ratio, true), QIcon::Normal, QIcon::On);
    icon.addPixmap(memberSign(colour, tick, side, ratio, false), QIcon::Normal, QIcon::Off);
    return icon;
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_memberButtons(new QHBoxLayout)
    , m_manyButtons(new CardLayout)
    , m_text(new QLineEdit(this))
    , m_expression(new QCheckBox(tr("&Regular expression"), this))
    , m_level(new QComboBox(this))
    , m_problem(new QLabel(this))
    , m_typing(this)
{
    m_text->setPlaceholderText(tr("Show only lines with…"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Show only lines with this text"));
    m_text->setObjectName(u"filterText"_s);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * lettersSeen);
    m_level->setAccessibleName(tr("Show only lines of this level"));
    for (const LogLevel level : {LogLevel::Unknown, LogLevel::Info, LogLevel::Warning, LogLevel::Error})
        m_level->addItem(wordFor(level), static_cast<int>(level));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_memberButtons->setSpacing(4);
    m_manyButtons->setSpacing(4);

    auto *row = new QHBoxLayout;
    row->setSpacing(betweenFields);
    row->addLayout(m_memberButtons);
    row->addWidget(m_text, 1);
    row->addWidget(m_expression);
    row->addWidget(m_level);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_manyButtons);
    layout->addLayout(row);
    layout->addWidget(m_problem);

    m_typing.setSingleShot(true);
    m_typing.setInterval(filterPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::tell);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_expression, &QCheckBox::toggled, this, &FilterBar::tell);
    connect(m_level, &QComboBox::currentIndexChanged, this, &FilterBar::tell);
}

void FilterBar::setMembers(const QList<std::pair<int, QString>> &members)
{
    QMap<int, bool> before;
    for (auto button = m_members.cbegin(); button != m_members.cend(); ++button)
        before.insert(button.key(), (*button)->isChecked());
    qDeleteAll(std::exchange(m_members, {}));
    for (const auto &[id, name] : members) {
        auto *button = new QToolButton(this);
        button->setText(
            fontMetrics().elidedText(name, Qt::ElideMiddle, fontMetrics().averageCharWidth() * mostLetters));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(before.value(id, true));
        button->setToolTip(tr("Show or hide the log of %1").arg(name));
        button->setAccessibleName(tr("Log of %1").arg(name));
        connect(button, &QToolButton::toggled, this, &FilterBar::tell);
        m_memberButtons->addWidget(button);
        m_members.insert(id, button);
    }
    m_areInTheRow = true;
    // With one member there is nothing to choose.
    for (QToolButton *button : std::as_const(m_members))
        button->setVisible(members.size() > 1);
    tint();
    placeMembers();
}

int FilterBar::widthOfOthers() const
{
    return m_text->minimumWidth() + betweenFields + m_expression->sizeHint().width() + betweenFields +
           m_level->sizeHint().width();
}

QSize FilterBar::minimumSizeHint() const
{
    return {widthOfOthers(), QWidget::minimumSizeHint().height()};
}

void FilterBar::placeMembers()
{
    int needed = widthOfOthers() + betweenFields;
    for (const QToolButton *button : std::as_const(m_members))
        needed += button->sizeHint().width() + m_memberButtons->spacing();
    const bool fits = m_members.size() < 2 || (m_members.size() <= mostInTheRow && needed <= width());
    if (fits == std::exchange(m_areInTheRow, fits))
        return;
    for (QToolButton *button : std::as_const(m_members)) {
        if (fits) {
            m_manyButtons->removeWidget(button);
            m_memberButtons->addWidget(button);
        } else {
            m_memberButtons->removeWidget(button);
            m_manyButtons->addWidget(button);
        }
    }
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeMembers();
}

void FilterBar::choose(int memberId)
{
    for (auto button = m_members.cbegin(); button != m_members.cend(); ++button) {
        const QSignalBlocker quiet(*button);
        (*button)->setChecked(memberId == 0 || !m_members.contains(memberId) || button.key() == memberId);
    }
    tell();
}

LogFilter FilterBar::filter() const
{
    LogFilter filter;
    filter.pattern = m_pattern;
    filter.atLeast = static_cast<LogLevel>(m_level->currentData().toInt());
    filter.probes = m_probes;
    for (auto button = m_members.cbegin(); button != m_members.cend(); ++button) {
        if ((*button)->isChecked())
            filter.members.insert(button.key());
    }
    return filter;
}

void FilterBar::dropFilter()
{
    const QSignalBlocker quietLevel(m_level);
    m_text->clear(); // not blocked: its own button to clear it goes with the text
    m_level->setCurrentIndex(0);
    tell();
}

void FilterBar::setProbes(bool shown)
{
    m_probes = shown;
    tell();
}

void FilterBar::tell()
{
    m_typing.stop();
    const LogPattern typed{m_text->text(), m_expression->isChecked(), false};
    const QString problem = LogMatcher(typed).problem();
    if (problem.isEmpty())
        m_pattern = typed;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    Q_EMIT filterChanged();
}

void FilterBar::tint()
{
    int place = 0;
    for (QToolButton *button : std::as_const(m_members))
        button->setIcon(memberIcon(memberColour(place++, palette()), palette().color(QPalette::Base),
                                   button->iconSize().width(), devicePixelRatioF()));
    setTextColour(m_problem, colourOf(Meaning::Down, palette()));
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace zoodock
