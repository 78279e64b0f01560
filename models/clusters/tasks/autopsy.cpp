// SPDX-License-Identifier: GPL-3.0-or-later
#include "autopsy.h"

#include "clusters/clusterstatus.h"
#include "clusters/logexplanation.h"
#include "docker/dockerengine.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int linesRead = 200; ///< a crash loop's last start may not have come to the reason yet
constexpr int linesKept = 5;
constexpr std::chrono::milliseconds patience = 5s;

bool tellsOfTakenPort(const QString &log)
{
    return log.contains("Address already in use"_L1) || log.contains("java.net.BindException"_L1);
}

QString tail(const QString &log)
{
    return log.section(u'\n', -linesKept);
}

/// The last line of trouble that the table of explanations knows.
struct Diagnosis
{
    QString line;
    LogExplanation explanation;
};

std::optional<Diagnosis> diagnose(const QString &log)
{
    const QStringList lines = log.split(u'\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const auto explanation = explainLogText(line->toUtf8());
        if (explanation && explanation->kind == LogExplanation::Kind::Trouble)
            return Diagnosis{line->trimmed(), *explanation};
    }
    return {};
}

/// "--- NAME: what is behind it", the line that tells if it is further up, and the last lines.
QString report(const QString &container, const QString &log, const std::optional<Diagnosis> &diagnosis)
{
    const QString end = tail(log);
    if (!diagnosis)
        return "--- "_L1 + container + u'\n' + end;
    QStringList lines{"--- "_L1 + container + ": "_L1 + diagnosis->explanation.title};
    if (!end.contains(diagnosis->line))
        lines += {diagnosis->line, u"…"_s};
    lines += end;
    return lines.join(u'\n');
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
    QString message = error.message();
    QString culprit;
    for (auto it = logs.cbegin(); it != logs.cend(); ++it) {
        const std::optional<Diagnosis> diagnosis = diagnose(it.value());
        detail += report(it.key(), it.value(), diagnosis);
        if (diagnosis)
            message = Autopsy::tr("%1 %2: %3", "what happened so far; a container; what its log tells")
                          .arg(message, it.key(), diagnosis->explanation.cause);
        if (culprit.isEmpty() && tellsOfTakenPort(it.value()))
            culprit = it.key();
    }
    if (culprit.isEmpty())
        return Error(error.kind(), message, detail.join(u'\n'));
    return Error(ErrorKind::PortInUse,
                 Autopsy::tr("A port that %1 needs was taken in the meantime. Let new ports be proposed, "
                             "then try again.")
                     .arg(culprit),
                 detail.join(u'\n'))
        .causedBy(error);
}

QStringList containersInTrouble(const ClusterStatus *status, const Ensemble &ensemble,
                                const QSet<int> &memberIds)
{
    QStringList all;
    QStringList troubled;
    for (const Member &member : ensemble.members) {
        if (!memberIds.contains(member.id))
            continue;
        all += containerName(ensemble, member);
        const MemberStatus *const seen = status ? status->member(member.id) : nullptr;
        if (!seen || !isServing(seen->state))
            troubled += all.constLast();
    }
    return troubled.isEmpty() ? all : troubled;
}

} // namespace zoodock
