// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/welcomepage.h"

#include "ui/look/icons.h"
#include "ui/look/labels.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

QPushButton *makeButton(const QString &text, QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(true);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

WelcomePage::WelcomePage(QAction *quickstart, QAction *newCluster, QWidget *parent)
    : QWidget(parent)
    , m_explanation(
          makeText(tr("ZooDock runs ZooKeeper ensembles as Docker containers on this machine, and shows live "
                      "who leads, who follows and whether there is a quorum."),
                   this))
    , m_create(makeButton(tr("C&reate a 3-Node Cluster"), quickstart, this))
    , m_choose(makeButton(tr("Choose Name, Members and Network…"), newCluster, this))
    , m_progress(new QProgressBar(this))
    , m_busy(makeText(tr("Looking at the Docker engine …"), this))
{
    auto *picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(96, 96));
    picture->setAlignment(Qt::AlignHCenter);
    auto *title = makeText(tr("Welcome to ZooDock"), this);
    title->setWordWrap(false);
    setTextScale(title, 1.9, true);
    setTextScale(m_create, 1.25, true);
    m_create->setObjectName(u"welcomeCreate"_s);
    m_choose->setObjectName(u"welcomeChoose"_s);
    m_create->setIcon(actionIcon(u"new"_s));
    m_create->setMinimumHeight(m_create->fontMetrics().height() * 2 + 8);
    m_create->setMinimumWidth(m_create->fontMetrics().averageCharWidth() * 34);
    m_create->setDefault(true);
    m_choose->setMinimumWidth(m_create->minimumWidth());
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(m_create->minimumWidth());
    m_progress->setMaximumHeight(6);
    m_progress->setAccessibleName(m_busy->text());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    auto *centred = new QHBoxLayout; // an alignment would take away the height for more than one line
    m_explanation->setMinimumWidth(m_explanation->fontMetrics().averageCharWidth() * 76);
    centred->addStretch(1);
    centred->addWidget(m_explanation);
    centred->addStretch(1);
    layout->addLayout(centred);
    layout->addSpacing(12);
    layout->addWidget(m_create, 0, Qt::AlignHCenter);
    layout->addWidget(m_choose, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_busy, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setQuietText(m_explanation);
    m_busy->setWordWrap(false); // an alignment leaves a label no height for a second line
    setQuietText(m_busy);
    setBusy(false);
}

void WelcomePage::setBusy(bool busy)
{
    m_create->setEnabled(!busy);
    m_choose->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_busy->setVisible(busy);
}

} // namespace zoodock
