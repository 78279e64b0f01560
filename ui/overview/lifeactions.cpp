// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/lifeactions.h"

#include "ui/overview/actionmaking.h"

#include <QtGui/QAction>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LifeActions::LifeActions(QObject *parent)
    : QObject(parent)
    , start(makeAction(this, u"start"_s, tr("&Start")))
    , stop(makeAction(this, u"stop"_s, tr("S&top")))
    , restart(makeAction(this, u"restart"_s, tr("R&estart")))
    , rollingRestart(makeAction(this, u"restart"_s, tr("R&olling Restart")))
    , kill(makeAction(this, u"kill"_s, tr("&Kill")))
    , pause(makeAction(this, u"pause"_s, tr("&Pause")))
    , resume(makeAction(this, u"resume"_s, tr("Res&ume")))
{
    connect(rollingRestart, &QAction::triggered, this, &LifeActions::rollingRestartWanted);
    wishBy(start, MemberAction::Start);
    wishBy(stop, MemberAction::Stop);
    wishBy(restart, MemberAction::Restart);
    wishBy(kill, MemberAction::Kill);
    wishBy(pause, MemberAction::Pause);
    wishBy(resume, MemberAction::Unpause);
}

void LifeActions::wishBy(QAction *action, MemberAction wish)
{
    connect(action, &QAction::triggered, this, [this, wish] { Q_EMIT wanted(wish); });
}

} // namespace zoodock
