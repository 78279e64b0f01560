// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/logsaver.h"

#include <QtCore/QSaveFile>

#include <utility>

namespace zoodock
{

namespace
{

constexpr std::chrono::milliseconds tellPause{100};

Result<qint64> write(const QString &file, const QList<LogLine> &lines, const QMap<int, QString> &names,
                     const std::atomic_bool &stopped, std::atomic<qint64> &written)
{
    QSaveFile target(file);
    const bool isOpen = target.open(QIODevice::WriteOnly);
    for (const LogLine &line : isOpen ? lines : QList<LogLine>()) {
        if (stopped)
            return failure(Error::cancelled());
        QByteArray text = line.text + '\n';
        if (!names.isEmpty())
            text.prepend(names.value(line.memberId, QString::number(line.memberId)).toUtf8() + '\t');
        target.write(text);
        ++written;
    }
    if (isOpen && target.commit())
        return lines.size();
    return failure(
        ErrorKind::FileUnwritable,
        LogSaver::tr("The log could not be written to “%1”. Choose another place, or make room there.")
            .arg(file),
        target.errorString());
}

} // namespace

LogSaver::LogSaver(QString file, QList<LogLine> lines, QMap<int, QString> names, QObject *parent)
    : ValueOperation(parent)
    , m_file(std::move(file))
    , m_lines(std::move(lines))
    , m_names(std::move(names))
    , m_written(std::make_shared<std::atomic<qint64>>(0))
    , m_writing(this, [this](const Result<qint64> &written) { settleWith(written); })
{
    m_telling.setInterval(tellPause);
    connect(&m_telling, &QTimer::timeout, this, [this] { Q_EMIT progress(*m_written, m_lines.size()); });
    connect(this, &Operation::finished, &m_telling, &QTimer::stop);
}

LogSaver::~LogSaver() = default;

void LogSaver::begin()
{
    m_telling.start();
    m_writing.runToItsEnd([file = m_file, lines = m_lines, names = m_names,
                           written = m_written](const std::atomic_bool &stopped) {
        return write(file, lines, names, stopped, *written);
    });
}

void LogSaver::abort(const Error &)
{
    m_writing.stop();
}

} // namespace zoodock
