// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodecopying.h"

#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodeactions.h"
#include "znodes/valuecodec.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ZnodeCopying::ZnodeCopying(ZnodeSession &session, ZnodeActions &actions, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(actions.copyPath, &QAction::triggered, this, &ZnodeCopying::copyPath);
    connect(actions.copyValue, &QAction::triggered, this, &ZnodeCopying::copyValue);
    connect(actions.copyCommand, &QAction::triggered, this, &ZnodeCopying::copyCommand);
}

void ZnodeCopying::copyPath()
{
    if (const auto &path = m_session.follower().path())
        copy(path->text(), legibleName);
}

void ZnodeCopying::copyValue()
{
    const auto &value = m_session.follower().value();
    if (!value)
        return;
    const ValueReading reading = readingOf(value->bytes);
    const auto text = decodedText(value->bytes, reading.charset);
    copy(reading.isText && text ? *text : hexPairs(value->bytes));
}

/// Quoted for a POSIX shell.
void ZnodeCopying::copyCommand()
{
    const auto &path = m_session.follower().path();
    if (!path)
        return;
    const QString quoted = QString(path->text()).replace(u'\'', u"'\\''"_s);
    copy(u"zkCli.sh -server %1 get '%2'"_s.arg(m_session.connectString(), quoted));
}

/// The true text; what is said of it is to be looked at.
void ZnodeCopying::copy(const QString &text, Shown shown)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("Copied %1").arg(shown(text.left(200))));
}

} // namespace zoodock
