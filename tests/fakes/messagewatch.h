// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMutex>
#include <QtCore/QStringList>
#include <QtCore/QtGlobal>

namespace zoodock::test
{

/// Collects the warnings of Qt and of ours while it lives ("QProcess: Destroyed while process is still
/// running"), and hands every message on.
class MessageWatch
{
public:
    MessageWatch() { s_previous = qInstallMessageHandler(&MessageWatch::handle); }
    ~MessageWatch() { qInstallMessageHandler(s_previous); }
    Q_DISABLE_COPY_MOVE(MessageWatch)

    /// The warnings since the last call.
    [[nodiscard]] QStringList take()
    {
        const QMutexLocker lock(&s_mutex);
        return std::exchange(s_warnings, {});
    }

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        if (type != QtDebugMsg && type != QtInfoMsg) {
            const QMutexLocker lock(&s_mutex);
            s_warnings += text;
        }
        if (s_previous)
            s_previous(type, context, text);
    }

    inline static QtMessageHandler s_previous = nullptr;
    inline static QMutex s_mutex;
    inline static QStringList s_warnings;
};

} // namespace zoodock::test
