// SPDX-License-Identifier: GPL-3.0-or-later
#include "autopsy.h"

#include "clusters/clusterstatus.h"
#include "clusters/logexplanation.h"
#include "docker/dockerengine.h"
#include "logexcerpt.h"
#include "presentname.h"
#include "rewording.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int linesRead = 200; ///< a crash loop's last start may not have come to the reason yet
constexpr qsizetype longestComplaint = 300;
constexpr std::chrono::milliseconds patience = 5s;

bool tellsOfTakenPort(const QString &log)
{
    return log.contains("Address already in use"_L1) || log.contains("java.net.BindException"_L1);
}

/// What ended the server, or troubles it.
struct Diagnosis
{
    QString line; ///< further up perhaps; empty: the errors tell
    QString title;
    QString cause;
};

/// It sends to other lines.
bool isPointer(const QString &line)
{
    return line.contains("Invalid config, exiting"_L1) || line.contains("Exiting JVM with code"_L1);
}

QString asSentence(const QString &words)
{
    return words.endsWith(u'.') ? words : words + u'.';
}

/// The last line of trouble that the table of explanations knows; where that only says that the server ends,
/// what the server gives as its reason.
std::optional<Diagnosis> diagnose(const QStringList &lines)
{
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const auto explanation = explainLogText(line->toUtf8());
        if (!explanation || explanation->kind != LogExplanation::Kind::Trouble)
            continue;
        const QString reason = isPointer(*line) ? reasonIn(lines) : QString();
        if (reason.isEmpty())
            return Diagnosis{*line, explanation->title, explanation->cause};
        const auto known = explainLogText(reason.toUtf8());
        if (known && known->kind == LogExplanation::Kind::Trouble)
            return Diagnosis{{}, known->title, known->cause};
        return Diagnosis{{}, explanation->title, asSentence(reason)};
    }
    return {};
}

/// "--- NAME: what is behind it", then what the log tells.
QString report(const QString &container, const QStringList &lines, const std::optional<Diagnosis> &diagnosis)
{
    const QString head = "--- "_L1 + container;
    if (!diagnosis)
        return head + u'\n' + excerptOf(lines, {});
    return head + ": "_L1 + diagnosis->title + u'\n' + excerptOf(lines, diagnosis->line);
}

/// Explained, else in the words of the log.
QString causeTold(const QStringList &lines, const std::optional<Diagnosis> &diagnosis)
{
    if (diagnosis)
        return diagnosis->cause;
    const QString complaint = complaintIn(lines);
    return complaint.isEmpty() ? QString() : asSentence(complaint.left(longestComplaint));
}

/// In a crash loop this run may not have come to the reason yet: the one before tells.
QDateTime startOfTrouble(const ContainerObservation &container)
{
    const bool again = container.life == ContainerLife::Running && container.restartCount > 0;
    return again ? QDateTime() : container.startedAt;
}

} // namespace

Autopsy::Autopsy(DockerEngine &engine, RunStarts containers, QObject *parent)
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
    for (auto it = m_containers.cbegin(); it != m_containers.cend(); ++it)
        read(it.key(), it.value());
}

void Autopsy::read(const QString &container, const QDateTime &startedAt)
{
    CommandSpec spec = m_engine.commands().logs(container, linesRead);
    spec.deadline = patience;
    Command *const command = m_engine.runner().command(spec, this);
    connect(command, &Operation::finished, this, [this, command, container, startedAt] {
        if (const auto output = command->result(); output && output->exitCode == 0)
            m_logs.insert(container, linesOfRun(output->standardOutput, output->standardError, startedAt));
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
    bool tellsNothing = !logs.isEmpty();
    for (auto it = logs.cbegin(); it != logs.cend(); ++it) {
        const QStringList lines = it.value().split(u'\n');
        const std::optional<Diagnosis> diagnosis = diagnose(lines);
        detail += report(it.key(), lines, diagnosis);
        if (const QString told = causeTold(lines, diagnosis); !told.isEmpty())
            message = Autopsy::tr("%1 %2: %3", "what happened so far; a container; what its log tells")
                          .arg(message, it.key(), told);
        tellsNothing = tellsNothing && !it.value().isEmpty() && message == error.message();
        if (culprit.isEmpty() && tellsOfTakenPort(it.value()))
            culprit = it.key();
    }
    if (tellsNothing) // the containers, and their logs with them, may be gone when this is read
        message =
            Autopsy::tr("%1 The ends of the logs stand with this failure.", "what happened").arg(message);
    if (culprit.isEmpty())
        return reworded(error, message, detail.join(u'\n'));
    return Error(ErrorKind::PortInUse,
                 Autopsy::tr("A port that %1 needs was taken in the meantime. Let new ports be proposed, "
                             "then try again.")
                     .arg(culprit),
                 detail.join(u'\n'))
        .causedBy(error);
}

RunStarts containersInTrouble(const ClusterStatus *status, const Ensemble &ensemble,
                              const QSet<int> &memberIds)
{
    RunStarts all;
    RunStarts troubled;
    for (const Member &member : ensemble.members) {
        if (!memberIds.contains(member.id))
            continue;
        const MemberStatus *const seen = status ? status->member(member.id) : nullptr;
        const QString name = seen ? presentName(ensemble, *seen) : containerName(ensemble, member);
        all.insert(name, seen ? startOfTrouble(seen->container) : QDateTime());
        if (!seen || !isServing(seen->state))
            troubled.insert(name, all.value(name));
    }
    return troubled.isEmpty() ? all : troubled;
}

} // namespace zoodock
