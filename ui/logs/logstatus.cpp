// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logstatus.h"

#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogStatus::LogStatus(QWidget *parent)
    : QWidget(parent)
    , m_counts(new QLabel(this))
    , m_probes(new QToolButton(this))
    , m_told(new ElidedLabel(this))
    , m_end(new QToolButton(this))
{
    m_counts->setObjectName(u"logCounts"_s);
    m_counts->setTextFormat(Qt::PlainText);
    m_probes->setToolTip(tr("ZooDock asks each member “srvr” about once a second, and servers may log that"));
    m_probes->setCheckable(true);
    m_told->setObjectName(u"logTold"_s);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setAlignment(Qt::AlignCenter);
    m_end->setIcon(actionIcon(u"collapse"_s));
    m_end->setText(tr("Go to the End"));
    m_end->setToolTip(tr("Follow the newest line again (End)"));
    m_end->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QSizePolicy policy = m_end->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the lines above do not move when it comes
    m_end->setSizePolicy(policy);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_counts);
    layout->addWidget(m_probes);
    layout->addWidget(m_told, 1);
    layout->addWidget(m_end);
    connect(m_probes, &QToolButton::toggled, this, &LogStatus::probesToggled);
    connect(m_end, &QToolButton::clicked, this, &LogStatus::endWanted);
}

void LogStatus::setCounts(const LogCounts &counts)
{
    QStringList words{tr("%1 of %2 lines", "shown, of all")
                          .arg(locale().toString(counts.shown), locale().toString(counts.total))};
    if (counts.filtering)
        words += tr("filtering…");
    if (counts.dropped > 0)
        words += tr("older lines dropped: at least %1").arg(locale().toString(counts.dropped));
    m_counts->setText(words.join(u" · "_s));
    m_probes->setVisible(counts.probes > 0);
    m_probes->setText(m_probes->isChecked()
                          ? tr("Hide ZooDock's own %Ln probe line(s)", nullptr, counts.probes)
                          : tr("Show ZooDock's own %Ln probe line(s)", nullptr, counts.probes));
    m_end->setVisible(!counts.following);
}

void LogStatus::showProbes()
{
    m_probes->setChecked(true);
}

void LogStatus::tell(const QString &sentence)
{
    m_told->setFullText(sentence);
    setTextMeaning(m_told, Meaning::Follower);
}

} // namespace zoodock
