// SPDX-License-Identifier: GPL-3.0-or-later
#include "autopsy.h"

#include "docker/dockerengine.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int linesRead = 200; ///< a crash loop's last start may not have come to the reason yet
constexpr int linesKept = 20;
constexpr std::chrono::milliseconds patience = 5s;

bool tellsOfTakenPort(const QString &log)
{
    return log.contains("Address already in use"_L1) || log.contains("java.net.BindException"_L1);
}

QString tail(const QString &log)
{
    return log.section(u'\n', -linesKept);
}

} // namespace

Autopsy::Autopsy(DockerEngine &engine, QStringList containers, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_containers(std::move(containers))
{
}

Autopsy::~Autopsy() = default;

void Autopsy::begin()
{
    m_open = m_containers.size();
    if (m_open == 0)
        succeedWith({});
    for (const QString &container : std::as_const(m_containers))
        read(container);
}

void Autopsy::read(const QString &container)
{
    CommandSpec spec = m_engine.commands().logs(container, linesRead);
    spec.deadline = patience;
    Command *const command = m_engine.runner().command(spec, this);
    connect(command, &Operation::finished, this, [this, command, container] {
        if (const auto output = command->result(); output && output->exitCode == 0)
            m_logs.insert(container,
                          QString::fromUtf8(output->standardOutput + output->standardError).trimmed());
        if (--m_open == 0 && !isSettled())
            succeedWith(m_logs);
    });
    command->start();
}

Error withLogs(const Error &error, const QMap<QString, QString> &logs)
{
    QStringList detail;
    if (!error.detail().isEmpty())
        detail += error.detail();
    QString culprit;
    for (auto it = logs.cbegin(); it != logs.cend(); ++it) {
        detail += "--- "_L1 + it.key() + u'\n' + tail(it.value());
        if (culprit.isEmpty() && tellsOfTakenPort(it.value()))
            culprit = it.key();
    }
    if (culprit.isEmpty())
        return Error(error.kind(), error.message(), detail.join(u'\n'));
    return Error(ErrorKind::PortInUse,
                 Autopsy::tr("A port that %1 needs was taken in the meantime. Let new ports be proposed, "
                             "then try again.")
                     .arg(culprit),
                 detail.join(u'\n'))
        .causedBy(error);
}

} // namespace zoodock
