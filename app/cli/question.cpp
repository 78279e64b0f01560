// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/question.h"

#include "app/cli/console.h"

#include <QtCore/QSocketNotifier>

#include <array>
#include <cerrno>

#include <unistd.h>

namespace zoodock
{

Question::Question(QObject *parent)
    : QObject(parent)
{
}

bool Question::canAsk()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

void Question::ask(const QString &text)
{
    console::prompt(tr("%1 [y/N] ", "question; type these letters").arg(text));
    m_notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &Question::read);
}

void Question::read()
{
    std::array<char, 256> typed{};
    const ssize_t size = ::read(STDIN_FILENO, typed.data(), typed.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (size > 0)
        m_typed.append(typed.data(), static_cast<qsizetype>(size));
    const qsizetype end = m_typed.indexOf('\n');
    if (end >= 0 || size <= 0)
        settle(m_typed.left(end));
}

void Question::settle(const QByteArray &answer)
{
    m_notifier->setEnabled(false);
    const QByteArray word = answer.trimmed().toLower();
    Q_EMIT answered(word == "y" || word == "yes");
}

} // namespace zoodock
