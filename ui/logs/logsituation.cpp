// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logsituation.h"

#include "clusters/clusterstore.h"
#include "clusters/logbook.h"
#include "itemmodels/logmodel.h"
#include "ui/look/textformat.h"
#include "ui/overview/actionrules.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

namespace
{

struct LogWords
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::LogSituation)
};

using Way = EmptyReason::Way;
constexpr qsizetype mostInWords = 4; ///< members; of more nobody reads a sentence each

} // namespace

QStringList LogSituation::troubles() const
{
    QStringList sentences;
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
        for (const QString &sentence : {trouble(name.key()), lostLines(name.key())}) {
            if (!sentence.isEmpty())
                sentences += sentence;
        }
    }
    return sentences;
}

QStringList LogSituation::slowExpressions(int filtered, int searched)
{
    QStringList sentences;
    if (filtered > 0)
        sentences += LogWords::tr("The expression of the filter took too long on %Ln line(s), which are "
                                  "hidden. Make it simpler.",
                                  nullptr, filtered);
    if (searched > 0)
        sentences += LogWords::tr("The expression to find took too long on %Ln line(s), which were passed "
                                  "over. Make it simpler.",
                                  nullptr, searched);
    return sentences;
}

QString LogSituation::lostLines(int member) const
{
    const LogFollower *follower = m_book.follower(member);
    if (!follower || !follower->lost())
        return {};
    return LogWords::tr("Lines of %1 between %2 and %3 may be missing: they went with its former container.",
                        "member, times")
        .arg(m_names.value(member), exactTimeText(follower->lost()->from),
             exactTimeText(follower->lost()->to));
}

QString LogSituation::absence(int member) const
{
    const QString name = m_names.value(member);
    return m_book.rings().lines(member).isEmpty()
               ? LogWords::tr("%1 has no container, and so no log.").arg(name)
               : LogWords::tr("%1 has no container any more. Its lines here are from before it went.")
                     .arg(name);
}

QString LogSituation::trouble(int member) const
{
    const LogFollower *follower = m_book.follower(member);
    if (!follower)
        return {};
    const QString name = m_names.value(member);
    if (follower->state() == LogFollower::State::Absent)
        return absence(member);
    if (follower->state() == LogFollower::State::Failed && follower->problem())
        return LogWords::tr("%1: %2", "member, what is wrong").arg(name, follower->problem()->message());
    if (!follower->writesToFile())
        return {};
    if (!follower->file().isEmpty())
        return LogWords::tr("%1 writes its log to a file; “%2” in its container is followed.")
            .arg(name, follower->file());
    if (follower->state() == LogFollower::State::Ended)
        return LogWords::tr("%1 writes its log to a file in its container, which can be read only while "
                            "it runs.")
            .arg(name);
    return LogWords::tr("%1 writes its log to a file, which is not there yet.").arg(name);
}

EmptyReason LogSituation::emptyReason(const LogModel &model) const
{
    if (model.rowCount() > 0 || model.isFiltering() || m_names.isEmpty())
        return {};
    const QSet<int> &chosen = model.filter().members;
    if (chosen.isEmpty())
        return {LogWords::tr("No member is chosen, so there is no log to show."), Way::AllMembers, {}};
    if (model.isPaused() && model.waiting() > 0)
        return {
            LogWords::tr("This page is paused. %Ln line(s) have come meanwhile.", nullptr, model.waiting()),
            Way::Resume,
            {}};
    const EmptyReason hidden = hiddenLines(model);
    return hidden.sentence.isEmpty() ? noLines(QList<int>(chosen.cbegin(), chosen.cend())) : hidden;
}

EmptyReason LogSituation::hiddenLines(const LogModel &model) const
{
    qsizetype lines = 0;
    int probes = 0;
    for (const int member : model.filter().members) {
        lines += m_book.rings().lines(member).size();
        probes += m_book.rings().probeLines(member);
    }
    const int others = static_cast<int>(lines) - (model.filter().probes ? 0 : probes);
    if (others > 0)
        return {LogWords::tr("The filter hides all %Ln line(s).", nullptr, others), Way::EveryLine, {}};
    if (lines > 0)
        return {
            LogWords::tr("So far there are only %Ln line(s) about ZooDock's own probes, which are hidden.",
                         nullptr, probes),
            Way::Probes,
            {}};
    return {};
}

EmptyReason LogSituation::noLines(const QList<int> &members) const
{
    QStringList sentences;
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) { // in their order
        if (!members.contains(name.key()))
            continue;
        if (const QString sentence = silence(name.key()); !sentence.isEmpty())
            sentences += sentence;
    }
    if (sentences.isEmpty()) // nobody is followed yet
        return {};
    if (sentences.size() > mostInWords)
        sentences = {LogWords::tr("None of the chosen members has a line in its log yet.")};
    const QList<int> toStart = startable(members);
    return {sentences.join(QChar::LineFeed), toStart.isEmpty() ? Way::None : Way::Start, toStart};
}

/// Why this member's log has no line.
QString LogSituation::silence(int member) const
{
    const LogFollower *follower = m_book.follower(member);
    if (!follower)
        return {};
    if (const QString known = trouble(member); !known.isEmpty() && follower->file().isEmpty())
        return known;
    const QString name = m_names.value(member);
    switch (follower->state()) {
    case LogFollower::State::Off:
        return {};
    case LogFollower::State::Opening:
        return LogWords::tr("The log of %1 is being opened…").arg(name);
    case LogFollower::State::Ended:
        return LogWords::tr("%1 does not run, and its log has no line.").arg(name);
    default:
        return LogWords::tr("%1 has written nothing yet.").arg(name);
    }
}

/// Those of the members that do not run and could.
QList<int> LogSituation::startable(const QList<int> &members) const
{
    QList<int> able = membersFor(MemberAction::Start, {m_book.cluster(), members}, m_store);
    able.removeIf([this](int member) {
        const LogFollower *follower = m_book.follower(member);
        return !follower || (follower->state() != LogFollower::State::Absent &&
                             follower->state() != LogFollower::State::Ended);
    });
    return able;
}

} // namespace zoodock
