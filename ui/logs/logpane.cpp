// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpane.h"

#include "ui/logs/emptylog.h"
#include "ui/logs/logview.h"
#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace zoodock
{

LogPane::LogPane(const LogRings &rings, QWidget *parent)
    : QWidget(parent)
    , m_model(rings)
    , m_heading(new QLabel(this))
    , m_view(new LogView(m_model, this))
    , m_empty(new EmptyLog(m_view->viewport()))
{
    QFont ordinary = font(); // the view's is for lines
    ordinary.setFamilies(ordinary.families());
    m_empty->setFont(ordinary);
    auto *inView = new QVBoxLayout(m_view->viewport());
    inView->addWidget(m_empty);
    connect(&m_model, &QAbstractItemModel::rowsInserted, m_empty, [this] { m_empty->setReason({}, {}); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_view, 1);
    setTextScale(m_heading, 1.0, true);
    m_heading->hide();
}

/// The view goes before the model that it shows.
LogPane::~LogPane()
{
    delete m_view;
}

void LogPane::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    m_view->setNamesShown(heading.isEmpty());
    m_view->setAccessibleName(heading.isEmpty() ? tr("Log of the members") : tr("Log of %1").arg(heading));
}

QString LogPane::heading() const
{
    return m_heading->text();
}

void LogPane::setMembers(const QMap<int, QString> &names, const QMap<int, int> &places)
{
    m_model.setMemberNames(names);
    m_view->setMemberPlaces(places);
}

} // namespace zoodock
