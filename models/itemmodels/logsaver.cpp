// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/logsaver.h"

#include <QtCore/QSaveFile>

#include <utility>

namespace zoodock
{

namespace
{

/// What went wrong; empty: nothing.
QString write(const QString &file, const QList<LogLine> &lines, const QMap<int, QString> &names)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return target.errorString();
    for (const LogLine &line : lines) {
        QByteArray text = line.text + '\n';
        if (!names.isEmpty())
            text.prepend(names.value(line.memberId, QString::number(line.memberId)).toUtf8() + '\t');
        target.write(text);
    }
    return target.commit() ? QString() : target.errorString();
}

} // namespace

LogSaver::LogSaver(QString file, QList<LogLine> lines, QMap<int, QString> names, QObject *parent)
    : ValueOperation(parent)
    , m_file(std::move(file))
    , m_lines(std::move(lines))
    , m_names(std::move(names))
    , m_writing(this, [this](const QString &problem) { onWritten(problem); })
{
}

LogSaver::~LogSaver() = default;

void LogSaver::begin()
{
    m_writing.run([file = m_file, lines = m_lines, names = m_names] { return write(file, lines, names); });
}

void LogSaver::onWritten(const QString &problem)
{
    if (isSettled())
        return;
    if (problem.isEmpty())
        succeedWith(m_lines.size());
    else
        fail(Error(
            ErrorKind::FileUnwritable,
            tr("The log could not be written to “%1”. Choose another place, or make room there.").arg(m_file),
            problem));
}

} // namespace zoodock
