// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QString>

class QSocketNotifier;

namespace zoodock
{

/// Asks a person at the terminal for a yes: the question goes to stderr, the answer comes from stdin.
/// Everything but “y” and “yes” is a no, the end of the input, too.
class Question : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Question)
public:
    explicit Question(QObject *parent);

    /// Somebody sits there: stdin and stderr are a terminal.
    [[nodiscard]] static bool canAsk();
    /// answered() comes once.
    void ask(const QString &text);

Q_SIGNALS:
    void answered(bool yes);

private:
    void read();
    void settle(const QByteArray &answer);

    QSocketNotifier *m_notifier = nullptr;
    QByteArray m_typed;
};

} // namespace zoodock
